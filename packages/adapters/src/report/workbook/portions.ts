import {
  type CostPortion,
  isZeroMoney,
  type Money,
  moneyAsNumber,
  type PlannedFleet,
  type SharedLine,
  type Split,
  sumMoney,
} from "@nkp-planner/core";
import type { MoneyFormulas } from "./cells.ts";
import type { CostsPart } from "./costs-sheet.ts";

/** A portion of a line of the bill, with the formula of its amount. */
export interface PlacedPortion {
  readonly billing: "monthly" | "once";
  readonly label: string;
  readonly portion: CostPortion;
  readonly split: Split;
  readonly formula: string;
}

/** Every portion that is not zero for good: what recurs first, then what is paid once. */
export function portionsOf(plan: PlannedFleet, costs: CostsPart, money: MoneyFormulas): readonly PlacedPortion[] {
  const of = (billing: PlacedPortion["billing"], lines: readonly SharedLine[]) =>
    lines.flatMap((line) => placed(line, billing, costs, money));
  return [...of("monthly", plan.shared), ...of("once", plan.oneTimeShared)];
}

function placed(
  { line, splits }: SharedLine,
  billing: PlacedPortion["billing"],
  costs: CostsPart,
  money: MoneyFormulas,
): readonly PlacedPortion[] {
  const cost = costs.costOf(line);
  const amounts = splits.map(({ portion }) => portion.amount);
  const whole = moneyAsNumber(line.amount);
  return splits.flatMap((split, index) => {
    if (splits.length > 1 && isZeroMoney(split.portion.amount)) return [];
    const upTo = (end: number) => sumUpTo(amounts, end, line.amount.currency);
    const formula = splits.length === 1 ? cost : money.slice(cost, upTo(index), upTo(index + 1), whole);
    const label = `${split.portion.isForCentralStack ? "central stack: " : ""}${line.label}`;
    return [{ billing, label, portion: split.portion, split, formula }];
  });
}

function sumUpTo(amounts: readonly Money[], end: number, currency: string): number {
  return moneyAsNumber(sumMoney(amounts.slice(0, end), currency));
}
