import type { IsoDate } from "../../base/provenance.ts";
import type { ClusterUpgrades } from "../../lifecycle/cluster-upgrades.ts";
import type { UpgradeCalendar } from "../../lifecycle/play-upgrades.ts";
import type { NeverReason, UpgradeStep } from "../../lifecycle/upgrade-steps.ts";
import { pairsOf } from "./pairs.ts";

/** When a cluster gets a minor version. */
export interface UpgradeDay {
  /** null: not within the months that are played. */
  readonly movedOn: IsoDate | null;
  /** Why it does not come; null: it does. */
  readonly neverReason: NeverReason | null;
}

/** A minor version that a cluster gets on another day, or that only one of two calendars has for it. */
export interface UpgradeChange {
  readonly clusterName: string;
  readonly minor: string;
  /** null: the calendar has no such upgrade of the cluster. */
  readonly base: UpgradeDay | null;
  readonly head: UpgradeDay | null;
}

type Played = Pick<UpgradeCalendar, "planes" | "clusters">;

/** The upgrades that come on another day, of clusters that both calendars have. */
export function upgradeChanges(base: Played, head: Played): readonly UpgradeChange[] {
  const movedIn = ({ planes, clusters }: Played) => [...planes, ...clusters];
  return pairsOf(movedIn(base), movedIn(head), ({ name }) => name).flatMap(({ base: was, head: is }) =>
    was === null || is === null ? [] : changesOf(was, is),
  );
}

function changesOf(base: ClusterUpgrades, head: ClusterUpgrades): readonly UpgradeChange[] {
  return pairsOf(base.steps, head.steps, ({ minor }) => minor)
    .map(({ base: was, head: is }) => ({
      clusterName: head.name,
      minor: ((is ?? was) as UpgradeStep).minor,
      base: was && dayOf(was),
      head: is && dayOf(is),
    }))
    .filter((change) => JSON.stringify(change.base) !== JSON.stringify(change.head));
}

function dayOf({ movedOn, neverReason }: UpgradeStep): UpgradeDay {
  return { movedOn, neverReason };
}
