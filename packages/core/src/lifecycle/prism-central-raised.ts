import type { DayScale } from "../base/day-scale.ts";
import type { IsoDate } from "../base/provenance.ts";
import type { RunningVersion } from "./cluster-timeline.ts";
import type { InfrastructureFloors } from "./infrastructure-floors.ts";
import type { RunningInfrastructure } from "./infrastructure-timeline.ts";
import type { Mover } from "./mover.ts";
import type { MinorRelease } from "./release-calendar.ts";

/** That the Prism Central which all clusters share is raised, and what runs over it then. */
export interface PrismCentralRaised {
  readonly version: string;
  readonly raisedOn: IsoDate;
  /** The first cluster whose upgrade needs it; null: raised on a day of the provider's. */
  readonly neededBy: string | null;
  /** Clusters that run a version of NKP on that day of which nobody says that this Prism Central still carries it. */
  readonly olderClusterCount: number;
}

/** The days on which the shared Prism Central is raised. */
export function prismCentralRaised(
  running: readonly RunningInfrastructure[],
  movers: readonly Mover[],
  timelines: readonly (readonly RunningVersion[])[],
  releases: readonly MinorRelease[],
  floors: InfrastructureFloors,
  scale: DayScale,
): readonly PrismCentralRaised[] {
  return running.slice(1).flatMap(({ fromDay, version, neededBy }) => {
    if (version === null) return [];
    const isMadeFor = releases.map(({ minor }) => floors.floorOf(minor)?.prismCentral === version);
    const onThatDay = timelines.map((timeline) => timeline.findLast((one) => one.fromDay <= fromDay)?.releaseIndex);
    const olderClusterCount = movers
      .filter((_, at) => isMadeFor[onThatDay[at] ?? 0] !== true)
      .reduce((sum, { alike }) => sum + alike.length, 0);
    return [{ version, raisedOn: scale.dateOf(fromDay), neededBy, olderClusterCount }];
  });
}
