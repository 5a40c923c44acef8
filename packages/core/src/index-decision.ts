/** Decisions by the user's weights: what users of the library may call. Part of `index.ts`. */

export { type BothWays, WAYS, type Way } from "./decision/both-ways.ts";
export { type Criterion, MEASURE_UNITS, type MeasuredModel, type MeasureUnit } from "./decision/criteria/criterion.ts";
export { criteria } from "./decision/criteria/index.ts";
export { type CriterionTurns, type Decision, decide } from "./decision/decide.ts";
export type { TenantsDecision } from "./decision/decide-tenants.ts";
export { type DecisionOptions, type DecisionWords, readDecisionWords } from "./decision/decision-options.ts";
export { measureValue } from "./decision/measure-value.ts";
export type { MeasuredCriterion, ModelMeasure } from "./decision/measured-criterion.ts";
export { type PricedWish, type PriceOfWishes, pricedWishes, priceOfWishes } from "./decision/priced-wishes.ts";
export type { RankedModel } from "./decision/ranking.ts";
export type { Scale } from "./decision/scale.ts";
export type { TenantChoice, TenantMeasure } from "./decision/tenant-choices.ts";
export { type NumberWriter, turnSentences } from "./decision/turn-sentences.ts";
export { verdictSentence } from "./decision/verdict-sentence.ts";
export type { NearestTurns, Turn, WeightTurns } from "./decision/weight-turns.ts";
export { wishes } from "./decision/wishes/index.ts";
export type { Wish } from "./decision/wishes/wish.ts";
