import type { Criterion, MeasuredModel } from "./criteria/criterion.ts";
import { isBeyond, type Scale, scaleOf, scoreOf } from "./scale.ts";

/** What a criterion is for one model. */
export interface ModelMeasure {
  readonly modelId: string;
  /** null: not known. */
  readonly value: number | null;
  /** From 0 to 100; null: the criterion or the model is not ranked. */
  readonly score: number | null;
}

/** A criterion measured for every model, on one scale. */
export interface MeasuredCriterion extends Pick<Criterion, "id" | "title" | "measures" | "unit" | "better"> {
  /** What it is worth to the user; 0: nothing, or nothing was said. */
  readonly weight: number;
  /** null: not known of all models that can run, so that nothing is scored. */
  readonly scale: (Scale & { readonly isGiven: boolean }) | null;
  /** Whether scores differ. */
  readonly tellsApart: boolean;
  /** Ids of models whose value lies beyond a scale that is given. */
  readonly beyondScale: readonly string[];
  readonly models: readonly ModelMeasure[];
}

/** @param isRanked which of the models can run */
/** Measures every model by a criterion, and scores those that can run; where one of these is not known, none. */
export function measuredCriterion(
  criterion: Criterion,
  models: readonly MeasuredModel[],
  isRanked: (model: MeasuredModel) => boolean,
  weight: number,
  given: Scale | undefined,
): MeasuredCriterion {
  const { id, title, measures, unit, better } = criterion;
  const measured = models.map((model) => ({ model, value: criterion.measure(model) }));
  const ranked = measured.filter(({ model }) => isRanked(model));
  const known = ranked.flatMap(({ value }) => value ?? []);
  const isKnown = ranked.length > 0 && known.length === ranked.length;
  const scale = !isKnown ? undefined : (given ?? scaleOf(criterion, known));
  const scored = measured.map(({ model, value }) => ({
    modelId: model.model.id,
    value,
    score: scale === undefined || value === null || !isRanked(model) ? null : scoreOf(value, scale),
  }));
  const isLeft = ({ value, score }: ModelMeasure) =>
    scale !== undefined && value !== null && score !== null && given !== undefined && isBeyond(value, scale);
  return {
    ...{ id, title, measures, unit, better, weight },
    scale: scale === undefined ? null : { ...scale, isGiven: given !== undefined },
    tellsApart: new Set(scored.flatMap(({ score }) => score ?? [])).size > 1,
    beyondScale: scored.filter(isLeft).map(({ modelId }) => modelId),
    models: scored,
  };
}
