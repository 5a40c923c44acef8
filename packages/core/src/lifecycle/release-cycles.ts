import { addDays, addMonths, daysBetween } from "../base/dates.ts";
import { dayScaleFrom } from "../base/day-scale.ts";
import type { IsoDate } from "../base/provenance.ts";
import type { PlanInput } from "../input/fleet.ts";
import type { PlatformContext } from "../input/platform-context.ts";
import type { OperatingModel } from "../models/operating-model.ts";
import { lifecycleInputOf } from "./fleet-lifecycle-input.ts";
import type { ClusterToUpgrade } from "./lifecycle-input.ts";
import { type MinorRelease, releaseCalendarOf } from "./release-calendar.ts";
import { firstDayOutside } from "./support-window.ts";

/** A minor version of NKP as it is told to other tools: when it came, its newest patch, until when it is looked after. */
export interface ReleaseCycle {
  readonly minor: string;
  readonly releasedOn: IsoDate;
  /** It is not known yet: taken to come at the usual distance. */
  readonly isAssumed: boolean;
  /** The newest patch that is out, of one that is to come its first; null: none is known. */
  readonly latest: { readonly version: string; readonly releasedOn: IsoDate } | null;
  /** For each role of clusters of the model. */
  readonly ends: readonly CycleEnd[];
}

/** The last day on which clusters of a role that run the newest patch are looked after. */
export interface CycleEnd {
  readonly role: ClusterToUpgrade["role"];
  /** By releases that are known; null: nobody knows. */
  readonly knownOn: IsoDate | null;
  /** By those that are assumed, too; null: nobody knows, or not within sight. */
  readonly assumedOn: IsoDate | null;
}

/**
 * The minor versions of a fleet's calendar in their order: all that are known, and those that are assumed to come.
 * `releaseCyclesOf(fleet, hybrid, context, 36).at(-1)` is the last one.
 */
export function releaseCyclesOf(
  fleet: PlanInput,
  model: OperatingModel,
  context: PlatformContext,
  horizonMonths: number,
): readonly ReleaseCycle[] {
  const { asOf, facts, policy, clusters } = lifecycleInputOf(fleet, model, context, horizonMonths);
  const horizonDays = daysBetween(asOf, addMonths(asOf, horizonMonths));
  const releases = releaseCalendarOf(facts.versions, policy.daysBetweenMinors, dayScaleFrom(asOf), horizonDays - 1);
  const first = releases[0]?.releasedOn ?? asOf;
  const dateOf = (day: number) => addDays(first, Math.max(0, daysBetween(first, asOf) + day));
  const known = releases.filter(({ isAssumed }) => !isAssumed);
  const roles = [...new Set(clusters.map(({ role }) => role))];
  return releases.map((release, releaseIndex) => {
    const latest = latestOf(release);
    const running = { version: latest?.version ?? "", releaseIndex };
    const endOf = (role: ClusterToUpgrade["role"], all: readonly MinorRelease[]) => {
      const day = firstDayOutside(role, running, all, policy);
      return day === null || !Number.isFinite(day) ? null : dateOf(day - 1);
    };
    return {
      minor: release.minor,
      releasedOn: release.releasedOn,
      isAssumed: release.isAssumed,
      latest: latest === undefined ? null : { version: latest.version, releasedOn: dateOf(latest.releaseDay) },
      ends: roles.map((role) => ({ role, knownOn: endOf(role, known), assumedOn: endOf(role, releases) })),
    };
  });
}

function latestOf({ isAssumed, patches }: MinorRelease): MinorRelease["patches"][number] | undefined {
  if (isAssumed) return undefined;
  return patches.findLast(({ releaseDay }) => releaseDay <= 0) ?? patches[0];
}
