import type { DayScale } from "../base/day-scale.ts";
import type { InfrastructureSupport } from "../input/upgrade-facts.ts";
import type { RunningVersion } from "./cluster-timeline.ts";
import type { InfrastructureFloors } from "./infrastructure-floors.ts";
import type { MinorRelease } from "./release-calendar.ts";
import type { UpgradePolicy } from "./upgrade-policy.ts";

/** A version of Prism Central or AOS from a day on. */
export interface RunningInfrastructure {
  readonly fromDay: number;
  /** Null: not known. */
  readonly version: string | null;
  /** Whose upgrade needs it; null: it is there at the beginning, or raised on a day of the provider's. */
  readonly neededBy: string | null;
}

/** An upgrade of a cluster that may need something newer beneath it. */
export interface Need {
  readonly clusterName: string;
  readonly fromDay: number;
  readonly floor: string;
}

type Product = InfrastructureSupport["product"];

/** What upgrades of a cluster need of a product, each thing once. */
export function needsOf(
  clusterName: string,
  timeline: readonly RunningVersion[],
  product: Product,
  releases: readonly MinorRelease[],
  floors: InfrastructureFloors,
): readonly Need[] {
  const needs: Need[] = [];
  for (const { fromDay, releaseIndex } of timeline.slice(1)) {
    const needed = floors.floorOf((releases[releaseIndex] as MinorRelease).minor);
    const floor = product === "aos" ? needed?.aos : needed?.prismCentral;
    if (floor === undefined || floor === needs.at(-1)?.floor) continue;
    needs.push({ clusterName, fromDay, floor });
  }
  return needs;
}

/** A product raised whenever an upgrade needs it to be newer, to what that needs and no further. */
export function raisedByNeed(
  product: Product,
  start: string | null,
  needs: readonly Need[],
  floors: InfrastructureFloors,
): readonly RunningInfrastructure[] {
  const running: RunningInfrastructure[] = [{ fromDay: 0, version: start, neededBy: null }];
  for (const { clusterName, fromDay, floor } of needs.toSorted(inTurn)) {
    const last = running.at(-1) as RunningInfrastructure;
    if (floors.isBelow(product, last.version, floor)) running.push({ fromDay, version: floor, neededBy: clusterName });
  }
  return running;
}

/** Prism Central raised to the newest on each of the provider's days. */
export function raisedOnDays(
  start: string | null,
  { prismCentralDays }: Pick<UpgradePolicy, "prismCentralDays">,
  floors: InfrastructureFloors,
  horizonDays: number,
  scale: DayScale,
): readonly RunningInfrastructure[] {
  const running: RunningInfrastructure[] = [{ fromDay: 0, version: start, neededBy: null }];
  const days = (prismCentralDays ?? []).map(scale.dayOf).toSorted((a, b) => a - b);
  for (const fromDay of days.filter((day) => day >= 0 && day < horizonDays)) {
    const version = floors.newestOn("prism-central", fromDay);
    const last = running.at(-1) as RunningInfrastructure;
    if (version === undefined || !floors.isBelow("prism-central", last.version, version)) continue;
    running.push({ fromDay, version, neededBy: null });
  }
  return running;
}

function inTurn(a: Need, b: Need): number {
  return a.fromDay - b.fromDay || (a.clusterName < b.clusterName ? -1 : 1);
}
