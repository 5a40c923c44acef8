export { type Assumption, distinctAssumptions } from "./assumptions.ts";
export {
  ClusterRole,
  type ComponentRequests,
  ComponentScale,
  DefaultSet,
  Edition,
  EditionFacts,
  NodeMinimum,
  NodeShape,
  PlatformApplication,
  type PlatformCatalog,
  PlatformComponent,
  PlatformRelease,
  ReleaseId,
  SystemComponents,
} from "./catalog.ts";
export type { ClusterPlan } from "./clusters.ts";
export { type Comparison, compareModels, type Difference, type FeatureGap } from "./compare.ts";
export type { PlanningContext } from "./context.ts";
export { type Attribution, type CostDriver, type CostLine, costDrivers, DRIVER_TITLES, ratesNeeded } from "./costs.ts";
export { type CurrencyCode, minorUnitDigits } from "./currency.ts";
export { type Demand, demandOf } from "./demand.ts";
export { ComparisonDocument, comparisonDocument } from "./documents/comparison-document.ts";
export { FigureDocument, figureDocument } from "./documents/figure-document.ts";
export { PlanDocument, planDocument } from "./documents/plan-document.ts";
export { didYouMean, InputError, type Problem, pathText, problemText, shown } from "./errors.ts";
export { workloadOfComponent } from "./expand-presets.ts";
export { type Figure, type FigureLine, type FigureValue, figureIds, figureOf } from "./figures/index.ts";
export { type FootprintLine, footprintOf, totalRequests } from "./footprint.ts";
export { moneyNumberText, moneyText, numberText, ratioText, valueText } from "./format.ts";
export {
  type DemandTotals,
  FleetFile,
  type PlanInput,
  parseFleet,
  type Tenant,
  type TenantId,
  type Workload,
} from "./input.ts";
export { lossMakersOf, type TenantEconomics } from "./margin.ts";
export { MESSAGES, type Message, type MessagePart, type MessageValue, messageParts, messageText } from "./messages.ts";
export { operatingModels } from "./models/index.ts";
export {
  type ClusterBlueprint,
  defineOperatingModel,
  type OperatingModel,
  type PoolRole,
} from "./models/operating-model.ts";
export {
  addMoney,
  allocateMoney,
  amountText,
  compareMoney,
  isZeroMoney,
  type Money,
  type MoneyJson,
  money,
  moneyToJson,
  multiplyMoney,
  noMoney,
  ratioOf,
  roundToMinorUnit,
  subtractMoney,
  sumMoney,
} from "./money.ts";
export type { NodePool } from "./node-pools.ts";
export {
  type Choice,
  type Choices,
  chooseParameters,
  Parameter,
  ParameterOption,
  parseShape,
  type Settings,
} from "./parameters.ts";
export { type FleetPlan, planFleet } from "./plan.ts";
export { TypicalApplication, TypicalComponent, type WorkloadLibrary, WorkloadPreset } from "./presets.ts";
export {
  missingRates,
  type PriceBook,
  PriceBookFile,
  parsePriceBook,
  type Rate,
  type RateKind,
  UNIT_OF_RATE,
} from "./price-book.ts";
export { CONFIDENCE_MEANING, Confidence, Provenance, provenanceShape, Source, SourceId } from "./provenance.ts";
export { bytesOf, millicoresOf, parseQuantity } from "./quantity.ts";
export {
  type Ask,
  type ComponentChange,
  type ReleaseFootprint,
  releaseChanges,
  releaseFootprints,
} from "./release-footprint.ts";
export type { SharedLine, SharingMethod } from "./sharing.ts";
export type { Shortfall } from "./shortfalls.ts";
export type { PlanTotals } from "./totals.ts";
export { addResources, gibOf, multiplyResources, type Resources, vcpuOf } from "./units.ts";
export type { Verdict } from "./verdict.ts";
