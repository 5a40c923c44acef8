import { type Money, subtractMoney, sumMoney } from "../base/money.ts";
import { type PlanTotals, type SizeId, TOTALS } from "../plan/totals/totals.ts";
import { type CostDriver, costDriverOf, costDrivers } from "../prices/cost-drivers.ts";

/** One of the few lines in which a difference of cost is told, with what it comes from. */
export interface LedgerLine {
  readonly id: LedgerId;
  readonly title: string;
  /** What the other costs more a month; below zero where it costs less. The lines sum to the whole difference. */
  readonly difference: Money;
  /** The total of a plan that makes it larger or smaller. */
  readonly grownBy: SizeId;
  /** Of that total. */
  readonly unit: string;
}

interface LedgerDefinition {
  readonly title: string;
  readonly grownBy: SizeId;
  /** Whether a kind of cost is told in it; the first line that takes one has it. */
  readonly takes: (driver: CostDriver) => boolean;
}

const LEDGER = {
  licences: { title: "Licences", grownBy: "licensedVcpu", takes: (driver) => driver === "license" },
  nodes: {
    title: "Nodes",
    grownBy: "nodeCount",
    takes: (driver) => costDriverOf(driver).followsPods === true,
  },
  rest: { title: "Labour and all else", grownBy: "clusterCount", takes: () => true },
} as const satisfies Readonly<Record<string, LedgerDefinition>>;

export type LedgerId = keyof typeof LEDGER;

/** What one plan costs more than another, in lines that sum to it: licences, nodes with what they stand on, all else. */
export function ledgerOf(cheaper: PlanTotals, dearer: PlanTotals): readonly LedgerLine[] {
  const lines = Object.entries(LEDGER) as readonly (readonly [LedgerId, LedgerDefinition])[];
  const lineOf = (driver: CostDriver) => lines.find(([, { takes }]) => takes(driver))?.[0];
  const sumOf = ({ monthlyCost, monthlyCostByDriver }: PlanTotals, id: LedgerId) =>
    sumMoney(
      costDrivers.filter((driver) => lineOf(driver) === id).map((driver) => monthlyCostByDriver[driver]),
      monthlyCost.currency,
    );
  return lines.map(([id, { title, grownBy }]) => ({
    ...{ id, title, grownBy, unit: TOTALS[grownBy].unit },
    difference: subtractMoney(sumOf(dearer, id), sumOf(cheaper, id)),
  }));
}
