/** The planner as a library: one import, ready to use. What lies under it are `@nkp-planner/core` and its neighbours. */

export type {
  BreakEven,
  ComparisonDocument,
  FigureDocument,
  LifecycleDocument,
  Money,
  PlanDocument,
  QuoteDocument,
} from "@nkp-planner/core";
export {
  type ClusterBlueprint,
  hybrid,
  type OperatingModel,
  operatingModels,
  starterSelfManaged,
  ultimateCentralized,
} from "@nkp-planner/core";
export type { Allowance } from "./allow.ts";
export type { PriceAnswer } from "./answers.ts";
export type {
  BreakevenOptions,
  CompareOptions,
  ExplainOptions,
  LifecycleOptions,
  PlanOptions,
  PriceForOptions,
  QuoteOptions,
} from "./ask-options.ts";
export type { FleetInput, PriceBookInput, PriceListInput, Settings, TenantInput, TenantSize } from "./inputs.ts";
export { defineModel } from "./model.ts";
export { definePriceBasis, defineSharing } from "./own.ts";
export { createPlanner, type Planner, type Provenance } from "./planner.ts";
export { type Problem, problemLine } from "./problem.ts";
export type { Result } from "./result.ts";
export type { Limits, Progress } from "./run.ts";
export type { PlannerSetup } from "./setup.ts";
