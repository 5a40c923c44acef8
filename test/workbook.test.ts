import { type FleetWorkbook, workbookOf, xlsxBytes } from "@nkp-planner/adapters/workbook";
import {
  exampleFleet,
  exampleHostPriceBook,
  examplePriceBook,
  examplePriceList,
  planningContext,
} from "@nkp-planner/catalog";
import {
  type FleetStructure,
  flatTariff,
  hostPlacementOf,
  isFlat,
  type Money,
  money,
  moneyAsNumber,
  multiplyMoney,
  operatingModels,
  type PlanInput,
  type PlannedFleet,
  type PlanningContext,
  type PriceBook,
  plannedFleet,
  pricedPlan,
  roundToMinorUnit,
  type SharingMethodId,
  sharingMethods,
  structureOf,
  upgradeEfforts,
  visible,
  withInputs,
  withRates,
} from "@nkp-planner/core";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { moneyFormulas } from "../packages/adapters/src/report/workbook/cells.ts";
import { settings, tenants } from "./support/arbitraries.ts";
import { noticeOf } from "./support/findings.ts";
import { hasLibreOffice, sheetsByLibreOffice } from "./support/libre-office.ts";
import { type Recalculated, recalculated, valuesOfColumn } from "./support/recalculation.ts";
import { fleetOf, pods, toyContext } from "./support/toy.ts";

const FIRST_ROW = 4;

/** What the plan says and what the engine makes of the formulas, side by side: to compare to the cent. */
function sides(plan: PlannedFleet, sheet: Pick<Recalculated, "valueAt">) {
  const digits = 2;
  const said = (value: Money | null) => (value === null ? "unknown" : moneyAsNumber(value).toFixed(digits));
  const found = (cell: string, name = "Margin") => {
    const value = sheet.valueAt(name, cell);
    return typeof value === "number" ? (value === 0 ? 0 : value).toFixed(digits) : value;
  };
  const { totals } = plan;
  const last = FIRST_ROW + plan.tenants.length;
  const pairs = [
    ...plan.tenants.flatMap((tenant, index) => {
      const row = FIRST_ROW + index;
      return [
        [`${tenant.tenantId} price`, said(tenant.monthlyPrice), found(`D${row}`)],
        [`${tenant.tenantId} own`, said(tenant.ownMonthlyCost), found(`E${row}`)],
        [`${tenant.tenantId} shared`, said(tenant.sharedMonthlyCost), found(`F${row}`)],
        [`${tenant.tenantId} cost`, said(tenant.monthlyCost), found(`G${row}`)],
        [`${tenant.tenantId} margin`, said(tenant.monthlyMargin), found(`H${row}`)],
        [`${tenant.tenantId} contribution`, said(tenant.contributionMonthlyMargin), found(`K${row}`)],
        [`${tenant.tenantId} price, once`, said(tenant.oneTimePrice), found(`M${row}`)],
        [`${tenant.tenantId} cost, once`, said(tenant.oneTimeCost), found(`N${row}`)],
      ];
    }),
    ["price", said(totals.monthlyPrice), found(`D${last}`)],
    ["cost", said(totals.monthlyCost), found(`G${last}`)],
    ["margin", said(totals.monthlyMargin), found(`H${last}`)],
    ["contribution", said(totals.contributionMonthlyMargin), found(`K${last}`)],
    ["price, once", said(totals.oneTimePrice), found(`M${last}`)],
    ["cost, once", said(totals.oneTimeCost), found(`N${last}`)],
    ["summary, cost", said(totals.monthlyCost), found("B4", "Summary")],
    ["summary, price", said(totals.monthlyPrice), found("B8", "Summary")],
    ["summary, margin", said(totals.monthlyMargin), found("B9", "Summary")],
    ["summary, workload", said(totals.monthlyCostByAttribution.workload), found("B15", "Summary")],
    ["summary, overhead", said(totals.monthlyCostByAttribution.overhead), found("B16", "Summary")],
    ["summary, idle", said(totals.monthlyCostByAttribution.idle), found("B17", "Summary")],
  ] as const;
  return {
    said: pairs.map(([name, value]) => `${name}: ${value}`),
    found: pairs.map(([name, , value]) => `${name}: ${value}`),
  };
}

/** Every formula comes to what the file says beside it, and the figures to the plan's. */
async function expectAgreement(plan: PlannedFleet): Promise<Recalculated> {
  const sheet = await recalculated(workbookOf(plan));
  expect(sheet.differences()).toEqual([]);
  const { said, found } = sides(plan, sheet);
  expect(found).toEqual(said);
  return sheet;
}

const weighted: PlanInput = {
  ...exampleFleet,
  tenants: exampleFleet.tenants.map((tenant, index) => ({ ...tenant, shareWeight: (index % 5) + 0.25 })),
};
const books = { vm: examplePriceBook, hosts: exampleHostPriceBook };

const structures = new Map<string, FleetStructure>();
/** The example fleet, planned; what exists is placed once a model and book. */
function examplePlan(
  modelId: string,
  book: keyof typeof books,
  method: SharingMethodId,
  isListed: boolean,
): PlannedFleet {
  const model = operatingModels.find(({ id }) => id === modelId) as (typeof operatingModels)[number];
  const context = planningContext({
    release: exampleFleet.release,
    priceBook: books[book],
    settings: { "shared-cost": method, ...(isListed ? { "agreed-prices": "ignored" } : {}) },
    ...(isListed ? { priceList: examplePriceList } : {}),
  });
  const key = `${modelId} ${book}`;
  const structure = structures.get(key) ?? structureOf(weighted, model, context);
  structures.set(key, structure);
  return withInputs(pricedPlan(weighted, model, structure, context), weighted, context);
}

const modelIds = operatingModels.map(({ id }) => id);

const oddFleet = fleetOf(
  ...Array.from({ length: 50 }, (_, index) => ({
    id: `t${index}`,
    workloads: [pods(1 + (index % 7), `${997 + 13 * index}m`, `${1_999_999_973 + 7919 * index}`)],
  })),
);

describe("a workbook computed again comes to the plan's figures", () => {
  it.each(modelIds)("the example fleet, %s, with upgrades counted from a calendar", async (modelId) => {
    const model = operatingModels.find(({ id }) => id === modelId) as (typeof operatingModels)[number];
    const context = {
      ...planningContext({
        release: exampleFleet.release,
        priceBook: examplePriceBook,
        settings: { "upgrade-labour": "counted", "upgrade-horizon-months": "7" },
      }),
      upgradeEfforts,
    };
    const structure = structures.get(`${modelId} vm`) ?? structureOf(weighted, model, context);
    structures.set(`${modelId} vm`, structure);
    const plan = withInputs(pricedPlan(weighted, model, structure, context), weighted, context);
    expect(plan.costs.filter(({ label }) => label.endsWith("in 7 months")).length).toBeGreaterThan(10);
    await expectAgreement(plan);
  });

  describe.each(modelIds)("the example fleet, %s", (modelId) => {
    it.each((["vm", "hosts"] as const).flatMap((book) => sharingMethods.map(({ id }) => [book, id] as const)))(
      "prices by %s, shares %s, with the price list and without",
      async (book, method) => {
        for (const isListed of [true, false]) await expectAgreement(examplePlan(modelId, book, method, isListed));
      },
    );
  });

  it("200 random fleets", { timeout: 300_000 }, async () => {
    const drawn = fc.record({
      model: fc.constantFrom(...operatingModels),
      method: fc.constantFrom(...sharingMethods.map(({ id }) => id)),
      settings,
      tenants,
      weights: fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 7, maxLength: 7 }),
    });
    await fc.assert(
      fc.asyncProperty(drawn, async ({ model, method, settings: chosen, tenants: drafts, weights }) => {
        const fleet = fleetOf(...drafts);
        const input = {
          ...fleet,
          tenants: fleet.tenants.map((one, index) => ({ ...one, shareWeight: (weights[index] ?? 0) / 1000 })),
        };
        await expectAgreement(plannedFleet(input, model, toyContext({ ...chosen, "shared-cost": method })));
      }),
      { numRuns: 200 },
    );
  });

  it.each(modelIds)("on two clusters of hosts, each at a price of its own, %s", async (modelId) => {
    const ofSilver = exampleHostPriceBook.rates["host"] as NonNullable<(typeof exampleHostPriceBook.rates)[string]>;
    const rates = {
      ...exampleHostPriceBook.rates,
      "host/silver": { ...ofSilver, key: "host/silver", sku: "SILVER", hostCluster: "silver" },
    };
    const context = planningContext({ release: exampleFleet.release, priceBook: { ...exampleHostPriceBook, rates } });
    const silver = {
      name: "silver",
      profile: { coreCount: 48, memoryGiB: 1024, rawTiB: 30 },
      mostHostCount: null,
      siteCount: 2,
    };
    const input: PlanInput = {
      ...exampleFleet,
      tenants: exampleFleet.tenants.map((tenant, index) => (index % 2 ? { ...tenant, hostCluster: "silver" } : tenant)),
      hosting: {
        hostClusters: [{ name: "gold", profile: null, mostHostCount: null, siteCount: 1 }, silver],
        placedRoles: { management: "silver" },
      },
    };
    const model = operatingModels.find(({ id }) => id === modelId) as (typeof operatingModels)[number];
    const plan = plannedFleet(input, model, context);
    const sheet = await expectAgreement(plan);
    const labels = plan.infrastructure.hostClusters.flatMap((hosts) =>
      hostPlacementOf(hosts).loads.map((load, index) => [`${hosts.name} ${index + 1}`, load.vmCount]),
    );
    expect(new Set(plan.infrastructure.hostClusters.map(({ hostCount }) => hostCount > 0))).toEqual(new Set([true]));
    for (const [index, label] of labels.entries()) {
      const row = FIRST_ROW + index;
      expect([sheet.valueAt("Host loads", `A${row}`), sheet.valueAt("Host loads", `B${row}`)]).toEqual(label);
    }
    // Hosts of both are inputs, and the bill's lines of hosts follow them.
    const line = plan.costs.findIndex(({ rate }) => rate.key === "host/silver");
    expect(line).toBeGreaterThanOrEqual(0);
    expect(String(sheet.valueAt("Lost hosts", `A${FIRST_ROW}`))).toMatch(/^gold 1$/);
  });

  it("no tenants, one without anything to run, and one whose price is unknown", async () => {
    for (const model of operatingModels) {
      await expectAgreement(plannedFleet(fleetOf(), model, toyContext()));
      const fleet = fleetOf({ price: { monthly: "0" } }, { workloads: [pods(3, "1", "1Gi")] });
      const sheet = await expectAgreement(plannedFleet(fleet, model, toyContext()));
      expect(sheet.valueAt("Margin", "D5")).toBe("unknown");
      expect(sheet.valueAt("Margin", "I4")).toBe("");
      expect(sheet.valueAt("Summary", "B8")).toBe("unknown");
    }
  });

  it.each(["JPY", "KWD"])("in %s, whose smallest unit is no hundredth, at a dated rate", async (currency) => {
    const rate = { from: "EUR", to: currency, rate: "163.4567", on: "2026-11-02", source: "invented" };
    const context = toyContext();
    const fleet = fleetOf(
      { workloads: [pods(3, "1", "1Gi")] },
      { workloads: [pods(7, "700m", "3Gi", "7Gi")] },
      { workloads: [pods(5, "500m", "1Gi")] },
    );
    for (const model of operatingModels) {
      const priceBook = { ...context.priceBook, exchangeRates: [rate] };
      await expectAgreement(plannedFleet({ ...fleet, currency }, model, { ...context, priceBook }));
    }
  });

  it("fifty tenants of odd sizes, whose products are larger than a number is exact", async () => {
    for (const model of operatingModels) {
      const plan = plannedFleet(oddFleet, model, toyContext());
      const sheet = await expectAgreement(plan);
      expect(sheet.formulaCount).toBeLessThan(60_000);
      expect((await xlsxBytes(workbookOf(plan))).length).toBeLessThan(3_000_000);
    }
  });
});

describe("a workbook that is changed", () => {
  /** The plan at another price of one item; what exists stays. */
  function atPrice(plan: PlannedFleet, modelId: string, sku: string, price: Money): PlannedFleet {
    const change = (rate: PriceBook["added"][number]) =>
      rate.sku === sku ? { ...rate, unitPrice: price, tariff: flatTariff(price) } : rate;
    const { priceBook } = plan.context;
    const context: PlanningContext = {
      ...plan.context,
      priceBook: {
        ...priceBook,
        rates: withRates(priceBook.rates, change),
        added: priceBook.added.map(change),
      },
    };
    const model = operatingModels.find(({ id }) => id === modelId) as (typeof operatingModels)[number];
    return withInputs(pricedPlan(plan.input, model, plan, context), plan.input, context);
  }

  it.each(modelIds)("at another unit price it comes to what the planner says at that price, %s", async (modelId) => {
    const plan = examplePlan(modelId, "vm", "by-requests", true);
    const sheet = await recalculated(workbookOf(plan));
    const skus = Array.from({ length: 40 }, (_, index) => sheet.textAt("Prices", `A${FIRST_ROW + index}`));
    const isDivided = (sku: string) =>
      [...plan.costs, ...plan.oneTimeCosts].some(({ rate, portions }) => rate.sku === sku && portions.length > 1);
    let changedCount = 0;
    for (const [index, sku] of skus.entries()) {
      if (typeof sku !== "string" || isDivided(sku)) continue;
      const cell = `E${FIRST_ROW + index}`;
      const before = sheet.valueAt("Prices", cell) as number;
      for (const price of ["7.005", "0.0123", "41.37"]) {
        sheet.set("Prices", cell, Number(price));
        const { priceBook } = plan.context;
        const changed = atPrice(plan, modelId, sku, money(price, priceBook.currency));
        const { said, found } = sides(changed, sheet);
        // How a line divides into workload, overhead and idle stays as planned.
        const compared = (lines: readonly string[]) => lines.filter((line) => !/workload|overhead|idle/.test(line));
        expect(compared(found), `${sku} at ${price}`).toEqual(compared(said));
        changedCount += 1;
      }
      sheet.set("Prices", cell, before);
    }
    // Every item is compared, here to the cent or below where its lines are divided.
    const known = new Set(skus.filter((sku) => typeof sku === "string" && sku !== ""));
    const divided = [...known].filter((sku) => isDivided(String(sku)));
    expect(changedCount).toBe((known.size - divided.length) * 3);
    expect(changedCount).toBeGreaterThan(0);
  });

  it.each(modelIds.flatMap((id) => [[id, "hosts"] as const, [id, "vm"] as const]))(
    "at another price of what is divided, the fleet's cost is the planner's and tenants bear it, %s, by %s",
    async (id, book) => {
      const plan = examplePlan(id, book, "by-requests", true);
      const sheet = await recalculated(workbookOf(plan));
      const divided = plan.costs.filter(({ portions, rate }) => portions.length > 1 && isFlat(rate.tariff));
      for (const sku of new Set(divided.map(({ rate }) => rate.sku))) {
        const row = Array.from({ length: 40 }, (_, index) => FIRST_ROW + index).find(
          (one) => sheet.textAt("Prices", `A${one}`) === sku,
        );
        const before = sheet.valueAt("Prices", `E${row}`) as number;
        const price = (before * 1.5).toFixed(6);
        sheet.set("Prices", `E${row}`, Number(price));
        const changed = atPrice(plan, id, sku, money(price, plan.currency));
        const last = FIRST_ROW + plan.tenants.length;
        expect(sheet.valueAt("Summary", "B4")).toBeCloseTo(moneyAsNumber(changed.totals.monthlyCost), 6);
        expect(sheet.valueAt("Margin", `G${last}`)).toBeCloseTo(moneyAsNumber(changed.totals.monthlyCost), 6);
        for (const [index, tenant] of changed.tenants.entries()) {
          const found = sheet.valueAt("Margin", `G${FIRST_ROW + index}`) as number;
          // Proportions are known to the cent only: a cent a portion at most.
          expect(Math.abs(found - moneyAsNumber(tenant.monthlyCost)), sku).toBeLessThan(0.3);
        }
        sheet.set("Prices", `E${row}`, before);
      }
    },
  );

  it.each(modelIds)("by another method of sharing it comes to what the planner says by that method, %s", async (id) => {
    const sheet = await recalculated(workbookOf(examplePlan(id, "hosts", "uniform", true)));
    for (const [index, method] of sharingMethods.map(({ id }) => id).entries()) {
      sheet.set("Tenants", "H2", index + 1);
      const { said, found } = sides(examplePlan(id, "hosts", method, true), sheet);
      expect(found, method).toEqual(said);
    }
  });
});

interface Product {
  readonly quantity: number;
  readonly price: string;
}
const exactProduct = ({ quantity, price }: Product) => multiplyMoney(money(price, "EUR"), quantity);
const roundedByPlanner = (product: Product) => moneyAsNumber(roundToMinorUnit(exactProduct(product)));

const halves = Array.from({ length: 2000 }, (_, index) => {
  const quantity = [0.5, 1.5, 2.25, 3, 7.3, 730, 0.1, 1234.5][index % 8] as number;
  return { quantity, price: (0.005 * (2 * index + 1)).toFixed(3) };
});
const known = [
  { quantity: 1, price: "1.005" },
  { quantity: 1, price: "2.675" },
  { quantity: 0.1, price: "10.05" },
  { quantity: 9, price: "1000000.005" },
];

describe("amounts in cells round as amounts of the planner do", () => {
  it("where decimals fall on a half", () => {
    const cases = [...known, ...halves];
    expect(roundedInCells(cases)).toEqual(cases.map(roundedByPlanner));
  });

  it("for every product of up to fourteen digits, below a thousand million", () => {
    const one = fc
      .record({
        quantity: fc.integer({ min: 0, max: 1_000_000_000 }),
        quantityDigits: fc.integer({ min: 0, max: 6 }),
        price: fc.integer({ min: 0, max: 1_000_000_000 }),
        priceDigits: fc.integer({ min: 0, max: 8 }),
      })
      .map((drawn) => ({
        quantity: Number((drawn.quantity / 10 ** drawn.quantityDigits).toFixed(drawn.quantityDigits)),
        price: (drawn.price / 10 ** drawn.priceDigits).toFixed(drawn.priceDigits),
      }))
      .filter((product) => {
        const { amount } = exactProduct(product);
        return (
          amount
            .replace(/\.?0+$/, "")
            .replace(".", "")
            .replace(/^0+/, "").length <= 14 && Number(amount) < 1e9
        );
      });
    fc.assert(
      fc.property(fc.array(one, { minLength: 20, maxLength: 20 }), (cases) => {
        expect(roundedInCells(cases)).toEqual(cases.map(roundedByPlanner));
      }),
      { numRuns: 100 },
    );
  });

  function roundedInCells(cases: readonly Product[]): readonly unknown[] {
    const rows = cases.map(({ quantity, price }, index) => [
      quantity,
      Number(price),
      `=${moneyFormulas("EUR").rounded(`A${index + 1}*B${index + 1}`, quantity * Number(price))}`,
    ]);
    return valuesOfColumn(rows, 2);
  }
});

describe("what the file is", () => {
  const HOSTILE = ['=HYPERLINK("http://evil","x")', "+1+1", "-2+3", "@SUM(1)", "#N/A", "<b>&amp;"];

  it("names and notices are text, whatever they begin with", async () => {
    const fleet = fleetOf(...HOSTILE.map((name) => ({ name, workloads: [pods(1, "1", "1Gi")] })));
    const notices = [...HOSTILE, "\t=1+1", "\r=2+2"];
    const plan = plannedFleet(fleet, operatingModels[0] as (typeof operatingModels)[number], toyContext());
    const workbook = workbookOf(plan, notices.map(noticeOf));
    const sheet = await recalculated(workbook);
    for (const [index, name] of HOSTILE.entries()) {
      expect(sheet.textAt("Tenants", `C${FIRST_ROW + index}`)).toBe(name);
      expect(sheet.valueAt("Margin", `C${FIRST_ROW + index}`)).toBe(name);
    }
    const names = workbook.sheets.findIndex(({ name }) => name === "Assumptions");
    const rows = workbook.sheets[names]?.rows ?? [];
    for (const notice of notices) {
      // What nobody sees is written out: a tab as \u0009.
      const written = visible(notice);
      const row = rows.findIndex((cells) => cells[1]?.kind === "text" && cells[1].text === written);
      expect(sheet.textAt("Assumptions", `B${row + 1}`)).toBe(written);
    }
    expect(sheet.differences()).toEqual([]);
  });

  it("same plan, same bytes, whatever the clock says", async () => {
    const plan = examplePlan("hybrid", "vm", "by-requests", true);
    const first = await xlsxBytes(workbookOf(plan));
    vi.setSystemTime(new Date("2031-05-06T07:08:09Z"));
    const second = await xlsxBytes(workbookOf(plan));
    vi.useRealTimers();
    expect(Buffer.compare(first, second)).toBe(0);
  });

  it("is small for a dozen tenants", async () => {
    for (const modelId of modelIds) {
      const bytes = await xlsxBytes(workbookOf(examplePlan(modelId, "hosts", "by-requests", true)));
      expect(bytes.length).toBeLessThan(150_000);
    }
  });
});

if (!hasLibreOffice) console.warn("\nNOT RUN: workbooks in LibreOffice, as there is no soffice on the PATH.\n");

describe.skipIf(!hasLibreOffice)("LibreOffice, which computes every formula again", () => {
  /** With values beside the formulas that are wrong, so that what is shown is LibreOffice's own. */
  const withoutResults = (workbook: FleetWorkbook): FleetWorkbook => ({
    ...workbook,
    sheets: workbook.sheets.map((sheet) => ({
      ...sheet,
      rows: sheet.rows.map((row) => row.map((cell) => (cell?.kind === "formula" ? { ...cell, result: -7 } : cell))),
    })),
  });

  /** What LibreOffice makes of a workbook's formulas, where it is not what the workbook says. */
  async function differencesInLibreOffice(workbook: FleetWorkbook): Promise<readonly string[]> {
    const names = workbook.sheets.map(({ name }) => name);
    const shown = sheetsByLibreOffice(await xlsxBytes(withoutResults(workbook)), names);
    return workbook.sheets.flatMap(({ name, rows }) =>
      rows.flatMap((row, rowIndex) =>
        row.flatMap((cell, index) => {
          if (cell?.kind !== "formula") return [];
          const found = shown.get(name)?.[rowIndex]?.[index] ?? "";
          const number = Number(found.replace("%", "")) / (found.endsWith("%") ? 100 : 1);
          const isSame =
            typeof cell.result === "number" ? Math.abs(number - cell.result) < 1e-6 : found === cell.result;
          return isSame ? [] : [`${name} row ${rowIndex + 1}: ${found}, not ${cell.result}: ${cell.formula}`];
        }),
      ),
    );
  }

  it.each(modelIds)("comes to the plan's figures, %s", async (modelId) => {
    for (const book of ["vm", "hosts"] as const) {
      const workbook = workbookOf(examplePlan(modelId, book, "by-requests", true));
      expect(await differencesInLibreOffice(workbook)).toEqual([]);
    }
  });

  it("comes to the plan's figures where products are larger than a number is exact", async () => {
    const model = operatingModels[1] as (typeof operatingModels)[number];
    expect(await differencesInLibreOffice(workbookOf(plannedFleet(oddFleet, model, toyContext())))).toEqual([]);
  });

  it("rounds as the planner does where decimals fall on a half", async () => {
    const rows = [...halves, ...known].map((product, index): FleetWorkbook["sheets"][number]["rows"][number] => {
      const { quantity, price } = product;
      const formula = moneyFormulas("EUR").rounded(`A${index + 1}*B${index + 1}`, quantity * Number(price));
      return [
        { kind: "number", value: quantity },
        { kind: "number", value: Number(price) },
        { kind: "formula", formula, result: roundedByPlanner(product) },
      ];
    });
    const sheet = { name: "Rounding", columnWidths: [], frozenRowCount: 0, rows };
    const workbook = { title: "Rounding", asOf: "2026-11-23", moneyDigits: 2, sheets: [sheet] };
    expect(await differencesInLibreOffice(workbook)).toEqual([]);
  });
});
