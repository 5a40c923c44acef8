export type { CalendarFacts, ClusterTold, PathTold, ReleaseTold, UpgradeTold } from "./input/calendar-facts.ts";
export type { RunningSaid, RunningVersions } from "./input/running-versions.ts";
export {
  CouplingScope,
  InfrastructureFloor,
  InfrastructureSupport,
  type UpgradeFacts,
  UpgradePath,
  UpgradeRisk,
} from "./input/upgrade-facts.ts";
export {
  type BlastOfKind,
  type BlastRadius,
  blastRadius,
  type FailureRates,
  type ManagingCluster,
} from "./lifecycle/blast-radius.ts";
export { CALENDAR_EVENT_CODES, type CalendarEvent } from "./lifecycle/calendar-events.ts";
export type { ClusterUpgrades } from "./lifecycle/cluster-upgrades.ts";
export type { DisputedScope } from "./lifecycle/coupling.ts";
export { upgradesOf } from "./lifecycle/fleet-calendar.ts";
export { type FleetUpgrades, fleetUpgrades } from "./lifecycle/fleet-upgrades.ts";
export type { HeldBy } from "./lifecycle/held-by.ts";
export type {
  ClusterToUpgrade,
  Freeze,
  LifecycleFacts,
  LifecycleInput,
  TenantReadiness,
} from "./lifecycle/lifecycle-input.ts";
export { playUpgrades, type UpgradeCalendar } from "./lifecycle/play-upgrades.ts";
export type { PrismCentralRaised } from "./lifecycle/prism-central-raised.ts";
export { type CycleEnd, type ReleaseCycle, releaseCyclesOf } from "./lifecycle/release-cycles.ts";
export type { RiskState } from "./lifecycle/risk-states.ts";
export type { ClockDays, ClockStretch, SupportClocks } from "./lifecycle/support-clocks.ts";
export type { TenantBlocked, TenantUpgrades } from "./lifecycle/tenant-upgrades.ts";
export type { CalendarGiven } from "./lifecycle/told/told.ts";
export { type WithCalendar, withCalendar } from "./lifecycle/told/with-calendar.ts";
export { upgradeEfforts } from "./lifecycle/upgrade-efforts.ts";
export { sumOfHours, type UpgradeEffort, type UpgradeWork, upgradeWork } from "./lifecycle/upgrade-hours.ts";
export type { MaintenanceWindows, RiskAnswers, UpgradePolicy } from "./lifecycle/upgrade-policy.ts";
export type { UpgradeStage } from "./lifecycle/upgrade-stages.ts";
export type { NeverReason, UpgradeStep } from "./lifecycle/upgrade-steps.ts";
export { type UpgradeSums, upgradeSumsOf } from "./lifecycle/upgrade-sums.ts";
export { type ValidationGrowth, type ValidationsOfSize, validationGrowth } from "./lifecycle/validation-growth.ts";
export type { VersionsInFlight } from "./lifecycle/versions-in-flight.ts";
