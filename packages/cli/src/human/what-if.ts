import {
  type Amounts,
  ASSUMED_RANGES,
  type Finding,
  isZeroMoney,
  type Money,
  type MonteCarlo,
  measureOf,
  moneyAsNumber,
  moneyNumberText,
  numberText,
  type OperatingModel,
  type Quantiles,
  type Range,
  ratioText,
  type Tornado,
  type TwoWay,
  type WhatIfAnswers,
} from "@nkp-planner/core";
import { BAR_LEGEND, barsOf } from "./bars.ts";
import { noticesText } from "./findings.ts";
import type { Ink } from "./ink.ts";
import { paragraph } from "./layout.ts";
import { type Column, table } from "./table.ts";

/** All that a what-if says. */
export interface WhatIfAnswer extends WhatIfAnswers {
  readonly models: readonly OperatingModel[];
  readonly notices: readonly Finding[];
}

export function whatIfText(answer: WhatIfAnswer, ink: Ink): string {
  const { tornado, twoWay, trials, notices, whatIf } = answer;
  if (whatIf.ranges.length === 0) return "The fleet has no tenants: there is nothing that could turn out otherwise.\n";
  const parts = [
    trials === null ? "" : ink.strong(paragraph(headline(trials, answer))),
    noticesText(notices),
    trials === null ? "" : trialsText(trials, answer, ink),
    ...tornado.map((one) => tornadoText(one, answer, ink)),
    ...(twoWay === null ? [] : twoWayTexts(twoWay, answer, ink)),
    rangesText(answer, ink),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function titleOf(id: string, { models }: Pick<WhatIfAnswer, "models">): string {
  return models.find((model) => model.id === id)?.title ?? id;
}

function headline({ models, trialCount }: MonteCarlo, answer: WhatIfAnswer): string {
  const [likeliest] = models.toSorted((a, b) => b.cheapestRatio - a.cheapestRatio);
  if (likeliest === undefined) return "";
  const { modelId, monthlyCost } = likeliest;
  const { currency } = answer;
  const range = `${currency} ${wholeText(monthlyCost.p10)} to ${wholeText(monthlyCost.p90)} a month in eight of ten trials`;
  if (models.length === 1) return `${titleOf(modelId, answer)} costs ${range} (${numberText(trialCount)} trials).`;
  if (likeliest.cheapestRatio === 0)
    return `No model costs less than the others in any of ${numberText(trialCount)} trials.`;
  const share = shareText(likeliest.cheapestRatio);
  return `${titleOf(modelId, answer)} costs least in ${share} of ${numberText(trialCount)} trials: ${range}.`;
}

function trialsText({ models, duels, trialCount, seed, method }: MonteCarlo, answer: WhatIfAnswer, ink: Ink): string {
  const columns: readonly Column[] = [
    { title: "", align: "left" },
    ...["P10", "P50", "P90", "costs least in"].map((title) => ({ title, align: "right" as const })),
  ];
  const rows = models.flatMap(({ modelId, isFeasible, monthlyCost, monthlyMargin, cheapestRatio }) => [
    [
      `${titleOf(modelId, answer)}, cost`,
      ...quantileCells(monthlyCost),
      isFeasible ? shareText(cheapestRatio) : "falls short",
    ],
    ...(monthlyMargin === null ? [] : [["  margin", ...quantileCells(monthlyMargin), ""]]),
  ]);
  const pairs = duels
    .filter(({ modelId, otherId }) => indexOf(modelId, models) < indexOf(otherId, models))
    .map(({ modelId, otherId, cheaperRatio }) => {
      const [one, other] = [titleOf(modelId, answer), titleOf(otherId, answer)];
      return paragraph(`${one} costs less than ${other} in ${shareText(cheaperRatio)} of the trials.`, "  ", "· ");
    });
  const what = `P10 is what one trial in ten does not exceed, by nearest rank. ${numberText(trialCount)} trials, seed ${seed}: ${method}.`;
  return [
    ink.strong(`What is likely, ${answer.currency} a month`),
    table(columns, rows, ink),
    ...(models.length > 2 ? pairs : []),
    ink.quiet(paragraph(what)),
  ].join("\n");
}

function indexOf(id: string, models: readonly { readonly modelId: string }[]): number {
  return models.findIndex(({ modelId }) => modelId === id);
}

function quantileCells({ p10, p50, p90 }: Quantiles): readonly string[] {
  return [p10, p50, p90].map(moneyNumberText);
}

/** What is drawn: the margin, or the cost where no margin is known. */
function measureName({ monthlyMargin }: Pick<Amounts, "monthlyMargin">): string {
  return monthlyMargin === null ? "Cost" : "Margin";
}

function tornadoText({ modelId, base, swings }: Tornado, answer: WhatIfAnswer, ink: Ink): string {
  const numberOf = (amounts: Amounts) => moneyAsNumber(measureOf(amounts));
  const moved = swings.filter(({ swing }) => !isZeroMoney(swing));
  const still = swings.filter(({ swing }) => isZeroMoney(swing));
  const bars = barsOf(
    moved.map(({ low, high }) => ({ low: numberOf(low), base: numberOf(base), high: numberOf(high) })),
  );
  const rows = moved.map(({ range, low, high }, index) => [
    range.target.id,
    bars[index] ?? "",
    `${wholeText(measureOf(low))}${shortMark(low)}`,
    `${wholeText(measureOf(high))}${shortMark(high)}`,
  ]);
  const columns: readonly Column[] = [
    { title: "One at a time", align: "left" },
    { title: "", align: "left" },
    { title: "at low", align: "right" },
    { title: "at high", align: "right" },
  ];
  const title = `${measureName(base)} of ${titleOf(modelId, answer)}: ${moneyNumberText(measureOf(base))} ${answer.currency} a month`;
  const unmoved = still.map(({ range }) => range.target.id).join(", ");
  return [
    ink.strong(paragraph(title)),
    ...(moved.length === 0 ? [] : [table(columns, rows, ink), ink.quiet(paragraph(BAR_LEGEND))]),
    ...(moved.some(({ low, high }) => !low.isFeasible || !high.isFeasible) ? [ink.quiet(SHORT_NOTE)] : []),
    ...(still.length === 0 ? [] : [ink.quiet(paragraph(`Changes nothing: ${unmoved}.`))]),
  ].join("\n");
}

const SHORT_NOTE = "! falls short: compare shows why";

function shortMark({ isFeasible }: Amounts): string {
  return isFeasible ? "" : " !";
}

/** Whole units, for charts and tables where cents only take room. */
function wholeText(value: Money): string {
  return numberText(moneyAsNumber(value), 0);
}

const ALMOST_ALL = 0.9995;
const ALMOST_NONE = 0.0005;

/** A share of the trials: "all" and "none" are said only where it is all and none of them. */
function shareText(ratio: number): string {
  if (ratio === 0) return "none";
  if (ratio === 1) return "all";
  if (ratio >= ALMOST_ALL) return "over 99.9 %";
  return ratio < ALMOST_NONE ? "under 0.1 %" : ratioText(ratio);
}

function twoWayTexts({ across, down, rows }: TwoWay, answer: WhatIfAnswer, ink: Ink): readonly string[] {
  const head = rows[0] ?? [];
  return answer.models.map(({ id }) => {
    const columns: readonly Column[] = [
      { title: down.target.id, align: "left" },
      ...head.map((cell) => ({ title: numberText(Number(cell.across), 4), align: "right" as const })),
    ];
    const lines = rows.map((row) => [
      numberText(Number(row[0]?.down), 4),
      ...row.map(({ models, cheapestModelId }) => {
        const cell = models.find(({ modelId }) => modelId === id) as Amounts;
        const mark = cheapestModelId === id && models.length > 1 ? " *" : "  ";
        return `${wholeText(measureOf(cell))}${shortMark(cell)}${mark}`;
      }),
    ]);
    const first = head[0]?.models.find(({ modelId }) => modelId === id);
    const what = first === undefined ? "" : measureName(first);
    const title = `${what} of ${titleOf(id, answer)}: ${down.target.id} down, ${across.target.id} across`;
    const isShort = rows.flat().some(({ models }) => models.some((one) => one.modelId === id && !one.isFeasible));
    return [
      ink.strong(paragraph(title)),
      table(columns, lines, ink),
      ...(answer.models.length > 1 ? [ink.quiet("* costs least of the models")] : []),
      ...(isShort ? [ink.quiet(SHORT_NOTE)] : []),
    ].join("\n");
  });
}

function rangesText({ whatIf, baseOf, unitOf }: WhatIfAnswer, ink: Ink): string {
  const title = whatIf.isAssumed
    ? `Ranges: ${ASSUMED_RANGES}. Nobody gave them; write yours with --ranges.`
    : `Ranges${whatIf.title === null ? "" : `: ${whatIf.title}`}. Prices are in ${whatIf.currency}.`;
  const columns: readonly Column[] = [
    { title: "", align: "left" },
    ...["low", "as planned", "high", "likeliest"].map((one) => ({ title: one, align: "right" as const })),
    { title: "", align: "left" },
  ];
  const rows = whatIf.ranges.map(({ target, low, high, mode }: Range) => {
    const base = baseOf(target);
    return [
      target.id,
      valueCell(low),
      base === null ? "" : valueCell(base),
      valueCell(high),
      mode === null ? "any" : valueCell(mode),
      unitOf(target),
    ];
  });
  return [ink.strong(paragraph(title)), table(columns, rows, ink)].join("\n");
}

const VALUE_DIGITS = 4;

function valueCell(value: string | number): string {
  return numberText(Number(value), VALUE_DIGITS);
}
