import { textOfBytes } from "@nkp-planner/adapters";
import { newTenant, size } from "@nkp-planner/adapters/tenant-table";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import fleet from "../packages/catalog/data/examples/msp-fleet.json" with { type: "json" };
import prices from "../packages/catalog/data/examples/price-book-eur.json" with { type: "json" };
import {
  addApplications,
  addTenants,
  canRunApplications,
  duplicateTenants,
  fillColumn,
  moveTenants,
  pasteBlock,
  removeTenants,
  setCell,
} from "../site/src/state/edits.ts";
import { type GridColumn, gridColumns, typedText } from "../site/src/state/grid.ts";
import { changed, historyOf, redone, settled, undone } from "../site/src/state/history.ts";
import { readScenario } from "../site/src/state/read-scenario.ts";
import type { Scenario } from "../site/src/state/scenario.ts";
import { fragmentOf, readFragment } from "../site/src/state/share-link.ts";
import { blockOf, textOfRows } from "../site/src/state/text-block.ts";
import { plainNumber, shownNumber, textToType, valueTyped } from "../site/src/state/typed-text.ts";

/** The calculator's state without a browser: pure functions over what was entered. */

const example: Scenario = {
  fleet,
  prices,
  priceList: null,
  settings: {},
  locale: "en",
  letter: { provider: "", customer: "", objectives: "" },
};
const columnOf = (id: string) => gridColumns.find((column) => column.id === id) as GridColumn;
const idsOf = ({ fleet: { tenants } }: Scenario) => tenants.map(({ id }) => id);

describe("what is typed", () => {
  it.each([
    ["1,234.5", "en", "1234.5"],
    ["1.234,5", "de", "1234.5"],
    ["3,5", "de", "3.5"],
    ["1’250.00", "de-CH", "1250.00"],
    ["1 250,50", "fr", "1250.50"],
    ["500m", "en", "500m"],
    ["forty", "en", "forty"],
    ["3,5", "en", "3,5"],
  ])("%s in %s is %s", (typed, locale, plain) => {
    expect(plainNumber(typed, locale)).toBe(plain);
  });

  it("is read back as it is shown, in every locale that is offered", () => {
    fc.assert(
      fc.property(
        fc.nat(10_000_000),
        fc.integer({ min: 0, max: 99 }),
        fc.constantFrom("en", "de", "de-CH", "fr", "es", "it", "nl", "pt", "pl", "cs", "sv", "da", "nb", "fi", "ja"),
        (whole, cents, locale) => {
          const amount = `${whole}.${String(cents).padStart(2, "0")}`;
          expect(plainNumber(shownNumber(amount, locale), locale)).toBe(amount);
        },
      ),
    );
  });

  it("of memory is GiB where nothing else is said, and comes back so", () => {
    const typed = (text: string) => valueTyped(size, text, "en");
    expect([typed("96"), typed("2 Ti"), typed("512Mi")]).toEqual(["96Gi", "2Ti", "512Mi"]);
    fc.assert(fc.property(fc.nat(1_000_000), (gib) => textToType(size, typed(String(gib)), "en") === String(gib)));
  });

  it("of memory in bytes is shown as people write it", () => {
    const gib = 2 ** 30;
    const shown = (bytes: number) => textToType(size, String(bytes), "de");
    expect([shown(96 * gib), shown(1.5 * gib), shown(gib / 1024), shown(1001)]).toEqual(["96", "1,5", "1Mi", "1001B"]);
  });

  it("is read back as it stands in the cell, and filled down as it is, in every locale", () => {
    const odd = { ...newTenant("a", "A"), demand: { pods: 1234, cpu: "1.234", memory: "1.234Ti", storage: "1234567" } };
    const tenants = [{ ...odd, price: { monthly: "1234.500" } }, newTenant("b", "B")];
    for (const locale of ["en", "de", "de-CH", "fr"]) {
      const scenario: Scenario = { ...example, locale, fleet: { ...example.fleet, tenants } };
      const { rows = [] } = blockOf(textOfRows(tenants, locale), "EUR") ?? {};
      expect(pasteBlock(rows, 0, 0)(scenario).fleet.tenants[0]).toEqual({ ...tenants[0], id: "a" });
      const filled = gridColumns.reduce(
        (changed, column) => fillColumn(column, tenants[0] ?? odd, ["b"])(changed),
        scenario,
      );
      expect(filled.fleet.tenants[1]).toEqual({ ...tenants[0], id: "b" });
    }
    expect(typedText(columnOf("vcpu"), odd, "de")).toBe("1,234");
  });

  it("of a tenant that says no more than its id is that id, and to upgrade with the fleet", () => {
    const texts = gridColumns.map((column) => typedText(column, { id: "kite", preset: "S" }, "en"));
    expect(texts).toEqual(["kite", "", "", "", "", "fleet", ""]);
  });

  it("in another currency than the fleet's is no price of it, and a cell of words for nothing holds none", () => {
    const [first] = idsOf(example);
    const priceOf = (text: string) =>
      setCell(first ?? "", columnOf("price"), text)(example).fleet.tenants[0]?.price?.monthly;
    expect(["€ 1,900.00", "900 EUR", "CHF 900", "-", ""].map(priceOf)).toEqual([
      "1900.00",
      "900",
      "CHF 900",
      undefined,
      undefined,
    ]);
  });

  it("as a block of rows is cells; a single cell is the field's own", () => {
    expect(blockOf("one", "EUR")).toBeNull();
    expect(blockOf('a\t"b ""c"""\nd\te\n', "EUR")?.rows).toEqual([
      ["a", 'b "c"'],
      ["d", "e"],
    ]);
    expect(blockOf('"two\nlines"\t"a\tb"\r\n5" disk\t\r\n', "EUR")?.rows).toEqual([
      ["two lines", "a\tb"],
      ['5" disk', ""],
    ]);
    const named = blockOf("Cores\tCustomer\n2\tKite\n", "EUR");
    expect(named).toEqual({
      rows: [["Kite", undefined, "2", undefined, undefined, undefined, undefined]],
      isNamed: true,
      isForImport: false,
    });
  });

  it("as a block keep the units that its heads name", () => {
    const block = blockOf("Customer\tMemory GB\tvCPU (m)\tPods\nKite\t1,5\t500\t2\n", "EUR");
    const locale = "de-DE";
    const { fleet } = pasteBlock(block?.rows ?? [], example.fleet.tenants.length, 0)({ ...example, locale });
    expect(fleet.tenants.at(-1)?.demand).toEqual({ pods: 2, cpu: "500m", memory: "1.5G" });
  });

  it.each(["Customer\tPods\tPreset", "Customer\tPods\tColour", "Customer\tUSD / month", "Customer\tRAM\tGB"])(
    "as a block that names columns the table has not are for the import: %s",
    (heads) => {
      expect(blockOf(`${heads}\nA\t1\t2\n`, "EUR")?.isForImport).toBe(true);
    },
  );

  it("in a file are read as UTF-8, UTF-16 or what Windows wrote before", () => {
    const of = (...bytes: number[]) => textOfBytes(new Uint8Array(bytes));
    expect(of(0xef, 0xbb, 0xbf, 0xc3, 0x84)).toEqual({ text: "Ä", guessed: null });
    expect(of(0xff, 0xfe, 0xc4, 0x00)).toEqual({ text: "Ä", guessed: null });
    expect(of(0xc4, 0x67)).toEqual({ text: "Äg", guessed: "Windows-1252" });
  });
});

describe("edits", () => {
  const edit = fc.constantFrom(
    (scenario: Scenario) => addTenants([newTenant("new", "New")])(scenario),
    (scenario: Scenario) => duplicateTenants(idsOf(scenario).slice(0, 2))(scenario),
    (scenario: Scenario) => removeTenants(idsOf(scenario).slice(1, 2))(scenario),
    (scenario: Scenario) => moveTenants(idsOf(scenario).slice(2, 4), "up")(scenario),
    (scenario: Scenario) => moveTenants(idsOf(scenario).slice(0, 1), "down")(scenario),
    (scenario: Scenario) => pasteBlock([["Pasted", "4", "2", "8"]], scenario.fleet.tenants.length, 0)(scenario),
    (scenario: Scenario) => {
      const id = idsOf(scenario)[0];
      return id === undefined ? scenario : setCell(id, columnOf("price"), "1,000")(scenario);
    },
  );

  it("leave every tenant an id of its own, are undone to where they began and done again", () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 20 }), (edits) => {
        let history = historyOf(example);
        for (const one of edits) history = changed(history, one(history.present));
        const { present } = history;
        expect(new Set(idsOf(present)).size).toBe(present.fleet.tenants.length);
        expect(readScenario(JSON.parse(JSON.stringify(present)))).not.toBeNull();
        for (let steps = history.past.length; steps > 0; steps -= 1) history = undone(history);
        expect(history.present).toBe(example);
        for (let steps = history.future.length; steps > 0; steps -= 1) history = redone(history);
        expect(history.present).toBe(present);
      }),
    );
  });

  it("add applications to a tenant that states no totals: more of those it runs, others beside them", () => {
    const tenant = { id: "a", applications: [{ application: "wordpress" }] };
    const scenario = { ...example, fleet: { ...example.fleet, tenants: [tenant, newTenant("b")] } };
    expect(scenario.fleet.tenants.map(canRunApplications)).toEqual([true, true]);
    expect(example.fleet.tenants.filter(({ demand }) => demand !== undefined).some(canRunApplications)).toBe(false);
    const added = [
      { application: "wordpress", count: 2 },
      { application: "redis", count: 1 },
    ];
    const { fleet } = addApplications("b", added)(addApplications("a", added)(scenario));
    expect(fleet.tenants[0]?.applications).toEqual([
      { application: "wordpress", count: 3 },
      { application: "redis", count: 1 },
    ]);
    expect(fleet.tenants[1]).toEqual({ id: "b", name: "", upgradeCadence: "fleet", applications: added });
  });

  it("leave where a tenant comes from as it is, and so do links", async () => {
    const origin = { file: "rvtools.xlsx", row: 14, date: "2026-11-29", reader: "vm-inventory" };
    const scenario = {
      ...example,
      fleet: { ...example.fleet, tenants: [{ ...newTenant("a"), origin }, newTenant("b")] },
    };
    const typed = setCell("a", columnOf("name"), "Kite")(scenario);
    const moved = moveTenants(["a"], "down")(addTenants([newTenant("c")])(typed));
    const link = { scenario: moved, dataRelease: "", costs: {} };
    const back = await readFragment(await fragmentOf(link, example), example);
    expect(back).toEqual(link);
    expect(moved.fleet.tenants.map((tenant) => [tenant.id, tenant["origin"]])).toEqual([
      ["b", undefined],
      ["a", origin],
      ["c", undefined],
    ]);
  });

  it("of one cell in a row are one step, until it is left", () => {
    let history = historyOf(0);
    history = changed(changed(history, 1, "cell"), 12, "cell");
    history = changed(settled(history), 123, "cell");
    expect(history.past).toEqual([0, 12]);
    expect(undone(undone(history)).present).toBe(0);
  });
});

describe("a link", () => {
  const kept = (scenario: Scenario) => ({ scenario, dataRelease: "0.1.0+abc", costs: { hybrid: "1.00" } });

  it("brings back what was put into it, whatever the names", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ maxLength: 40 }), { maxLength: 10 }), async (names) => {
        const tenants = names.map((name, index) => newTenant(`t${index}`, name));
        const scenario = { ...example, fleet: { ...example.fleet, tenants } };
        expect(await readFragment(await fragmentOf(kept(scenario), example), example)).toEqual(kept(scenario));
      }),
      { numRuns: 50 },
    );
  });

  it("of anything else is a problem in words, never an exception", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string(),
          fc.base64String().map((text) => `v1.${text}`),
        ),
        async (fragment) => {
          expect(await readFragment(fragment, example)).toHaveProperty("problem");
        },
      ),
      { numRuns: 100 },
    );
  });

  it("takes data for a scenario only where every field that the page reads has its type", () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => readScenario(value) === null));
    const withItems = (ownItems: unknown) => ({ ...example, letter: { ...example.letter, ownItems } });
    for (const ownItems of [{}, "Set-up", [null], [{ title: "Set-up" }], [{ title: {}, amount: "1" }]])
      expect(readScenario(withItems(ownItems))).toBeNull();
    expect(readScenario(withItems([{ title: "Set-up", amount: "1" }]))).not.toBeNull();
    for (const part of Object.keys(example)) expect(readScenario({ ...example, [part]: undefined })).toBeNull();
    expect(readScenario(example)).toBe(example);
  });
});
