import { type Money, subtractMoney } from "../../base/money.ts";
import { type PlanTotals, TOTALS, type TotalId } from "./totals.ts";

/** The totals in which a comparison says how far each plan is from the baseline. */
export type ComparedTotals = Pick<
  PlanTotals,
  { [Id in TotalId]: (typeof TOTALS)[Id] extends { readonly isCompared: true } ? Id : never }[TotalId]
>;

export const comparedIds = (Object.keys(TOTALS) as TotalId[]).filter(
  (id): id is keyof ComparedTotals => "isCompared" in TOTALS[id],
);

/** What one plan has more than another, total by total. */
export function totalDifferences(a: ComparedTotals, b: ComparedTotals): ComparedTotals {
  const entries = comparedIds.map((id) => [id, difference(a[id], b[id])] as const);
  return Object.fromEntries(entries) as unknown as ComparedTotals;
}

type Value = number | Money | Readonly<Record<string, Money>>;

function difference(a: Value, b: Value): Value {
  if (typeof a === "number" || typeof b === "number") return Number(a) - Number(b);
  if (isMoney(a)) return subtractMoney(a, b as Money);
  const parts = Object.entries(a).map(([part, amount]) => [
    part,
    subtractMoney(amount, (b as typeof a)[part] as Money),
  ]);
  return Object.fromEntries(parts);
}

function isMoney(value: Exclude<Value, number>): value is Money {
  return typeof value.amount === "string";
}
