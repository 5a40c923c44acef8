import { MINUTES_PER_HOUR } from "../base/units.ts";
import type { LifecycleInput } from "./lifecycle-input.ts";
import type { UpgradeCalendar } from "./play-upgrades.ts";

/** What one of each kind of work takes; null: not known. */
export interface UpgradeEffort {
  /** For one node replaced by one of the new version. */
  readonly minutesPerNode: number | null;
  /** For one set of applications tried on one minor version. */
  readonly validationHours: number | null;
  /** For agreeing on one upgrade with one tenant. */
  readonly coordinationHours: number | null;
  /** For telling the users of one attached cluster that an upgrade of the plane logs them out. */
  readonly noticeHours: number | null;
}

/** Work of one kind: how often, and how long it takes; null where nobody knows how long one takes. */
export interface UpgradeWork {
  readonly kind: "node-rollouts" | "validations" | "coordinations" | "notices";
  readonly count: number;
  readonly hours: number | null;
}

/**
 * What the upgrades of a calendar take, counted: nodes replaced, on every step of the way; minor versions × sets of
 * applications tried; upgrades × tenants agreed with; upgrades of planes × attached clusters told. Hours are counts ×
 * what one takes. `upgradeWork(input, playUpgrades(input), nodeCounts, effort)` has one entry of each kind.
 * @param nodeCounts by the name of the cluster; one that is not named has none
 */
export function upgradeWork(
  input: Pick<LifecycleInput, "clusters" | "readiness">,
  calendar: Pick<UpgradeCalendar, "planes" | "clusters">,
  nodeCounts: ReadonlyMap<string, number>,
  effort: UpgradeEffort,
): readonly UpgradeWork[] {
  const { minutesPerNode, validationHours, coordinationHours, noticeHours } = effort;
  const hoursPerNode = minutesPerNode === null ? null : minutesPerNode / MINUTES_PER_HOUR;
  const done = movesOf(calendar);
  const tenantIds = new Map(input.clusters.map((cluster) => [cluster.name, cluster.tenantIds]));
  const attachedCount = (plane: string) => input.clusters.filter(({ managedBy }) => managedBy === plane).length;
  const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0);
  return [
    work("node-rollouts", sum(done.map(({ name, legCount }) => legCount * (nodeCounts.get(name) ?? 0))), hoursPerNode),
    work("validations", validationCountOf(input, calendar), validationHours),
    work("coordinations", sum(done.map(({ name }) => tenantIds.get(name)?.length ?? 0)), coordinationHours),
    work("notices", sum(done.map(({ name }) => attachedCount(name))), noticeHours),
  ];
}

function work(kind: UpgradeWork["kind"], count: number, hoursOfOne: number | null): UpgradeWork {
  return { kind, count, hours: hoursOfOne === null ? null : count * hoursOfOne };
}

interface MoveDone {
  readonly name: string;
  readonly minor: string;
  /** Steps of the way: one more than there are versions between. */
  readonly legCount: number;
}

function movesOf({ planes, clusters }: Pick<UpgradeCalendar, "planes" | "clusters">): readonly MoveDone[] {
  return [...planes, ...clusters].flatMap(({ name, steps }) =>
    steps.flatMap(({ minor, movedOn, via }) => (movedOn === null ? [] : [{ name, minor, legCount: 1 + via.length }])),
  );
}

/**
 * How many times a set of applications is tried on a minor version: once, however many tenants have it. A tenant of
 * which no set is named has one of its own.
 */
export function validationCountOf(
  { clusters, readiness }: Pick<LifecycleInput, "clusters" | "readiness">,
  calendar: Pick<UpgradeCalendar, "planes" | "clusters">,
): number {
  const setOf = new Map(
    readiness.map(({ tenantId, applicationsId }) => [
      tenantId,
      applicationsId === undefined ? `tenant ${tenantId}` : `applications ${applicationsId}`,
    ]),
  );
  const tenantIds = new Map(clusters.map((cluster) => [cluster.name, cluster.tenantIds]));
  const tried = movesOf(calendar).flatMap(({ name, minor }) =>
    (tenantIds.get(name) ?? []).map((id) => `${minor} ${setOf.get(id)}`),
  );
  return new Set(tried).size;
}
