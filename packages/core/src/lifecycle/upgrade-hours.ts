import { MINUTES_PER_HOUR } from "../base/units.ts";
import type { LifecycleInput } from "./lifecycle-input.ts";
import type { UpgradeCalendar } from "./play-upgrades.ts";
import {
  UPGRADE_WORK_KINDS,
  type UpgradeWorkItem,
  type UpgradeWorkKind,
  upgradeWorkItems,
} from "./upgrade-work-items.ts";

/** What one of each kind of work takes; null: not known. */
export interface UpgradeEffort {
  /** For one node replaced by one of the new version. */
  readonly minutesPerNode: number | null;
  /** For the platform of one management cluster, its nodes apart. */
  readonly planeMinutes: number | null;
  /** For one set of applications tried on one minor version. */
  readonly validationHours: number | null;
  /** For agreeing on one upgrade with one tenant. */
  readonly coordinationHours: number | null;
  /** For telling the users of one attached cluster that an upgrade of the plane logs them out. */
  readonly noticeHours: number | null;
}

/** Work of one kind: how often, and how long it takes; null where nobody knows how long one takes. */
export interface UpgradeWork {
  readonly kind: UpgradeWorkKind;
  readonly count: number;
  readonly hours: number | null;
}

/**
 * What the upgrades of a calendar take, counted over all of it (`upgradeWorkItems`). Hours are counts × what one takes.
 * `upgradeWork(input, playUpgrades(input), nodeCounts, effort)` has one entry of each kind.
 * @param nodeCounts by the name of the cluster; one that is not named has none
 */
export function upgradeWork(
  input: Pick<LifecycleInput, "clusters" | "readiness">,
  calendar: Pick<UpgradeCalendar, "planes" | "clusters">,
  nodeCounts: ReadonlyMap<string, number>,
  effort: UpgradeEffort,
): readonly UpgradeWork[] {
  const inHours = (minutes: number | null) => (minutes === null ? null : minutes / MINUTES_PER_HOUR);
  const hoursEach: Readonly<Record<UpgradeWorkKind, number | null>> = {
    "node-rollouts": inHours(effort.minutesPerNode),
    "plane-rollouts": inHours(effort.planeMinutes),
    validations: effort.validationHours,
    coordinations: effort.coordinationHours,
    notices: effort.noticeHours,
  };
  const counts = countsOf(upgradeWorkItems(input, calendar, nodeCounts));
  return UPGRADE_WORK_KINDS.map((kind) => {
    const [count, each] = [counts.get(kind) ?? 0, hoursEach[kind]];
    return { kind, count, hours: each === null ? null : count * each };
  });
}

/** Hours of all kinds of work; null where those of one are not known. */
export function sumOfHours(work: readonly UpgradeWork[]): number | null {
  return work.reduce<number | null>((sum, { hours }) => (sum === null || hours === null ? null : sum + hours), 0);
}

function countsOf(tasks: readonly UpgradeWorkItem[]): ReadonlyMap<UpgradeWorkKind, number> {
  const counts = new Map<UpgradeWorkKind, number>();
  for (const { kind, count } of tasks) counts.set(kind, (counts.get(kind) ?? 0) + count);
  return counts;
}

/** How many times a set of applications is tried on a minor version: once, however many tenants have it. */
export function validationCountOf(
  input: Pick<LifecycleInput, "clusters" | "readiness">,
  calendar: Pick<UpgradeCalendar, "planes" | "clusters">,
): number {
  return countsOf(upgradeWorkItems(input, calendar, new Map())).get("validations") ?? 0;
}
