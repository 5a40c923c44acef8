import type { RunningVersion } from "./cluster-timeline.ts";
import type { ClusterToUpgrade } from "./lifecycle-input.ts";
import type { Mover } from "./mover.ts";
import type { MinorRelease } from "./release-calendar.ts";
import type { UpgradePolicy } from "./upgrade-policy.ts";

/** How many minor versions a cluster of a role may be behind the newest; null: not known. */
export function minorsBehindOf(
  role: ClusterToUpgrade["role"],
  { attachedMinorsBehind, selfManagedMinorsBehind }: UpgradePolicy,
): number | null {
  return role === "self-managed" ? selfManagedMinorsBehind : attachedMinorsBehind;
}

/**
 * The first day on which a cluster that runs a version is not looked after any more: the day after the end of life that
 * the vendor says, or else the day of the release that makes it one too old; of an attached cluster the first of both, as
 * its plane goes on. Null: nobody knows; infinite: not within sight.
 */
export function firstDayOutside(
  role: ClusterToUpgrade["role"],
  { version, releaseIndex }: Pick<RunningVersion, "version" | "releaseIndex">,
  releases: readonly MinorRelease[],
  policy: UpgradePolicy,
): number | null {
  const minorsBehind = minorsBehindOf(role, policy);
  const byWindow =
    minorsBehind === null ? null : (releases[releaseIndex + minorsBehind + 1]?.releaseDay ?? Number.POSITIVE_INFINITY);
  const endOfLifeDay = releases[releaseIndex]?.patches.find((patch) => patch.version === version)?.endOfLifeDay ?? null;
  if (endOfLifeDay === null) return byWindow;
  return role === "attached" && byWindow !== null ? Math.min(byWindow, endOfLifeDay + 1) : endOfLifeDay + 1;
}

/**
 * The last day on which a cluster may be moved to a release without having been outside of what it may run: the day
 * before it would be. Null: nobody is forced, or that day is not within sight.
 */
export function deadlineBy(
  policy: UpgradePolicy,
  releases: readonly MinorRelease[],
): (mover: Mover, position: number) => number | null {
  return ({ cluster, moves }, position) => {
    if (policy.whenWindowEnds === "wait") return null;
    const before = moves[position - 1];
    const version = before?.route?.to ?? before?.from ?? cluster.version;
    const day = firstDayOutside(cluster.role, { version, releaseIndex: position - 1 }, releases, policy);
    return day === null || !Number.isFinite(day) ? null : day - 1;
  };
}
