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
  PriorityClass,
  PrismCentralSize,
  ReleaseId,
  ReservationProfile,
  StorageScheme,
  SystemComponents,
  TenantServices,
} from "./catalog.ts";
export type { ClusterPlan } from "./clusters.ts";
export { type Comparison, compareModels, type Difference, type FeatureGap } from "./compare.ts";
export { contextIn, type PlanningContext } from "./context.ts";
export type { Contract } from "./contract.ts";
export {
  ATTRIBUTIONS,
  type Attribution,
  type CostDriver,
  type CostLine,
  type CostPortion,
  costDrivers,
  DRIVER_TITLES,
  driversOf,
} from "./costs/cost-line.ts";
export { ratesNeeded } from "./costs/costs.ts";
export { type CurrencyCode, currencyCodes, minorUnitDigits } from "./currency.ts";
export { type Demand, demandOf } from "./demand.ts";
export { ComparisonDocument, comparisonDocument } from "./documents/comparison-document.ts";
export { FigureDocument, figureDocument } from "./documents/figure-document.ts";
export { PlanDocument, planDocument } from "./documents/plan-document.ts";
export { didYouMean, InputError, type Problem, pathText, problemText, shown } from "./errors.ts";
export { workloadOfComponent } from "./expand-presets.ts";
export { type Figure, type FigureLine, type FigureValue, figureIds, figureOf } from "./figures/index.ts";
export {
  costAtSize,
  type Dearer,
  dearerAt,
  type FleetSize,
  fleetOfSize,
  platformCostOf,
  type SizedCost,
} from "./fleet-sizes.ts";
export { type FootprintLine, footprintOf, totalRequests } from "./footprint.ts";
export { moneyNumberText, moneyText, numberText, ratioText, valueText } from "./format.ts";
export { type HostCapacity, type HostResources, hostCapacityOf, hostProfileOf } from "./hosts/host-capacity.ts";
export type { HostBound, HostCount } from "./hosts/host-count.ts";
export type { HostLoad, PlacedVms } from "./hosts/host-packing.ts";
export { type HostContext, type HostPlan, placeOnHosts } from "./hosts/hosts.ts";
export { type Infrastructure, type InfrastructureContext, infrastructureOf } from "./hosts/infrastructure.ts";
export {
  type PrismCentralContext,
  type PrismCentralNeed,
  type PrismCentralPlan,
  prismCentralFor,
} from "./hosts/prism-central.ts";
export type { VmGroup } from "./hosts/vm-group.ts";
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
  isNegativeMoney,
  isZeroMoney,
  type Money,
  type MoneyJson,
  minorUnitOf,
  money,
  moneyAsNumber,
  moneyToJson,
  multiplyMoney,
  noMoney,
  ratioOf,
  roundToMinorUnit,
  subtractMoney,
  sumMoney,
} from "./money.ts";
export { type ClusterNetwork, type ClusterNodes, networkOf } from "./network.ts";
export {
  type Choice,
  type Choices,
  chooseParameters,
  type HostProfile,
  Parameter,
  ParameterOption,
  parseHostProfile,
  parseShape,
  type Settings,
} from "./parameters.ts";
export { perHour, perYear } from "./periods.ts";
export {
  type FleetPlan,
  type FleetStructure,
  planFleet,
  pricedPlan,
  requestsOf as requestsOfTenants,
  structureOf,
} from "./plan.ts";
export { type ClusterOnScheduler, onScheduler } from "./pools/cluster-nodes.ts";
export type { NodePool } from "./pools/node-pool.ts";
export { TypicalApplication, TypicalComponent, type WorkloadLibrary, WorkloadPreset } from "./presets.ts";
export { type ExchangeRate, exchangeProblems } from "./prices/exchange.ts";
export {
  missingRates,
  type PriceBook,
  type Purchase,
  parsePriceBook,
  priceBookIn,
  type Rate,
  requireRates,
} from "./prices/price-book.ts";
export { PriceBookFile } from "./prices/price-book-file.ts";
export { RATE_KINDS, type RateKind, rateKinds, unitsOf } from "./prices/rate-kinds.ts";
export { type Charge, chargesFor, flatTariff, type Tariff, type Tier } from "./prices/tariff.ts";
export { type PriceLine, priceLinesOf } from "./pricing/price-lines.ts";
export {
  type Bundle,
  type Fee,
  type ListItem,
  type PriceList,
  parsePriceList,
  priceListIn,
  type SupportPlan,
} from "./pricing/price-list.ts";
export { type PriceBasis, PriceListFile, ServiceLine } from "./pricing/price-list-file.ts";
export { contractProblemsWith } from "./pricing/price-problems.ts";
export { CONFIDENCE_MEANING, Confidence, Provenance, provenanceShape, Source, SourceId } from "./provenance.ts";
export { limitsOf, requestsOf, withApiDefaults } from "./quantities/pod-requests.ts";
export { type PodTotals, podTotals, type SchedulerView, schedulerViewOf } from "./quantities/pod-scheduling-view.ts";
export {
  type ContainerResources,
  type InitContainerResources,
  type PodSpec,
  type ResourceList,
  readPodSpec,
} from "./quantities/pod-spec.ts";
export { bytesOf, millicoresOf, parseQuantity } from "./quantities/quantity.ts";
export {
  canonicalQuantity,
  type QuantityProblem,
  type QuantityReading,
  readQuantity,
} from "./quantities/quantity-text.ts";
export {
  addQuantities,
  compareQuantities,
  milliOf,
  type NanoUnits,
  type Quantity,
  type QuantityFormat,
  roundedToMilli,
  subtractQuantities,
  wholeOf,
} from "./quantities/quantity-value.ts";
export {
  type Ask,
  type ComponentChange,
  type ReleaseFootprint,
  releaseChanges,
  releaseFootprints,
} from "./release-footprint.ts";
export { type Arrival, arrivalOf } from "./scheduling/arrival.ts";
export type { Bound, CountBounds } from "./scheduling/bounds.ts";
export { type Allocatable, HOSTNAME_LABEL, labelOf, type Node, ZONE_LABEL } from "./scheduling/node.ts";
export { type Placement, placeAll } from "./scheduling/placement.ts";
export {
  type AntiAffinity,
  type PodGroup,
  type PodKind,
  type PodRequests,
  podGroup,
  type Taint,
  type TaintEffect,
  type Toleration,
  type Topology,
  type TopologySpread,
} from "./scheduling/pod-group.ts";
export { type SchedulerTraits, traitsOf } from "./scheduling/resource-score.ts";
export { Scheduler, type TieBreak, takeFirst } from "./scheduling/scheduler.ts";
export {
  type CountAnswer,
  type CountQuestion,
  smallestCount,
  type Trial,
  trialOf,
} from "./scheduling/smallest-count.ts";
export { type PoolGround, Stages } from "./scheduling/stages.ts";
export { type Loss, lossesOf, reschedules, survives } from "./scheduling/survival.ts";
export { SHARING_METHODS, type SharedLine, type SharingMethod, type Split, shareCosts, sharesOf } from "./sharing.ts";
export type { Shortfall } from "./shortfalls.ts";
export { type StageLine, sumOfLines } from "./stage-line.ts";
export type { PlanTotals } from "./totals.ts";
export { addResources, gibOf, multiplyResources, type Resources, vcpuOf } from "./units.ts";
export type { Verdict } from "./verdict.ts";
export { applied, rangeProblems } from "./whatif/applied.ts";
export { drawsOf, valueAt } from "./whatif/draws.ts";
export { type Duel, type MonteCarlo, monteCarloOf, type Quantiles, type SampledModel } from "./whatif/monte-carlo.ts";
export {
  ASSUMED_RANGES,
  assumedRanges,
  baseValueOf,
  isStructural,
  type Range,
  type Target,
  type WhatIf,
} from "./whatif/range.ts";
export { type Amounts, amountsOf, type BasePlan, basePlans, measureOf } from "./whatif/replan.ts";
export { type Swing, type Tornado, tornadoOf } from "./whatif/tornado.ts";
export { canBeDrawn, drawProblems, type Sampling, type TrialQuestion, trialQuestion } from "./whatif/trial-question.ts";
export { type TotalsOf, type TrialTotals, totalsFrom } from "./whatif/trial-totals.ts";
export { mergeTrials, type TrialShard, trialsOf } from "./whatif/trials.ts";
export { rangesNamed, stepsOf, type TwoWay, type TwoWayCell, twoWayOf } from "./whatif/two-way.ts";
export { parseWhatIf, WhatIfFile } from "./whatif/what-if-file.ts";
