import { ASSUMED_RANGES, type DifferenceTornado, isNegativeMoney, type PlanningContext } from "@nkp-planner/core";
import type { Writer } from "../writer.ts";
import type { ChartView } from "./chart-view.ts";
import { swingBars, targetTitle } from "./swing-bars.ts";

/** How far what one model costs more than another moves, one range at a time: what moves both alike moves nothing here. */
export function differenceChart(
  { dearerId, base, swings }: DifferenceTornado,
  titles: { readonly cheaper: string; readonly dearer: string },
  context: PlanningContext,
  currency: string,
  writer: Writer,
): ChartView {
  const first = swings[0];
  const turned = swings.filter(({ low, high }) => [low, high].some(({ monthlyCost }) => isNegativeMoney(monthlyCost)));
  const turns =
    turned.length === 0
      ? "At no end of a range does it cost less."
      : `It costs less at one end of: ${turned.map(({ range }) => targetTitle(range, context)).join(", ")}.`;
  return {
    title: "What moves the difference most",
    unit: `${currency} a month, against the plan`,
    summary:
      first === undefined
        ? "Nothing was varied."
        : `${titles.dearer} costs ${writer.wholeMoney(base.monthlyCost)} more than ${titles.cheaper}; ${targetTitle(first.range, context)} alone makes it ${writer.wholeMoney(first.low.monthlyCost)} to ${writer.wholeMoney(first.high.monthlyCost)}. ${turns} ${ASSUMED_RANGES}, one at a time.`,
    ...swingBars(
      "difference",
      dearerId,
      base.monthlyCost,
      swings.map(({ low, high, ...swing }) => ({ ...swing, low: low.monthlyCost, high: high.monthlyCost })),
      context,
      writer,
    ),
  };
}
