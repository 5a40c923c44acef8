import type { DayScale } from "../base/day-scale.ts";
import type { RunningVersion } from "./cluster-timeline.ts";
import type { InfrastructureFloors } from "./infrastructure-floors.ts";
import { needsOf, type RunningInfrastructure, raisedByNeed, raisedOnDays } from "./infrastructure-timeline.ts";
import type { Mover } from "./mover.ts";
import type { MinorRelease } from "./release-calendar.ts";
import type { UpgradePolicy } from "./upgrade-policy.ts";

/** What lies under a cluster over time. */
export interface InfrastructureUnder {
  readonly prismCentral: readonly RunningInfrastructure[];
  readonly aos: readonly RunningInfrastructure[];
}

/** Prism Central and AOS beneath clusters that have moved. */
export interface InfrastructureOverTime {
  /** The Prism Central that all share; of own ones nothing. */
  readonly shared: readonly RunningInfrastructure[];
  /** By the cluster's position. */
  under(index: number): InfrastructureUnder;
}

/** What lies beneath clusters over time, as their moves need it or the provider's days bring it. */
export function infrastructureOf(
  movers: readonly Mover[],
  timelines: readonly (readonly RunningVersion[])[],
  releases: readonly MinorRelease[],
  floors: InfrastructureFloors,
  policy: UpgradePolicy,
  horizonDays: number,
  scale: DayScale,
): InfrastructureOverTime {
  const needs = movers.map(({ cluster }, index) =>
    needsOf(cluster.name, timelines[index] ?? [], "prism-central", releases, floors),
  );
  const start = movers.find(({ cluster }) => cluster.prismCentral !== null)?.cluster.prismCentral ?? null;
  const byNeed = () => raisedByNeed("prism-central", start, needs.flat(), floors);
  const onDays = () => raisedOnDays(start, policy, floors, horizonDays, scale);
  const shared = policy.prismCentral === "own" ? [] : policy.prismCentralDays === null ? byNeed() : onDays();
  return {
    shared,
    under: (index) => {
      const { cluster } = movers[index] as Mover;
      const aosNeeds = needsOf(cluster.name, timelines[index] ?? [], "aos", releases, floors);
      return {
        prismCentral:
          policy.prismCentral === "shared"
            ? shared
            : raisedByNeed("prism-central", cluster.prismCentral, needs[index] ?? [], floors),
        aos: raisedByNeed("aos", cluster.aos, aosNeeds, floors),
      };
    },
  };
}
