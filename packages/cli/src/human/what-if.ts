import {
  type Amounts,
  ASSUMED_RANGES,
  differenceTornadosOf,
  type Finding,
  type MonteCarlo,
  measureOf,
  moneyNumberText,
  numberText,
  type OperatingModel,
  type Quantiles,
  type Range,
  ratioText,
  type TwoWay,
  type WhatIf,
  type WhatIfAnswers,
} from "@nkp-planner/core";
import { noticesText } from "./findings.ts";
import type { Ink } from "./ink.ts";
import { paragraph } from "./paragraph.ts";
import { type Column, table } from "./table.ts";
import { differenceText, measureName, SHORT_NOTE, shortMark, tornadoText, wholeText } from "./tornado.ts";

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
    ...tornado.map((one) => tornadoText(one, titleOf(one.modelId, answer), answer.currency, ink)),
    ...differenceTornadosOf(tornado).map((one) =>
      differenceText(one, (id) => titleOf(id, answer), answer.currency, ink),
    ),
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
  const { currency, whatIf } = answer;
  const whose = whoseRanges(whatIf);
  const range = `${currency} ${wholeText(monthlyCost.p10)} to ${wholeText(monthlyCost.p90)} a month in eight of ten trials`;
  if (models.length === 1)
    return `${whose}${titleOf(modelId, answer)} costs ${range} (${numberText(trialCount)} trials).`;
  if (likeliest.cheapestRatio === 0)
    return `${whose}no model costs less than the others in any of ${numberText(trialCount)} trials.`;
  const share = shareText(likeliest.cheapestRatio, whatIf);
  return `${whose}${titleOf(modelId, answer)} costs least in ${share} of ${numberText(trialCount)} trials: ${range}.`;
}

/** Whoever reads only the first sentence must know on what it rests. */
function whoseRanges({ isAssumed, title }: WhatIf): string {
  if (isAssumed) return `By ranges that nobody gave (${ASSUMED_RANGES}): `;
  return title === null ? "By the ranges given: " : `By the ranges of "${title}": `;
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
      isFeasible ? shareText(cheapestRatio, answer.whatIf) : "falls short",
    ],
    ...(monthlyMargin === null ? [] : [["  margin", ...quantileCells(monthlyMargin), ""]]),
  ]);
  const pairs = duels
    .filter(({ modelId, otherId }) => indexOf(modelId, models) < indexOf(otherId, models))
    .map(({ modelId, otherId, cheaperRatio }) => {
      const [one, other] = [titleOf(modelId, answer), titleOf(otherId, answer)];
      return paragraph(
        `${one} costs less than ${other} in ${shareText(cheaperRatio, answer.whatIf)} of the trials.`,
        "  ",
        "· ",
      );
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

const ALMOST_ALL = 0.9995;
const ALMOST_NONE = 0.0005;

/**
 * A share of the trials: "all" and "none" are said only where it is all and none of them, and only of ranges that somebody
 * gave; of made-up ones it says nothing about the world.
 */
function shareText(ratio: number, { isAssumed }: WhatIf): string {
  if ((ratio === 0 || ratio === 1) && isAssumed) return ratioText(ratio);
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
