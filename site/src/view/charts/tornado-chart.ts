import {
  type Amounts,
  ASSUMED_RANGES,
  allRates,
  choiceNamed,
  isZeroMoney,
  measureOf,
  moneyAsNumber,
  type PlanningContext,
  type Range,
  type Swing,
  subtractMoney,
  type Tornado,
} from "@nkp-planner/core";
import { isLoss, type Writer } from "../writer.ts";
import type { ChartView } from "./chart-view.ts";

const MOST_BARS = 10;

/** How far a model's margin moves where one price or one kind of hours turns out otherwise, the widest first. */
export function tornadoChart(
  { base, swings }: Tornado,
  context: PlanningContext,
  modelId: string,
  currency: string,
  writer: Writer,
): ChartView {
  const shown = swings.filter(({ swing }) => !isZeroMoney(swing)).slice(0, MOST_BARS);
  const isMargin = base.monthlyMargin !== null;
  const what = isMargin ? "margin" : "cost";
  // Against the plan: to the right of zero it would be more, to the left less.
  const ends = ({ low, high }: Swing) => [low, high].map((one) => subtractMoney(measureOf(one), measureOf(base)));
  const text = (amounts: Amounts) => writer.wholeMoney(measureOf(amounts));
  const first = shown[0];
  return {
    title: `What moves the ${what} most`,
    unit: `${currency} a month, against the plan`,
    shape: "bars",
    summary:
      first === undefined
        ? "Nothing was varied."
        : `${titleOf(first.range, context)}: the ${what} is between ${text(first.low)} and ${text(first.high)}. As planned it is ${text(base)}. ${ASSUMED_RANGES}, one at a time.`,
    categories: shown.map(({ range }) => titleOf(range, context)),
    series: [
      {
        label: what,
        tone: modelId,
        values: shown.map((swing) => {
          const [low = 0, high = 0] = ends(swing).map(moneyAsNumber);
          return [Math.min(low, high), Math.max(low, high)] as const;
        }),
      },
    ],
    barTexts: shown.map(({ swing }) => writer.wholeMoney(swing)),
    marks: [],
    table: {
      columns: ["Varied", "From", "To", `${what} at the low end`, `${what} at the high end`],
      rows: swings.map(({ range, low, high }) => ({
        head: titleOf(range, context),
        cells: [
          { text: range.low },
          { text: range.high },
          { text: writer.amount(measureOf(low)), ...lossTone(low) },
          { text: writer.amount(measureOf(high)), ...lossTone(high) },
        ],
      })),
    },
  };
}

function lossTone(amounts: Amounts) {
  return isLoss(measureOf(amounts)) ? { tone: "loss" as const } : {};
}

function titleOf({ target: { kind, id } }: Range, { choices, priceBook }: PlanningContext): string {
  if (kind === "setting") return choiceNamed(choices, id)?.parameter.title ?? id;
  const rates = allRates(priceBook);
  return rates.find(({ sku }) => sku === id)?.name ?? id;
}
