import {
  compareMoney,
  isNegativeMoney,
  isZeroMoney,
  type Money,
  money,
  multiplyMoney,
  noMoney,
  ratioOf,
  subtractMoney,
} from "../../base/money.ts";
import type { FindingToCompare, PlanToCompare } from "./compared-plan.ts";
import { isSameCurrency } from "./value-change.ts";

/** From when on a change of the cost a month counts; both given: what exceeds one of them counts. */
export interface CostThresholds {
  /** In the currency of the plans, with a point before fractions: `"500"`; null: none. */
  readonly amount: string | null;
  /** Percent of what the base costs; null: none. */
  readonly percent: number | null;
}

/** Where the cost a month goes. */
export interface CostMovement {
  readonly base: Money;
  readonly head: Money;
  /** head − base; null: they are amounts of two currencies. */
  readonly difference: Money | null;
  /** difference ÷ base; null: not known, or the base costs nothing. */
  readonly differenceRatio: number | null;
  readonly direction: "more" | "less" | "same" | "unknown";
  /** Whether it moved by more than a threshold, in either direction; without any, whether it moved. */
  readonly isBeyond: boolean;
  /** What a plan has and its cost leaves out, as no price is known for it. */
  readonly leftOut: { readonly base: readonly string[]; readonly head: readonly string[] };
  /** Of the head's, what the base's does not leave out: the cost is not known in full now. */
  readonly newlyLeftOut: readonly string[];
}

type Costed = Pick<PlanToCompare, "totals" | "findings">;

const PERCENT = 100;
/** The statement that says what a price book has no item for. */
const LEFT_OUT = "without-price";

/** Where the cost a month goes from one plan to another. `{ amount: "100", percent: null }` lets a change of 100.00 pass. */
export function costMovement(base: Costed, head: Costed, thresholds: CostThresholds): CostMovement {
  const [was, is] = [base.totals.monthlyCost, head.totals.monthlyCost];
  const leftOut = { base: leftOutOf(base.findings), head: leftOutOf(head.findings) };
  const newlyLeftOut = leftOut.head.filter((name) => !leftOut.base.includes(name));
  const both = { base: was, head: is, leftOut, newlyLeftOut };
  if (!isSameCurrency(was, is))
    return { ...both, difference: null, differenceRatio: null, direction: "unknown", isBeyond: true };
  const difference = subtractMoney(is, was);
  return {
    ...both,
    difference,
    differenceRatio: ratioOf(difference, was),
    direction: isZeroMoney(difference) ? "same" : isNegativeMoney(difference) ? "less" : "more",
    isBeyond: isBeyond(difference, was, thresholds),
  };
}

function isBeyond(difference: Money, base: Money, { amount, percent }: CostThresholds): boolean {
  const size = sizeOf(difference);
  if (amount === null && percent === null) return !isZeroMoney(size);
  const isMore = amount !== null && compareMoney(size, money(amount, size.currency)) > 0;
  const parts = percent === null ? null : multiplyMoney(sizeOf(base), percent);
  return isMore || (parts !== null && compareMoney(multiplyMoney(size, PERCENT), parts) > 0);
}

function sizeOf(value: Money): Money {
  return isNegativeMoney(value) ? subtractMoney(noMoney(value.currency), value) : value;
}

/** Names of what is left out, as the statements list them. */
function leftOutOf(findings: readonly FindingToCompare[]): readonly string[] {
  const lists = findings
    .filter(({ code }) => code === LEFT_OUT)
    .map(({ message }) => message.figures["kinds"] as { readonly value?: unknown } | undefined);
  const names = lists.flatMap((list) => (Array.isArray(list?.value) ? list.value : []));
  return [...new Set(names.filter((name) => typeof name === "string"))];
}
