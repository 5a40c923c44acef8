import { addMonths, daysBetween } from "../base/dates.ts";
import { dayScaleFrom } from "../base/day-scale.ts";
import type { Finding } from "../base/findings/finding.ts";
import { InputError } from "../base/findings/input-error.ts";
import { groupedBy } from "../base/grouped.ts";
import type { IsoDate } from "../base/provenance.ts";
import { alikeClusters } from "./alike-clusters.ts";
import type { CalendarEvent } from "./calendar-events.ts";
import { timelineOf } from "./cluster-timeline.ts";
import { type ClusterUpgrades, clustersUpgradesOf } from "./cluster-upgrades.ts";
import { type DisputedScope, disputedScopes } from "./coupling.ts";
import { eventsOf } from "./events-of.ts";
import { infrastructureFloorsOf } from "./infrastructure-floors.ts";
import { infrastructureOf } from "./infrastructure-of.ts";
import { lifecycleFindings } from "./lifecycle-findings.ts";
import type { LifecycleInput, TenantReadiness } from "./lifecycle-input.ts";
import { lifecycleProblems } from "./lifecycle-problems.ts";
import { windowDaysOf } from "./move-days.ts";
import { moverOf } from "./mover.ts";
import { playMoves } from "./moves.ts";
import { type PrismCentralRaised, prismCentralRaised } from "./prism-central-raised.ts";
import { prismCentralWaits } from "./prism-central-wait.ts";
import { releaseCalendarOf } from "./release-calendar.ts";
import { risksBy } from "./risk-states.ts";
import { deadlineBy } from "./support-window.ts";
import { paceOf } from "./tenant-readiness.ts";
import { blocksOf, type TenantBlocked, type TenantUpgrades, upgradesOfTenants } from "./tenant-upgrades.ts";
import { upgradeRoutesOf } from "./upgrade-route.ts";
import { STAGES, type UpgradeStage } from "./upgrade-stages.ts";
import { type VersionsInFlight, versionsInFlight } from "./versions-in-flight.ts";
import type { Holder } from "./wait.ts";

/** A fleet's upgrades played forward. */
export interface UpgradeCalendar {
  readonly asOf: IsoDate;
  /** The first day that is not looked at any more. */
  readonly until: IsoDate;
  readonly horizonDays: number;
  /** Minor versions that some cluster has before it, in their order. */
  readonly releases: readonly { readonly minor: string; readonly releasedOn: IsoDate; readonly isAssumed: boolean }[];
  /** Management clusters. */
  readonly planes: readonly ClusterUpgrades[];
  /** All others. */
  readonly clusters: readonly ClusterUpgrades[];
  readonly tenants: readonly TenantUpgrades[];
  /** Which tenant waits for which. */
  readonly blocks: readonly TenantBlocked[];
  readonly versionsInFlight: readonly VersionsInFlight[];
  /** Of the Prism Central that all share; of own ones none. */
  readonly prismCentralRaised: readonly PrismCentralRaised[];
  /** The stages of one upgrade of a plane and its clusters, in the order of the policy. */
  readonly stages: readonly UpgradeStage[];
  readonly disputedScopes: readonly DisputedScope[];
  /** In the order of their days. */
  readonly events: readonly CalendarEvent[];
  readonly findings: readonly Finding[];
}

/**
 * Plays the upgrades of a fleet forward, from release to release: what each cluster wants and when it gets it, and who
 * is waited for. `playUpgrades({ asOf: "2026-11-29", horizonMonths: 36, facts, policy, clusters, readiness }).tenants`
 * says of each tenant how many days it waits for others.
 * @throws InputError with everything of the input that cannot be played
 */
export function playUpgrades(input: LifecycleInput): UpgradeCalendar {
  const problems = lifecycleProblems(input);
  if (problems.length > 0) throw new InputError("upgrade calendar", problems);
  return playChecked(input);
}

/** Plays what is known to have no problems. */
export function playChecked(input: LifecycleInput): UpgradeCalendar {
  const { asOf, horizonMonths, facts, policy } = input;
  const { upgrades } = facts;
  const until = addMonths(asOf, horizonMonths);
  const horizonDays = daysBetween(asOf, until);
  const scale = dayScaleFrom(asOf);

  const releases = releaseCalendarOf(facts.versions, policy.daysBetweenMinors, scale, horizonDays);
  const floors = infrastructureFloorsOf(upgrades, scale);
  const readiness = new Map(input.readiness.map((one) => [one.tenantId, one]));
  const paceAs = (tenantId: string, holder: Holder) =>
    paceOf(readiness.get(tenantId) as TenantReadiness, holder, releases, scale);
  const movers = alikeClusters(input).map((alike) => moverOf(alike, paceAs, releases, policy.planeDelayDays));
  const rules = {
    releases,
    routes: upgradeRoutesOf(releases, upgrades.paths),
    windows: windowDaysOf(policy.maintenance, scale),
    prismCentralWait: prismCentralWaits(releases, floors, policy, scale),
    deadline: deadlineBy(policy, releases),
  };
  playMoves(movers, rules, policy, upgrades);

  const timelines = movers.map((mover) => timelineOf(mover, horizonDays));
  const infrastructure = infrastructureOf(movers, timelines, releases, floors, policy, horizonDays, scale);
  const risksOf = risksBy(upgrades.risks, policy.answers);
  const context = { releases, facts, policy, horizonDays, scale, risksOf };
  const ways = movers.map((mover, index) => {
    const clusters = clustersUpgradesOf(mover, timelines[index] ?? [], infrastructure.under(index), context);
    const { clocks } = clusters[0] as ClusterUpgrades;
    return { clusters, tenants: upgradesOfTenants(mover, releases, horizonDays, clocks) };
  });
  const clusterNamed = new Map(ways.flatMap(({ clusters }) => clusters.map((one) => [one.name, one])));
  const played = input.clusters.map(({ name }) => clusterNamed.get(name) as ClusterUpgrades);
  const tenantsIn = groupedBy(
    ways.flatMap((way) => way.tenants),
    ({ clusterName }) => clusterName,
  );
  const tenants = input.clusters.flatMap(({ name }) => tenantsIn.get(name) ?? []);
  const raised = prismCentralRaised(infrastructure.shared, movers, timelines, releases, floors, scale);
  const firstIndex = Math.min(...movers.map(({ startIndex }) => startIndex));
  const looked = releases.filter(({ releaseDay }, index) => index > firstIndex && releaseDay < horizonDays);
  // Who is attached to nothing is coupled with nobody.
  const isCoupled = input.clusters.some(({ role }) => role === "attached");
  const disputed = isCoupled ? disputedScopes(looked, policy, upgrades.couplingScopes) : [];
  return {
    asOf,
    until,
    horizonDays,
    releases: looked.map(({ minor, releasedOn, isAssumed }) => ({ minor, releasedOn, isAssumed })),
    planes: played.filter(({ role }) => role === "management"),
    clusters: played.filter(({ role }) => role !== "management"),
    tenants,
    blocks: blocksOf(tenants),
    versionsInFlight: versionsInFlight(movers, timelines, horizonDays, scale),
    prismCentralRaised: raised,
    stages: STAGES[policy.order],
    disputedScopes: disputed,
    events: eventsOf(movers, timelines, raised, context),
    findings: lifecycleFindings(input, releases, disputed, raised),
  };
}
