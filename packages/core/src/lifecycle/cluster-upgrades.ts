import type { DayScale } from "../base/day-scale.ts";
import type { RunningVersion } from "./cluster-timeline.ts";
import type { InfrastructureUnder } from "./infrastructure-of.ts";
import type { ClusterToUpgrade, LifecycleFacts } from "./lifecycle-input.ts";
import { type Mover, ownOf } from "./mover.ts";
import type { MinorRelease } from "./release-calendar.ts";
import type { RisksOf } from "./risk-states.ts";
import {
  type ClockStretch,
  clockDaysOf,
  infrastructureClock,
  kubernetesClock,
  nkpWindowClock,
  type SupportClocks,
} from "./support-clocks.ts";
import type { UpgradePolicy } from "./upgrade-policy.ts";
import { stepsOf, type UpgradeStep, waitsForOwn } from "./upgrade-steps.ts";
import type { Holder } from "./wait.ts";

/** A cluster's way through the releases. */
export interface ClusterUpgrades {
  readonly name: string;
  readonly role: ClusterToUpgrade["role"];
  /** To every minor version that comes out within the horizon, oldest first. */
  readonly steps: readonly UpgradeStep[];
  readonly clocks: SupportClocks;
  /** The days that the clocks count, as stretches for a picture: no document repeats them. */
  readonly clockStretches: Readonly<Record<keyof SupportClocks, readonly ClockStretch[]>>;
}

/** What a calendar is played with, made ready. */
export interface CalendarContext {
  readonly releases: readonly MinorRelease[];
  readonly facts: LifecycleFacts;
  readonly policy: UpgradePolicy;
  readonly horizonDays: number;
  readonly scale: DayScale;
  readonly risksOf: RisksOf;
}

/** The steps and clocks of clusters that have moved, all alike. */
export function clustersUpgradesOf(
  mover: Mover,
  timeline: readonly RunningVersion[],
  under: InfrastructureUnder,
  { releases, facts, policy, horizonDays, scale, risksOf }: CalendarContext,
): readonly ClusterUpgrades[] {
  const { role } = mover.cluster;
  const clockStretches = {
    nkpWindow: nkpWindowClock(role, timeline, releases, policy, horizonDays),
    kubernetes: kubernetesClock(timeline, releases, facts.kubernetesSupport, horizonDays, scale),
    infrastructure: infrastructureClock(under.prismCentral, under.aos, facts.upgrades, horizonDays, scale),
  };
  const clocks = {
    nkpWindow: clockDaysOf(clockStretches.nkpWindow),
    kubernetes: clockDaysOf(clockStretches.kubernetes),
    infrastructure: clockDaysOf(clockStretches.infrastructure),
  };
  const stepsFor = (own: Holder | null) => stepsOf(mover, own, releases, horizonDays, scale, risksOf);
  const steps = stepsFor(null);
  const isNamed = steps.some(waitsForOwn);
  return mover.alike.map((cluster) => ({
    name: cluster.name,
    role,
    steps: isNamed ? stepsFor(ownOf(mover, cluster)) : steps,
    clocks,
    clockStretches,
  }));
}
