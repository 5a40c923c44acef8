import {
  bySize,
  type Chances,
  type ModelChances,
  type Money,
  moneyNumberText,
  moneyToJson,
  numberText,
  type OperatingModel,
  type Outcome,
  type Quantiles,
  type Ranges,
  ratioText,
  type Swing,
  sizeOf,
  type TwoWayTable,
} from "@nkp-planner/core";
import type { Ink } from "./ink.ts";
import { paragraph } from "./layout.ts";
import { table } from "./table.ts";

export interface WhatIfAnswers {
  readonly currency: string;
  readonly models: readonly OperatingModel[];
  readonly ranges: Ranges;
  readonly now: readonly Outcome[];
  readonly swings: readonly Swing[];
  readonly table: TwoWayTable | null;
  /** null: no trials. */
  readonly chances: Chances | null;
}

export function whatIfText(answers: WhatIfAnswers, notices: readonly string[], ink: Ink): string {
  const { models, swings, chances, ranges } = answers;
  const basis = ranges.isGiven
    ? `Ranges of ${ranges.id}.`
    : "Nobody gave ranges: prices are taken to lie within ±20 %, hours from half to double. Give yours with --ranges.";
  const parts = [
    notices.map((notice) => paragraph(notice)).join("\n"),
    paragraph(basis),
    ...models.map((model, index) => tornadoText(model, answers.now[index] as Outcome, swings, answers.currency, ink)),
    answers.table === null ? "" : tableText(answers.table, models, answers.currency, ink),
    chances === null ? "" : chancesText(chances, answers, ink),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

const MOST_BARS = 12;
const BAR_WIDTH = 14;

function tornadoText(
  model: OperatingModel,
  now: Outcome,
  swings: readonly Swing[],
  currency: string,
  ink: Ink,
): string {
  const sorted = bySize(swings, model.id).filter((swing) => !sizeOf(swing, model.id).amount.isZero());
  const [largest] = sorted;
  const what = now.monthlyMargin === null ? "cost" : "margin";
  const title = ink.strong(
    `${model.title}: what moves the ${what}, ${currency} a month, now ${moneyNumberText(marginOrCost(now))}`,
  );
  if (largest === undefined) return `${title}\n  Nothing that was tried.`;
  const most = sizeOf(largest, model.id).amount;
  const rows = sorted.slice(0, MOST_BARS).map((swing) => {
    const { range, low, high } = swing;
    const at = (outcomes: readonly Outcome[]) =>
      moneyNumberText(marginOrCost(outcomes.find(({ modelId }) => modelId === model.id) as Outcome));
    const filled = Math.max(1, Math.round(sizeOf(swing, model.id).amount.div(most).toNumber() * BAR_WIDTH));
    return [range.name, `${numberText(range.low)}–${numberText(range.high)}`, at(low), at(high), "█".repeat(filled)];
  });
  const columns = [
    { title: "Figure", align: "left" as const },
    { title: "From–to", align: "right" as const },
    { title: "At low", align: "right" as const },
    { title: "At high", align: "right" as const },
    { title: "Swing", align: "left" as const },
  ];
  const rest =
    sorted.length > MOST_BARS ? `\n${ink.quiet(`  and ${sorted.length - MOST_BARS} that move it less`)}` : "";
  return `${title}\n${table(columns, rows, ink)}${rest}`;
}

function marginOrCost({ monthlyMargin, monthlyCost }: Outcome): Money {
  return monthlyMargin ?? monthlyCost;
}

function tableText(
  { across, down, acrossValues, downValues, cells }: TwoWayTable,
  models: readonly OperatingModel[],
  currency: string,
  ink: Ink,
): string {
  return models
    .map(({ id, title }) => {
      const columns = [
        { title: `${down.name} ↓`, align: "left" as const },
        ...acrossValues.map((value) => ({ title: numberText(value), align: "right" as const })),
      ];
      const rows = cells.map((row, index) => [
        numberText(downValues[index] as number),
        ...row.map((outcomes) =>
          moneyNumberText(marginOrCost(outcomes.find(({ modelId }) => modelId === id) as Outcome)),
        ),
      ]);
      const what = cells[0]?.[0]?.[0]?.monthlyMargin === null ? "Cost" : "Margin";
      return `${ink.strong(`${title}: ${what.toLowerCase()}, ${currency} a month; ${across.name} →`)}\n${table(columns, rows, ink)}`;
    })
    .join("\n\n");
}

function chancesText(
  { trialCount, seed, models }: Chances,
  { models: all, ranges, currency }: WhatIfAnswers,
  ink: Ink,
): string {
  const titleOf = (id: string) => all.find((model) => model.id === id)?.title ?? id;
  const columns = [
    { title: `${currency} a month`, align: "left" as const },
    ...["P10", "P50", "P90", "Cheapest"].map((title) => ({ title, align: "right" as const })),
  ];
  const rowOf = (title: string, { p10, p50, p90 }: Quantiles, last: string) => [
    title,
    ...[p10, p50, p90].map((value) => moneyNumberText(value)),
    last,
  ];
  const rows = models.flatMap(({ modelId, monthlyCost, monthlyMargin, cheapestRatio }: ModelChances) => [
    rowOf(`${titleOf(modelId)}, cost`, monthlyCost, ratioText(cheapestRatio)),
    ...(monthlyMargin === null ? [] : [rowOf("  margin", monthlyMargin, "")]),
  ]);
  const beats = models.flatMap(({ modelId, beatsRatio }, index) =>
    Object.entries(beatsRatio)
      .filter(([other]) => models.findIndex((model) => model.modelId === other) > index)
      .map(([other, ratio]) =>
        paragraph(
          `${titleOf(modelId)} costs less than ${titleOf(other)} in ${ratioText(ratio)} of the trials.`,
          "  ",
          "· ",
        ),
      ),
  );
  const names = ranges.ranges.map(
    ({ name, low, high, mode }) =>
      `${name} ${numberText(low)}–${numberText(high)}${mode === null ? "" : `, likeliest ${numberText(mode)}`}`,
  );
  return [
    ink.strong(`${numberText(trialCount)} trials that draw all at once, seed ${seed}`),
    table(columns, rows, ink),
    ...beats,
    ink.quiet(
      paragraph(`Rests on: ${names.join("; ")}. Each drawn by itself; nodes and shapes stay as planned.`, "  "),
    ),
  ].join("\n");
}

/** The same as data. */
export function whatIfJson({ ranges, now, swings, table: two, chances }: WhatIfAnswers): object {
  const outcome = ({ modelId, monthlyCost, monthlyMargin }: Outcome) => ({
    modelId,
    monthlyCost: moneyToJson(monthlyCost),
    monthlyMargin: monthlyMargin === null ? null : moneyToJson(monthlyMargin),
  });
  const quantiles = (all: Quantiles | null) =>
    all === null ? null : { p10: moneyToJson(all.p10), p50: moneyToJson(all.p50), p90: moneyToJson(all.p90) };
  return {
    ranges: { id: ranges.id, isGiven: ranges.isGiven, ranges: ranges.ranges },
    now: now.map(outcome),
    swings: swings.map(({ range, valueNow, low, high }) => ({
      range,
      valueNow,
      low: low.map(outcome),
      high: high.map(outcome),
    })),
    table: two === null ? null : { ...two, cells: two.cells.map((row) => row.map((cell) => cell.map(outcome))) },
    trials:
      chances === null
        ? null
        : {
            trialCount: chances.trialCount,
            seed: chances.seed,
            models: chances.models.map((model) => ({
              ...model,
              monthlyCost: quantiles(model.monthlyCost),
              monthlyMargin: quantiles(model.monthlyMargin),
            })),
          },
  };
}
