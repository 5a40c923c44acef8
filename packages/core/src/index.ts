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
export { type Comparison, compareModels, type Difference } from "./compare.ts";
export { contextIn, hasIllustrativePrices, type PlanningContext } from "./context.ts";
export type { Contract } from "./contract.ts";
export { addMonths, daysBetween } from "./dates.ts";
export { type Demand, demandOf } from "./demand.ts";
export type { DemandTotals } from "./demand-totals.ts";
export { type BreakEvenAnswers, BreakEvenDocument, breakEvenDocument } from "./documents/break-even-document.ts";
export { CatalogDocument, catalogDocument, type ListedCatalog } from "./documents/catalog-document.ts";
export { ComparisonDocument, comparisonDocument } from "./documents/comparison-document.ts";
export { CostDocument, costDocument } from "./documents/cost-document.ts";
export { FigureDocument, figureDocument } from "./documents/figure-document.ts";
export { FigureListDocument, figureListDocument } from "./documents/figure-list-document.ts";
export { FiguresDocument, figuresDocument } from "./documents/figures-document.ts";
export { ForecastDocument, forecastDocument } from "./documents/forecast-document.ts";
export { PlanDocument, planDocument } from "./documents/plan-document.ts";
export { QuoteDocument, quoteDocument } from "./documents/quote-document.ts";
export {
  type ChangesBetween,
  ReleaseChangesDocument,
  releaseChangesDocument,
} from "./documents/release-changes-document.ts";
export { SizesDocument, sizesDocument } from "./documents/sizes-document.ts";
export { type WhatIfAnswers, WhatIfDocument, whatIfDocument } from "./documents/what-if-document.ts";
export { type Given, given, placed } from "./door/given.ts";
export { type FleetFileRequest, type FleetFileResult, planFiles, planFleetFile } from "./door/plan-fleet-file.ts";
export type { PlannerFacts } from "./door/planner-facts.ts";
export {
  type Planning,
  type PlanningFiles,
  type PlanningResult,
  readPlanning,
  releaseProblems,
} from "./door/read-planning.ts";
export { workloadOfComponent } from "./expand-presets.ts";
export { Fact, FactSheet } from "./facts.ts";
export { type Figure, type FigureLine, type FigureValue, figureIds, figureOf } from "./figures/index.ts";
export {
  distinctFindings,
  type Finding,
  type FindingEvidence,
  findingKey,
  findingOf,
  findingsOfKind,
  groundsOf,
  isInfeasible,
  shortfallsOf,
} from "./findings/finding.ts";
export { findingText } from "./findings/finding-text.ts";
export { FINDINGS } from "./findings/finding-texts.ts";
export type { FindingKind, Severity } from "./findings/kinds.ts";
export { findingOfProblem, type Problem, problemOf, problemText } from "./findings/problem.ts";
export type { InputPlace, PlanPart, Subject } from "./findings/subject.ts";
export {
  costAtSize,
  type Dearer,
  dearerAt,
  type FleetSize,
  fleetOfSize,
  type SizedCost,
  sizedCostOf,
} from "./fleet-sizes.ts";
export { type FootprintLine, footprintOf, totalRequests } from "./footprint.ts";
export { moneyNumberText, moneyText, numberText, ratioText, valueText } from "./format.ts";
export { type HostCapacity, type HostResources, hostCapacityOf, hostProfileOf } from "./hosts/host-capacity.ts";
export type { HostBound, HostCount } from "./hosts/host-count.ts";
export type { HostLoad, PlacedVms } from "./hosts/host-loads.ts";
export { type HostContext, type HostPlan, lowerBoundText, placeOnHosts } from "./hosts/hosts.ts";
export { type Infrastructure, type InfrastructureContext, infrastructureOf } from "./hosts/infrastructure.ts";
export {
  type PrismCentralContext,
  type PrismCentralNeed,
  type PrismCentralPlan,
  prismCentralFor,
} from "./hosts/prism-central.ts";
export type { VmGroup } from "./hosts/vm-group.ts";
export * from "./index-money.ts";
export { FleetFile, type PlanInput, parseFleet, type Tenant, type TenantId } from "./input.ts";
export { fileOf, InputError, problemsOf } from "./input-error.ts";
export { MESSAGES, type Message, type MessagePart, type MessageValue, messageParts, messageText } from "./messages.ts";
export { operatingModels } from "./models/index.ts";
export {
  type ClusterBlueprint,
  defineOperatingModel,
  type ModelTone,
  type OperatingModel,
  type PoolRole,
} from "./models/operating-model.ts";
export { type ClusterNetwork, type ClusterNodes, networkOf } from "./network.ts";
export type { ParameterId } from "./parameter-ids.ts";
export {
  allChoices,
  type Choice,
  type Choices,
  choiceNamed,
  choiceOf,
  chooseParameters,
  type HostProfile,
  numberOf,
  Parameter,
  ParameterOption,
  parseHostProfile,
  parseShape,
  type Settings,
  withChoice,
} from "./parameters.ts";
export {
  type FleetPlan,
  type FleetStructure,
  planFleet,
  pricedPlan,
  requestsOf as requestsOfTenants,
  structureOf,
} from "./plan.ts";
export { priceFindings } from "./plan-findings.ts";
export { type PlannedFleet, plannedFleet, withInputs } from "./planned-fleet.ts";
export { PlanningCache } from "./planning-cache.ts";
export type { NodePool } from "./pools/node-pool.ts";
export { type NodeTraits, nodeTraitsOf } from "./pools/pool-nodes.ts";
export { TypicalApplication, TypicalComponent, type WorkloadLibrary, WorkloadPreset } from "./presets.ts";
export { readWith } from "./problems.ts";
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
export { planRules } from "./rules/index.ts";
export type { JudgedPlan, PlanRule } from "./rules/rule.ts";
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
export { didYouMean, pathText, shown } from "./shown.ts";
export { type StageLine, sumOfLines } from "./stage-line.ts";
export { addResources, gibOf, multiplyResources, type Resources, vcpuOf } from "./units.ts";
export type { FeatureGap, Verdict } from "./verdict.ts";
export type { Workload } from "./workload.ts";
