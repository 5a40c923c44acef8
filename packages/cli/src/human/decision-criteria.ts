import {
  type Decision,
  type MeasuredCriterion,
  type MeasuredModel,
  type MeasureUnit,
  measureValue,
  moneyNumberText,
  numberText,
  ratioText,
} from "@nkp-planner/core";
import { markedTitle } from "./findings.ts";
import type { Ink } from "./ink.ts";
import { type Cell, table } from "./table.ts";

/** Models that stand side by side on a page. */
const MOST_BESIDE = 4;

/** Measures and scores, models as columns; of more models than a page holds, several tables. */
export function criteriaTables(decision: Decision, ink: Ink): string {
  const { models } = decision;
  const starts = models.flatMap((_, at) => (at % MOST_BESIDE === 0 ? [at] : []));
  return starts.map((at) => criteriaTable(decision, models.slice(at, at + MOST_BESIDE), ink)).join("\n\n");
}

function criteriaTable({ criteria, ranking }: Decision, models: readonly MeasuredModel[], ink: Ink): string {
  const columns = [
    { title: "", align: "left" as const },
    ...models.map(({ plan }) => ({ title: markedTitle(plan), align: "right" as const })),
  ];
  const rows = criteria.flatMap((criterion) => rowsOf(criterion, models, ink));
  return table(columns, [...rows, ...totalRows(ranking, models, ink)], ink);
}

function rowsOf(
  criterion: MeasuredCriterion,
  models: readonly MeasuredModel[],
  ink: Ink,
): readonly (readonly Cell[])[] {
  const { title, unit, weight, scale, tellsApart } = criterion;
  const measures = models.map(({ model, plan }) => {
    const value = criterion.models.find(({ modelId }) => modelId === model.id)?.value ?? null;
    return measureText(value, unit, plan.currency);
  });
  const scores = models.map(({ model }) => {
    const score = criterion.models.find(({ modelId }) => modelId === model.id)?.score ?? null;
    return { text: score === null ? "—" : numberText(score, 1), ink: ink.quiet };
  });
  const state = scale === null ? "not ranked" : tellsApart ? "score" : "score, all alike";
  const label = weight === 0 ? state : `weight ${numberText(weight)}, ${state}`;
  return [
    [title, ...measures],
    [{ text: `  ${label}`, ink: ink.quiet }, ...scores],
  ];
}

function totalRows(
  ranking: Decision["ranking"],
  models: readonly MeasuredModel[],
  ink: Ink,
): readonly (readonly Cell[])[] {
  if (ranking === null) return [];
  const ranked = models.map(({ model }) => ranking.find(({ modelId }) => modelId === model.id));
  const cells = (texts: readonly string[]) => texts.map((text) => ({ text, ink: ink.strong }));
  return [
    [],
    cells(["Total, of 100", ...ranked.map((one) => (one === undefined ? "—" : numberText(one.totalScore, 1)))]),
    cells(["Place", ...ranked.map((one) => (one === undefined ? "—" : placeText(one.rank, ranking)))]),
  ];
}

function placeText(rank: number, ranking: NonNullable<Decision["ranking"]>): string {
  return ranking.filter((one) => one.rank === rank).length > 1 ? `${rank}, shared` : `${rank}`;
}

/** A measure in a column whose heading has the unit. */
export function measureText(value: number | null, unit: MeasureUnit, currency: string): string {
  if (value === null) return "not known";
  const written = measureValue(value, unit, currency);
  if (written.kind === "money") return moneyNumberText(written.value);
  return written.kind === "ratio" ? ratioText(value) : numberText(value, 1);
}
