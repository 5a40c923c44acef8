export { addDays, addMonths, daysBetween } from "./base/dates.ts";
export { type ExtendedResources, extendedShortText, extendedText, pieceCount } from "./base/extended-resources.ts";
export { type FigureUnit, type FigureWords, unitText } from "./base/figure-words.ts";
export {
  distinctFindings,
  type Finding,
  type FindingEvidence,
  findingKey,
  findingOf,
  findingsOfKind,
  findingWith,
  groundsOf,
  isInfeasible,
  shortfallsOf,
} from "./base/findings/finding.ts";
export { findingText } from "./base/findings/finding-text.ts";
export { FINDINGS } from "./base/findings/finding-texts.ts";
export { countText, moneyNumberText, moneyText, numberText, ratioText, valueText } from "./base/findings/format.ts";
export { fileOf, InputError, problemsOf } from "./base/findings/input-error.ts";
export type { FindingKind, Severity } from "./base/findings/kinds.ts";
export {
  MESSAGES,
  type Message,
  type MessagePart,
  type MessageValue,
  messageParts,
  messageText,
} from "./base/findings/messages.ts";
export { type NotModelled, notModelled } from "./base/findings/not-modelled.ts";
export { findingOfProblem, type Problem, problemOf, problemText } from "./base/findings/problem.ts";
export { readWith } from "./base/findings/problems.ts";
export { type Statements, statementOf } from "./base/findings/statement.ts";
export type { InputPlace, PlanPart, Subject } from "./base/findings/subject.ts";
export type { JsonSchema } from "./base/json-schema.ts";
export { numberInWords } from "./base/number-in-words.ts";
export type { ParameterId } from "./base/parameter-ids.ts";
export { CONFIDENCE_MEANING, Confidence, Provenance, provenanceShape, Source, SourceId } from "./base/provenance.ts";
export { nearestCpu, nearestQuantities } from "./base/quantities/nearest-quantities.ts";
export { limitsOf, requestsOf, withApiDefaults } from "./base/quantities/pod-requests.ts";
export {
  type PodTotals,
  podTotals,
  type SchedulerView,
  schedulerViewOf,
} from "./base/quantities/pod-scheduling-view.ts";
export {
  type ContainerResources,
  type InitContainerResources,
  type PodSpec,
  type ResourceList,
  readPodSpec,
} from "./base/quantities/pod-spec.ts";
export {
  addQuantities,
  compareQuantities,
  roundedToMilli,
  subtractQuantities,
} from "./base/quantities/quantity-arithmetic.ts";
export {
  milliOf,
  type NanoUnits,
  type Quantity,
  type QuantityFormat,
  wholeOf,
} from "./base/quantities/quantity-value.ts";
export { type FilePlace, type RateOrigin, rateOriginText } from "./base/rate-origin.ts";
export { didYouMean, nearest, pathText, shown } from "./base/shown.ts";
export { unitFor } from "./base/unit-words.ts";
export { visible } from "./base/visible.ts";
export type { ClusterPlan } from "./clusters/clusters.ts";
export {
  type HostCapacity,
  type HostResources,
  hostCapacityOf,
  hostProfileOf,
} from "./clusters/host-capacity/host-capacity.ts";
export { infrastructureUnder } from "./clusters/hosts/host-clusters.ts";
export type { HostBound, HostCount } from "./clusters/hosts/host-count.ts";
export type { HostLoad, PlacedVms } from "./clusters/hosts/host-loads.ts";
export type { HostLoss } from "./clusters/hosts/host-losses.ts";
export { type HostPlacement, hostPlacementOf } from "./clusters/hosts/host-placement.ts";
export { type HostContext, type HostPlan, lowerBoundText, placeOnHosts } from "./clusters/hosts/hosts.ts";
export {
  type HostClusterAsked,
  type HostClusterPlan,
  hostCountOf,
  type Infrastructure,
  type InfrastructureContext,
  infrastructureOf,
} from "./clusters/hosts/infrastructure.ts";
export {
  type PrismCentralContext,
  type PrismCentralNeed,
  type PrismCentralPlan,
  prismCentralFor,
} from "./clusters/hosts/prism-central.ts";
export type { RestartedVms } from "./clusters/hosts/survivors.ts";
export type { VmGroup } from "./clusters/hosts/vm-group.ts";
export { allocatableOf } from "./clusters/pools/allocatable.ts";
export { type ClusterNetwork, type ClusterNodes, networkOf } from "./clusters/pools/network.ts";
export type { NodePool } from "./clusters/pools/node-pool.ts";
export { type NodeTraits, nodeTraitsOf } from "./clusters/pools/node-traits.ts";
export type { NodeReason } from "./clusters/pools/pool-sizing.ts";
export { floorOf as workerFloorOf } from "./clusters/pools/worker-pool.ts";
export { type Demand, demandOf } from "./demand/demand.ts";
export { type FootprintLine, footprintOf, totalRequests } from "./demand/footprint.ts";
export {
  type Ask,
  type ComponentChange,
  type ReleaseFootprint,
  releaseChanges,
  releaseFootprints,
} from "./demand/release-footprint.ts";
export { type Given, given, placed } from "./door/given.ts";
export { withOwnSharing } from "./door/own-sharing.ts";
export { type FleetFileRequest, type FleetFileResult, planFiles, planFleetFile } from "./door/plan-fleet-file.ts";
export type { FactsWithSharing, PlannerFacts } from "./door/planner-facts.ts";
export {
  type Planning,
  type PlanningFiles,
  type PlanningResult,
  readPlanning,
  releaseProblems,
} from "./door/read-planning.ts";
export * from "./index-changes.ts";
export * from "./index-decision.ts";
export * from "./index-documents.ts";
export * from "./index-lifecycle.ts";
export * from "./index-measured.ts";
export * from "./index-money.ts";
export * from "./index-quantities.ts";
export * from "./index-scheduling.ts";
export * from "./index-streamed.ts";
export {
  ClusterRole,
  type ComponentRequests,
  ComponentScale,
  DefaultSet,
  NodeMinimum,
  NodeShape,
  PlaneSize,
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
} from "./input/catalog.ts";
export type { Contract } from "./input/contract.ts";
export type { DemandTotals } from "./input/demand-totals.ts";
export { Edition, EditionFacts } from "./input/edition-facts.ts";
export { workloadOfComponent } from "./input/expand-presets.ts";
export { Fact, FactSheet } from "./input/facts.ts";
export { API_VERSION } from "./input/file-head.ts";
export { type PlanInput, parseFleet, type Tenant, type TenantId } from "./input/fleet.ts";
export { FleetFile, type FleetFileInput } from "./input/fleet-file.ts";
export { type FleetOfDay, fleetOfDay } from "./input/fleet-of-day.ts";
export { FleetReader } from "./input/fleet-reader.ts";
export { HOSTED_ROLES, type HostCluster, type HostedRole, type Hosting } from "./input/host-clusters.ts";
export { parseShape, shapeText } from "./input/node-shape-text.ts";
export { type NumberLine, sumOfLines } from "./input/number-line.ts";
export { broughtFile } from "./input/older-files.ts";
export { OperatingLayer } from "./input/operating-layer.ts";
export { PARAMETER_GROUPS, type ParameterGroup, parameterGroups } from "./input/parameter-groups.ts";
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
  type Settings,
  withChoice,
} from "./input/parameters.ts";
export {
  type PodGroup,
  type PodKind,
  type PodRequests,
  podGroup,
  type Taint,
  type TaintEffect,
  type Toleration,
} from "./input/pod-group.ts";
export { TypicalApplication, TypicalComponent, type WorkloadLibrary, WorkloadPreset } from "./input/presets.ts";
export { settingsSchema } from "./input/settings-schema.ts";
export {
  CouplingScope,
  InfrastructureFloor,
  InfrastructureSupport,
  type UpgradeFacts,
  UpgradePath,
  UpgradeRisk,
} from "./input/upgrade-facts.ts";
export { KubernetesSupport, Version } from "./input/version-facts.ts";
export type { Workload } from "./input/workload.ts";
export { hybrid } from "./models/hybrid.ts";
export { defaultModels, operatingModels } from "./models/index.ts";
export {
  type ClusterBlueprint,
  defineOperatingModel,
  type ModelTone,
  type OperatingModel,
  type PoolRole,
} from "./models/operating-model.ts";
export { proSelfManaged } from "./models/pro-self-managed.ts";
export { starterManaged } from "./models/starter-managed.ts";
export { starterSelfManaged } from "./models/starter-self-managed.ts";
export { ultimateCentralized } from "./models/ultimate-centralized.ts";
export {
  type FleetPlan,
  type FleetStructure,
  planFleet,
  pricedPlan,
  structureOf,
} from "./plan/plan.ts";
export { inputFindings, loudFindings } from "./plan/plan-findings.ts";
export { type PlannedFleet, plannedFleet, withInputs } from "./plan/planned-fleet.ts";
export { PlanningCache } from "./plan/planning-cache.ts";
export { type PlanningLimits, requireWithin } from "./plan/planning-limits.ts";
export type { OnStep, PlanningStep } from "./plan/planning-step.ts";
export { leftOutBy, PlanningStopped, stoppedAt, untilStopped } from "./plan/planning-stopped.ts";
export { planRules } from "./plan/rules/index.ts";
export type { JudgedPlan, PlanRule } from "./plan/rules/rule.ts";
export { requestsOf as requestsOfTenants } from "./plan/sharing-basis.ts";
export { hasIllustrativePrices, paysInventedPrices } from "./price-list/invented-prices.ts";
export { contextIn, type PlanningContext } from "./price-list/planning-context.ts";
export {
  costAtSize,
  type Dearer,
  dearerAt,
  type FleetSize,
  fleetOfSize,
  type SizedCost,
  sizedCostOf,
} from "./questions/fleet-sizes.ts";
export { type Comparison, compareModels, comparisonOf, type Difference } from "./views/compare.ts";
export {
  type Figure,
  type FigureLine,
  type FigureValue,
  figureIds,
  figureOf,
  figureWords,
} from "./views/figures/index.ts";
export { type HostList, type HostNumbers, type HostsAlike, hostListOf, type LossesAlike } from "./views/host-list.ts";
export { hostNumbersText, type LossLine, lossLines, placedVmsText } from "./views/host-list-texts.ts";
export { type LedgerId, type LedgerLine, ledgerOf } from "./views/ledger.ts";
export { type LayerInPlan, operatingLayersOf } from "./views/operating-layers.ts";
export type { FeatureGap, Verdict } from "./views/verdict.ts";
