import { type Finding, isInfeasible } from "../base/findings/finding.ts";
import { list, text } from "../plan/rules/figures.ts";
import type { MeasuredModel } from "./criteria/criterion.ts";
import { decisionFinding } from "./decision-texts.ts";
import type { MeasuredCriterion } from "./measured-criterion.ts";

/** What of the plan's money is in another of these: who weighs two of them weighs one thing twice. */
const OF_ONE_MONEY: ReadonlySet<string> = new Set(["cost", "margin", "effort"]);

/** What a ranking rests on, and what is not in it. */
export function decisionFindings(
  criteria: readonly MeasuredCriterion[],
  models: readonly MeasuredModel[],
  hasWeights: boolean,
): readonly Finding[] {
  const titles = new Map(models.map(({ model }) => [model.id, model.title]));
  const titlesOf = (ids: readonly string[]) => list(ids.map((id) => titles.get(id) ?? id));
  const unable = models.filter(({ plan }) => isInfeasible(plan)).map(({ model }) => model.id);
  const weighted = criteria.filter(({ weight }) => weight > 0);
  return [
    ...noRanking(criteria, hasWeights, unable.length < models.length),
    ...(unable.length === 0 ? [] : [decisionFinding("decision-model-cannot-run", { models: titlesOf(unable) })]),
    ...criteria.flatMap((one) => ofCriterion(one, unable, titlesOf)),
    ...alike(criteria, models.length - unable.length),
    ...movingTogether(weighted),
    ...comparedScale(criteria, models.length - unable.length),
  ];
}

function noRanking(
  criteria: readonly MeasuredCriterion[],
  hasWeights: boolean,
  isAnyAble: boolean,
): readonly Finding[] {
  if (!hasWeights) return [decisionFinding("decision-no-weights", { criteria: list(criteria.map(({ id }) => id)) })];
  const isRanked = criteria.some(({ scale, weight }) => scale !== null && weight > 0);
  return isRanked || !isAnyAble ? [] : [decisionFinding("decision-nothing-known")];
}

function ofCriterion(
  { title, scale, beyondScale, models }: MeasuredCriterion,
  unable: readonly string[],
  titlesOf: (ids: readonly string[]) => ReturnType<typeof list>,
): readonly Finding[] {
  const criterion = text(title);
  const unknown = models.filter(({ value, modelId }) => value === null && !unable.includes(modelId));
  if (scale === null && unknown.length > 0) {
    const figures = { criterion, models: titlesOf(unknown.map(({ modelId }) => modelId)) };
    return [decisionFinding("decision-criterion-unknown", figures)];
  }
  if (beyondScale.length === 0) return [];
  return [decisionFinding("decision-scale-exceeded", { criterion, models: titlesOf(beyondScale) })];
}

function alike(criteria: readonly MeasuredCriterion[], ableCount: number): readonly Finding[] {
  const same = criteria.filter(({ scale, tellsApart }) => scale !== null && !scale.isGiven && !tellsApart);
  if (ableCount < 2 || same.length === 0) return [];
  return [decisionFinding("decision-alike", { criteria: list(same.map(({ title }) => title)) })];
}

function movingTogether(weighted: readonly MeasuredCriterion[]): readonly Finding[] {
  const together = weighted.filter(({ id, scale }) => scale !== null && OF_ONE_MONEY.has(id));
  if (together.length < 2) return [];
  return [decisionFinding("decision-one-thing-twice", { criteria: list(together.map(({ title }) => title)) })];
}

/** With the ends of the first such scale, as somebody would write them. */
function comparedScale(criteria: readonly MeasuredCriterion[], ableCount: number): readonly Finding[] {
  const compared = criteria.find(({ scale, tellsApart }) => scale !== null && !scale.isGiven && tellsApart);
  if (ableCount < 2 || compared?.scale === undefined || compared.scale === null) return [];
  const example = `${compared.id}=${compared.scale.worst}..${compared.scale.best}`;
  return [decisionFinding("decision-scale-compared", { example: text(example) })];
}
