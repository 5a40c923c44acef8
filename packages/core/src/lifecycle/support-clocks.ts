import type { DayScale } from "../base/day-scale.ts";
import type { InfrastructureSupport, UpgradeFacts } from "../input/upgrade-facts.ts";
import type { KubernetesSupport } from "../input/version-facts.ts";
import { type RunningVersion, withEnds } from "./cluster-timeline.ts";
import type { RunningInfrastructure } from "./infrastructure-timeline.ts";
import type { ClusterToUpgrade } from "./lifecycle-input.ts";
import type { MinorRelease } from "./release-calendar.ts";
import { firstDayOutside } from "./support-window.ts";
import type { UpgradePolicy } from "./upgrade-policy.ts";

/** Days of the horizon by one clock. Those that are neither are within support. */
export interface ClockDays {
  readonly outsideDays: number;
  /** On which nobody knows: they are never taken for days within support. */
  readonly unknownDays: number;
}

/** The clocks by which a cluster ages, each for itself. */
export interface SupportClocks {
  /** NKP's own: the end of life that the vendor says, or how many minor versions it is behind the newest. */
  readonly nkpWindow: ClockDays;
  /** The end of life upstream of the Kubernetes inside. */
  readonly kubernetes: ClockDays;
  /** The end of support of Prism Central and AOS beneath, whichever is first. */
  readonly infrastructure: ClockDays;
}

/** Days of which a clock says that support has ended, or that nobody knows. */
export interface ClockStretch {
  readonly state: "outside" | "unknown";
  readonly fromDay: number;
  /** The day after its last. */
  readonly toDay: number;
}

/** A stretch of days with the day on which its support has ended; null: nobody knows. */
interface Supported {
  readonly fromDay: number;
  readonly toDay: number;
  readonly endDay: number | null;
}

/** Stretches of days: outside from the day on which support has ended, unknown where nobody knows it. */
function stretchesOf(all: readonly Supported[]): readonly ClockStretch[] {
  return all
    .map(({ fromDay, toDay, endDay }): ClockStretch => {
      if (endDay === null) return { state: "unknown", fromDay, toDay };
      return { state: "outside", fromDay: Math.max(fromDay, endDay), toDay };
    })
    .filter(({ fromDay, toDay }) => fromDay < toDay);
}

/** Counts the days of a clock's stretches. */
export function clockDaysOf(stretches: readonly ClockStretch[]): ClockDays {
  let [outsideDays, unknownDays] = [0, 0];
  for (const { state, fromDay, toDay } of stretches) {
    if (state === "unknown") unknownDays += toDay - fromDay;
    else outsideDays += toDay - fromDay;
  }
  return { outsideDays, unknownDays };
}

/**
 * Outside from the day after the end of life that the vendor says, or the day of the minor version that makes it one too
 * many. Where nobody knows either, unknown from the day on which it is behind at all.
 */
export function nkpWindowClock(
  role: ClusterToUpgrade["role"],
  timeline: readonly RunningVersion[],
  releases: readonly MinorRelease[],
  policy: UpgradePolicy,
  horizonDays: number,
): readonly ClockStretch[] {
  return withEnds(timeline, horizonDays).flatMap(({ fromDay, toDay, ...running }) => {
    const endDay = firstDayOutside(role, running, releases, policy);
    const behindFrom = endDay ?? releases[running.releaseIndex + 1]?.releaseDay ?? horizonDays;
    const stretches = stretchesOf([{ fromDay, toDay, endDay: behindFrom }]);
    return endDay === null ? stretches.map((one): ClockStretch => ({ ...one, state: "unknown" })) : stretches;
  });
}

/** Outside from the day after the end of life. */
export function kubernetesClock(
  timeline: readonly RunningVersion[],
  releases: readonly MinorRelease[],
  support: readonly KubernetesSupport[],
  horizonDays: number,
  scale: DayScale,
): readonly ClockStretch[] {
  const dayOfEnd = (releaseIndex: number) => {
    const minor = releases[releaseIndex]?.kubernetesMinor;
    const found = support.find((one) => one.minor === minor);
    return found === undefined ? null : scale.dayOf(found.endOfLifeOn) + 1;
  };
  return stretchesOf(
    withEnds(timeline, horizonDays).map(({ fromDay, toDay, releaseIndex }) => ({
      fromDay,
      toDay,
      endDay: dayOfEnd(releaseIndex),
    })),
  );
}

/** Outside from the day after the first of both ends of support; unknown where one is not known and the other has not ended. */
export function infrastructureClock(
  prismCentral: readonly RunningInfrastructure[],
  aos: readonly RunningInfrastructure[],
  { infrastructure }: Pick<UpgradeFacts, "infrastructure">,
  horizonDays: number,
  scale: DayScale,
): readonly ClockStretch[] {
  const dayOfEnd = (product: InfrastructureSupport["product"], version: string | null) => {
    const found = infrastructure.find((one) => one.product === product && one.version === version);
    return found === undefined ? null : scale.dayOf(found.supportEndsOn) + 1;
  };
  const stretches = withEnds(prismCentral, horizonDays).flatMap((pc) =>
    withEnds(aos, horizonDays).map((other) => ({
      fromDay: Math.max(pc.fromDay, other.fromDay),
      toDay: Math.min(pc.toDay, other.toDay),
      ends: [dayOfEnd("prism-central", pc.version), dayOfEnd("aos", other.version)],
    })),
  );
  return stretches.flatMap(({ fromDay, toDay, ends }): readonly ClockStretch[] => {
    const first = Math.min(...ends.filter((day) => day !== null));
    const outside = stretchesOf([{ fromDay, toDay, endDay: first }]);
    const until = Math.min(toDay, Math.max(fromDay, first));
    if (!ends.includes(null) || fromDay >= until) return outside;
    return [{ state: "unknown", fromDay, toDay: until }, ...outside];
  });
}
