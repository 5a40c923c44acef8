import { readFileSync } from "node:fs";
import { workbookOf } from "@nkp-planner/adapters/workbook";
import { exampleFleet, exampleHostPriceBook, planningContext } from "@nkp-planner/catalog";
import {
  type BasePlan,
  basePlans,
  compareModels,
  type Lever,
  leversOf,
  type Money,
  operatingModels,
  type PlannedFleet,
  type PlanningContext,
  plannedFleet,
  type TieEnd,
  tieOf,
} from "@nkp-planner/core";
import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { type Recalculated, recalculated } from "./support/recalculation.ts";
import { fleetOf, pods, toyContext, toyPriceBook } from "./support/toy.ts";

/** What is expected here is worked out by HyperFormula from the workbooks' cells, or by hand: never by the planner. */

const FIRST_ROW = 4;
/** Milliseconds: planning and building come before the tests, on machines that do much else. */
const PATIENCE = 120_000;
const MOST_ROWS = 400;
const [starter, ultimate, hybrid] = operatingModels as unknown as readonly (typeof operatingModels)[number][];
type Model = (typeof operatingModels)[number];

const cents = (amount: number) => Math.round(Number((amount * 100).toFixed(6)));
const amountOf = (value: Money | number) => (typeof value === "number" ? value : Number(value.amount));

/** The rows of a sheet's table whose cell in a column has a text. */
function rowsOf(sheet: Recalculated, name: string, column: string, text: string): readonly number[] {
  const found: number[] = [];
  for (let row = FIRST_ROW; row < MOST_ROWS; row += 1) {
    try {
      if (sheet.textAt(name, `${column}${row}`) === text) found.push(row);
    } catch {
      break;
    }
  }
  return found;
}

describe("hosts, computed again", () => {
  /** A host of the toy: 12 cores less 2 of the controller VM, 2 vCPU a core; 120 GiB less 20. */
  const TOY_HOST = { vcpu: (12 - 2) * 2, memoryGiB: 120 - 20 };
  const fleet = fleetOf(
    { id: "a", workloads: [pods(9, "1", "2Gi", "10Gi")] },
    { id: "b", workloads: [pods(3, "500m", "11Gi", "7Gi")] },
    { id: "c", workloads: [pods(20, "2", "1Gi")] },
  );
  const book = toyPriceBook({
    items: [
      { sku: "HOST", name: "Host", appliesTo: "host", unit: "host", unitPrice: "6100", amortisedOverMonths: 50 },
      { sku: "KWH", name: "Power", appliesTo: "power", unit: "kWh", unitPrice: "0.25", wattsPerHost: 500 },
      { sku: "CORE", name: "Cores", appliesTo: "license-infrastructure", unit: "core-year", unitPrice: "60" },
      { sku: "STR", name: "Starter", appliesTo: "license-starter", unit: "vCPU-month", unitPrice: "5" },
      { sku: "ULT", name: "Ultimate", appliesTo: "license-ultimate", unit: "vCPU-month", unitPrice: "20" },
      { sku: "HOUR", name: "Engineer", appliesTo: "labour", unit: "hour", unitPrice: "50" },
    ],
  });

  describe.each([starter, ultimate, hybrid].map((model) => [(model as Model).id, model as Model] as const))(
    "%s",
    (_id, model) => {
      let sheet: Recalculated;
      const value = (name: string) => sheet.valueAt("Hosts", `B${rowsOf(sheet, "Hosts", "A", name)[0]}`) as number;
      const nodes = (column: string) => `SUMPRODUCT(Nodes!$C$4:$C$${last()},Nodes!$${column}$4:$${column}$${last()})`;
      const last = () => (rowsOf(sheet, "Nodes", "A", "Total")[0] as number) - 1;

      beforeAll(async () => {
        sheet = await recalculated(workbookOf(plannedFleet(fleet, model, { ...toyContext(), priceBook: book })));
      }, PATIENCE);

      it("are no fewer than sums of vCPU and memory ask for, and hold what lies on them", () => {
        const hosts = sheet.valueAt("Hosts", "B4") as number;
        for (const [column, unit, offer, central] of [
          ["D", "vCPU", TOY_HOST.vcpu, "vCPU of such a VM"],
          ["E", "GiB", TOY_HOST.memoryGiB, "GiB of such a VM"],
        ] as const) {
          expect(value(`One host offers, ${unit}`)).toBe(offer);
          const vms = value("VMs of Prism Central") * value(central);
          const asked = sheet.calculate(`=${nodes(column)}+${vms}`);
          const least = Math.ceil(asked / offer) + value("of which spare");
          expect(hosts).toBeGreaterThanOrEqual(least);
          expect((hosts - value("of which spare")) * offer).toBeGreaterThanOrEqual(asked);
          // The workbook's own bound has the room for an upgrade in it, and lies between.
          expect(value(`Least by the sum of ${unit}`)).toBeGreaterThanOrEqual(least);
          expect(value(`Least by the sum of ${unit}`)).toBeLessThanOrEqual(hosts);
        }
      });

      it("carry every VM once, none of them more than it offers", () => {
        const hosts = sheet.valueAt("Hosts", "B4") as number;
        for (let host = 1; host <= hosts; host += 1) {
          const row = FIRST_ROW + host - 1;
          const on = (column: string) =>
            sheet.calculate(`=SUMIF('On hosts'!$A$4:$A$400,${host},'On hosts'!$${column}$4:$${column}$400)`);
          expect(on("E")).toBeLessThanOrEqual(TOY_HOST.vcpu);
          expect(on("F")).toBeLessThanOrEqual(TOY_HOST.memoryGiB);
          expect(["B", "C", "D"].map((column) => sheet.valueAt("Host loads", `${column}${row}`))).toEqual(
            ["D", "E", "F"].map(on),
          );
        }
        for (let row = FIRST_ROW; row <= last(); row += 1) {
          const vms = "'On hosts'!$D$4:$D$400";
          const isOfPool = `'On hosts'!$B$4:$B$400,Nodes!$A$${row},'On hosts'!$C$4:$C$400,Nodes!$B$${row}`;
          const isKeptFree = `'On hosts'!$G$4:$G$400,"kept free for an upgrade"`;
          const placed = sheet.calculate(`=SUMIFS(${vms},${isOfPool})-SUMIFS(${vms},${isOfPool},${isKeptFree})`);
          expect(placed, `row ${row}`).toBe(sheet.valueAt("Nodes", `C${row}`));
        }
      });

      it("cost their number times the price, by host, power and core", () => {
        const hosts = sheet.valueAt("Hosts", "B4") as number;
        const costOf = (driver: string, unit: string) =>
          sheet.calculate(`=SUMIFS(Costs!$H$4:$H$400,Costs!$B$4:$B$400,"${driver}",Costs!$F$4:$F$400,"${unit}")`);
        // 6100 ÷ 50 = 122 a month; 500 W × 730 h = 365 kWh at 0.25; 12 cores at 5.
        const drivers = new Map<string, string>();
        for (let row = FIRST_ROW; row < MOST_ROWS; row += 1) {
          const unit = sheet.textAt("Costs", `F${row}`);
          if (typeof unit !== "string") continue;
          drivers.set(unit, String(sheet.textAt("Costs", `B${row}`)));
          if (sheet.textAt("Costs", `A${row}`) === "Total a month") break;
        }
        const cost = (unit: string) => cents(costOf(drivers.get(unit) ?? "", unit));
        expect(cost("host-month")).toBe(hosts * 12_200);
        expect(cost("kWh")).toBe(cents(hosts * 365 * 0.25));
        expect(cost("core-month")).toBe(hosts * 12 * 500);
      });
    },
  );
});

/** Two models' workbooks side by side. */
interface Pair {
  readonly cheaper: Recalculated;
  readonly dearer: Recalculated;
}
const differenceIn = ({ cheaper, dearer }: Pair) =>
  (dearer.valueAt("Summary", "B4") as number) - (cheaper.valueAt("Summary", "B4") as number);

/** Runs at another value of a price or of hours in both workbooks, and puts things back. */
function at<Result>(pair: Pair, name: string, factor: number, found: () => Result): Result {
  const moved = [pair.cheaper, pair.dearer].flatMap((sheet) =>
    (
      [
        ["Prices", "B", "E"],
        ["Quantities", "A", "B"],
      ] as const
    ).flatMap(([sheetName, names, values]) =>
      rowsOf(sheet, sheetName, names, name).map((row) => ({ sheet, sheetName, cell: `${values}${row}` })),
    ),
  );
  expect(moved.length, name).toBeGreaterThan(0);
  const before = moved.map(({ sheet, sheetName, cell }) => sheet.valueAt(sheetName, cell) as number);
  for (const [index, { sheet, sheetName, cell }] of moved.entries())
    sheet.set(sheetName, cell, (before[index] as number) * factor);
  const result = found();
  for (const [index, { sheet, sheetName, cell }] of moved.entries())
    sheet.set(sheetName, cell, before[index] as number);
  return result;
}

/** What every line of both bills comes to. */
function amountsIn({ cheaper, dearer }: Pair): readonly unknown[] {
  const rows = Array.from({ length: 400 }, (_, index) => `E${index + 4}`);
  return [cheaper, dearer].flatMap((sheet) => rows.map((cell) => sheet.valueAt("Costs", cell)));
}

describe("what turns the verdict, computed again by HyperFormula", () => {
  // Hosts that are bought, prices of a year, in dollars, by tier and with a minimum.
  const FILE = "examples/price-book-hosts-eur.yaml";
  const context = planningContext({ release: exampleFleet.release, priceBook: exampleHostPriceBook });
  let pair: Pair;
  let levers: readonly Lever[];

  beforeAll(async () => {
    const models = [starter as Model, ultimate as Model];
    const { plans } = compareModels(exampleFleet, models, context, (ultimate as Model).id);
    const sorted = (plans as PlannedFleet[]).toSorted(
      (a, b) => amountOf(a.totals.monthlyCost) - amountOf(b.totals.monthlyCost),
    );
    const [cheaper, dearer] = sorted as [PlannedFleet, PlannedFleet];
    levers = leversOf(cheaper, dearer);
    const [less, more] = await Promise.all([cheaper, dearer].map((plan) => recalculated(workbookOf(plan))));
    pair = { cheaper: less as Recalculated, dearer: more as Recalculated };
  }, PATIENCE);

  it("is where both workbooks cost the same", () => {
    const written = parse(readFileSync(FILE, "utf8")).items as readonly {
      readonly name: string;
      readonly residualValue?: string;
    }[];
    const planned = differenceIn(pair);
    let tieCount = 0;
    for (const { name, value, tie } of levers) {
      const withNone = at(pair, name, 0, () => differenceIn(pair));
      // The difference is a line over the lever's value: planned at 1, withNone at 0.
      const factor = withNone === planned ? Number.NaN : withNone / (withNone - planned);
      if (tie === null) {
        expect(factor >= 0 && factor <= 1e6, name).toBe(false);
        continue;
      }
      tieCount += 1;
      const kept = Number(written.find((one) => one.name === name)?.residualValue ?? 0);
      const [now, then] = [amountOf(value) - kept, amountOf(tie) - kept];
      // A price is said to the cent, or to a hundredth of one below 1; hours are said as they are.
      const digit = typeof tie === "number" ? 0 : amountOf(tie) < 1 ? 0.0001 : 0.01;
      const slope = Math.abs(planned - withNone) / now;
      // Every line of both bills is rounded for itself, half a cent at most.
      const lineCount = ["cheaper", "dearer"].reduce(
        (sum, which) => sum + pair[which as keyof Pair].calculate("=COUNT(Costs!$E$4:$E$400)"),
        0,
      );
      // What half a cent of today's line stands for grows with the lever, of the lines that follow it.
      const today = amountsIn(pair);
      const none = at(pair, name, 0, () => amountsIn(pair));
      const followingCount = today.filter((amount, index) => amount !== none[index]).length;
      const beyond = Math.max(0, then / now - 1);
      const rounding = (digit / 2) * slope + (lineCount + beyond * followingCount) * 0.005;
      expect(Math.abs(at(pair, name, then / now, () => differenceIn(pair))), name).toBeLessThanOrEqual(rounding);
      expect(Math.abs(factor * now - then), name).toBeLessThanOrEqual(rounding / slope);
    }
    expect(tieCount).toBeGreaterThan(2);
  });
});

describe("a tie planned in full, computed again", () => {
  const fleet = fleetOf(
    { id: "a", workloads: [pods(4, "1", "2Gi")] },
    { id: "b", workloads: [pods(7, "500m", "3Gi")] },
  );
  const context: PlanningContext = toyContext();

  it("is the value at which the workbooks change places, to the cent", async () => {
    const bases = basePlans(fleet, [ultimate as Model, starter as Model], context) as unknown as readonly [
      BasePlan,
      BasePlan,
    ];
    const books = await Promise.all(
      [ultimate, starter].map((model) => recalculated(workbookOf(plannedFleet(fleet, model as Model, context)))),
    );
    const [mine, theirs] = books as [Recalculated, Recalculated];
    const name = "operations-hours-self-managed";
    const { at: found, before, planned } = tieOf(bases, fleet, context, name);
    const costsAt = (end: TieEnd | null) =>
      at({ cheaper: theirs, dearer: mine }, name, Number(end?.value) / Number(planned.value), () =>
        [mine, theirs].map((sheet) => cents(sheet.valueAt("Summary", "B4") as number)),
      );
    for (const end of [planned, before, found]) {
      const said = [end?.monthlyCost, end?.againstMonthlyCost].map((one) => cents(Number(one?.amount)));
      expect(costsAt(end), end?.value).toEqual(said);
    }
    const [less, more] = [costsAt(found), costsAt(before)] as [number[], number[]];
    expect((less[0] as number) - (less[1] as number)).toBeLessThanOrEqual(0);
    expect((more[0] as number) - (more[1] as number)).toBeGreaterThan(0);
    // An hour costs 50 on each of two clusters: within the last digit that is searched, half a cent an hour's thousandth.
    const exact =
      Number(planned.value) +
      (cents(Number(planned.monthlyCost.amount)) - cents(Number(planned.againstMonthlyCost.amount))) / 10_000;
    expect(Math.abs(Number(found?.value) - exact)).toBeLessThanOrEqual(
      Math.abs(Number(found?.value) - Number(before?.value)),
    );
  });
});
