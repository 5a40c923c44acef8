import {
  allRates,
  choiceNamed,
  isZeroMoney,
  type Money,
  moneyAsNumber,
  type PlanningContext,
  type Range,
  subtractMoney,
} from "@nkp-planner/core";
import { isLoss, type Writer } from "../writer.ts";
import type { ChartView } from "./chart-view.ts";

/** An amount at both ends of one range. */
export interface AmountSwing {
  readonly range: Range;
  readonly low: Money;
  readonly high: Money;
  readonly swing: Money;
}

const MOST_BARS = 10;

/** Bars from one end of a range to the other, against the plan, and a table of all of them. */
export function swingBars(
  what: string,
  tone: string,
  base: Money,
  swings: readonly AmountSwing[],
  context: PlanningContext,
  writer: Writer,
): Pick<ChartView, "shape" | "categories" | "series" | "barTexts" | "marks" | "table"> {
  const shown = swings.filter(({ swing }) => !isZeroMoney(swing)).slice(0, MOST_BARS);
  // Against the plan: to the right of zero it would be more, to the left less.
  const ends = ({ low, high }: AmountSwing) => [low, high].map((one) => moneyAsNumber(subtractMoney(one, base)));
  const cell = (amount: Money) => ({
    text: writer.amount(amount),
    ...(isLoss(amount) ? { tone: "loss" as const } : {}),
  });
  return {
    shape: "bars",
    categories: shown.map(({ range }) => targetTitle(range, context)),
    series: [
      {
        label: what,
        tone,
        values: shown.map((swing) => {
          const [low = 0, high = 0] = ends(swing);
          return [Math.min(low, high), Math.max(low, high)] as const;
        }),
      },
    ],
    barTexts: shown.map(({ swing }) => writer.wholeMoney(swing)),
    marks: [],
    table: {
      columns: ["Varied", "From", "To", `${what} at the low end`, `${what} at the high end`],
      rows: swings.map(({ range, low, high }) => ({
        head: targetTitle(range, context),
        cells: [{ text: range.low }, { text: range.high }, cell(low), cell(high)],
      })),
    },
  };
}

/** What is varied, as people call it. */
export function targetTitle({ target: { kind, id } }: Range, { choices, priceBook }: PlanningContext): string {
  if (kind === "setting") return choiceNamed(choices, id)?.parameter.title ?? id;
  return allRates(priceBook).find(({ sku }) => sku === id)?.name ?? id;
}
