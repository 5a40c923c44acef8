import { type Amounts, ASSUMED_RANGES, measureOf, type PlanningContext, type Tornado } from "@nkp-planner/core";
import type { Writer } from "../writer.ts";
import type { ChartView } from "./chart-view.ts";
import { swingBars, targetTitle } from "./swing-bars.ts";

/** How far a model's margin moves where one price or one kind of hours turns out otherwise, the widest first. */
export function tornadoChart(
  { base, swings }: Tornado,
  context: PlanningContext,
  modelId: string,
  currency: string,
  writer: Writer,
): ChartView {
  const what = base.monthlyMargin === null ? "cost" : "margin";
  const text = (amounts: Amounts) => writer.wholeMoney(measureOf(amounts));
  const first = swings[0];
  return {
    title: `What moves the ${what} most`,
    unit: `${currency} a month, against the plan`,
    summary:
      first === undefined
        ? "Nothing was varied."
        : `${targetTitle(first.range, context)}: the ${what} is between ${text(first.low)} and ${text(first.high)}. As planned it is ${text(base)}. ${ASSUMED_RANGES}, one at a time.`,
    ...swingBars(
      what,
      modelId,
      measureOf(base),
      swings.map(({ low, high, ...swing }) => ({ ...swing, low: measureOf(low), high: measureOf(high) })),
      context,
      writer,
    ),
  };
}
