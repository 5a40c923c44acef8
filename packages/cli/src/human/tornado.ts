import {
  type Amounts,
  type DifferenceAt,
  type DifferenceTornado,
  isNegativeMoney,
  isZeroMoney,
  type Money,
  measureOf,
  moneyAsNumber,
  moneyNumberText,
  numberText,
  type Range,
  type Tornado,
} from "@nkp-planner/core";
import { BAR_LEGEND, barsOf } from "./bars.ts";
import type { Ink } from "./ink.ts";
import { paragraph } from "./paragraph.ts";
import { type Column, table } from "./table.ts";

/** What is drawn: the margin, or the cost where no margin is known. */
export function measureName({ monthlyMargin }: Pick<Amounts, "monthlyMargin">): string {
  return monthlyMargin === null ? "Cost" : "Margin";
}

/** One range at a time, of one model: its margin, or its cost, at either end. */
export function tornadoText({ base, swings }: Tornado, modelTitle: string, currency: string, ink: Ink): string {
  const end = (amounts: Amounts) => ({ value: measureOf(amounts), mark: shortMark(amounts) });
  const rows = swings.map(({ range, low, high, swing }) => ({ range, low: end(low), high: end(high), swing }));
  const title = `${measureName(base)} of ${modelTitle}${shortMark(base)}: ${moneyNumberText(measureOf(base))} ${currency} a month`;
  return barsText(title, measureOf(base), rows, ink);
}

/** One range at a time, of two models: how much more the dearer one costs at either end. */
export function differenceText(
  { cheaperId, dearerId, base, swings }: DifferenceTornado,
  titleOf: (modelId: string) => string,
  currency: string,
  ink: Ink,
): string {
  const turns = (at: DifferenceAt) => isNegativeMoney(at.monthlyCost);
  const end = (at: DifferenceAt) => ({
    value: at.monthlyCost,
    mark: `${shortMark(at)}${turns(at) ? " *" : ""}`,
  });
  const rows = swings.map(({ range, low, high, swing }) => ({ range, low: end(low), high: end(high), swing }));
  const amount = `${moneyNumberText(base.monthlyCost)} ${currency} a month`;
  const title = `What ${titleOf(dearerId)} costs more than ${titleOf(cheaperId)}: ${amount}`;
  const turned = swings.some(({ low, high }) => turns(low) || turns(high));
  const note = turned ? `* ${titleOf(dearerId)} costs less there.` : "The order of the two turns at no end of a range.";
  return [barsText(title, base.monthlyCost, rows, ink), ink.quiet(paragraph(note))].join("\n");
}

interface End {
  readonly value: Money;
  readonly mark: string;
}

interface BarRow {
  readonly range: Range;
  readonly low: End;
  readonly high: End;
  readonly swing: Money;
}

function barsText(title: string, base: Money, all: readonly BarRow[], ink: Ink): string {
  const moved = all.filter(({ swing }) => !isZeroMoney(swing));
  const still = all.filter(({ swing }) => isZeroMoney(swing));
  const bars = barsOf(
    moved.map(({ low, high }) => ({
      low: moneyAsNumber(low.value),
      base: moneyAsNumber(base),
      high: moneyAsNumber(high.value),
    })),
  );
  const cell = ({ value, mark }: End) => `${wholeText(value)}${mark}`;
  const rows = moved.map(({ range, low, high }, index) => [range.target.id, bars[index] ?? "", cell(low), cell(high)]);
  const unmoved = still.map(({ range }) => range.target.id).join(", ");
  return [
    ink.strong(paragraph(title)),
    ...(moved.length === 0 ? [] : [table(COLUMNS, rows, ink), ink.quiet(paragraph(BAR_LEGEND))]),
    ...(moved.some(({ low, high }) => `${low.mark}${high.mark}`.includes(SHORT)) ? [ink.quiet(SHORT_NOTE)] : []),
    ...(still.length === 0 ? [] : [ink.quiet(paragraph(`Changes nothing: ${unmoved}.`))]),
  ].join("\n");
}

const COLUMNS: readonly Column[] = [
  { title: "One at a time", align: "left" },
  { title: "", align: "left" },
  { title: "at low", align: "right" },
  { title: "at high", align: "right" },
];

const SHORT = " !";
export const SHORT_NOTE = "! falls short: compare shows why";

export function shortMark({ isFeasible }: { readonly isFeasible: boolean }): string {
  return isFeasible ? "" : SHORT;
}

/** Whole units, for charts and tables where cents only take room. */
export function wholeText(value: Money): string {
  return numberText(moneyAsNumber(value), 0);
}
