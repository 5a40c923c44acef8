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
 * The last day on which a cluster may be moved to a release without having left its window: the day before the release
 * that makes the one before it too old. Null: nobody is forced, or that release is not within sight.
 */
export function deadlineBy(
  policy: UpgradePolicy,
  releases: readonly MinorRelease[],
): (mover: Mover, position: number) => number | null {
  return ({ cluster }, position) => {
    const minorsBehind = minorsBehindOf(cluster.role, policy);
    if (policy.whenWindowEnds === "wait" || minorsBehind === null) return null;
    const tooOldFrom = releases[position + minorsBehind]?.releaseDay;
    return tooOldFrom === undefined ? null : tooOldFrom - 1;
  };
}
