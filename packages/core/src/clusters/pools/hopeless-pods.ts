import type { PodGroup } from "../../input/pod-group.ts";
import { isAdmitted } from "../../scheduling/bounds.ts";
import type { Refusal } from "../../scheduling/diagnosis.ts";
import type { Allocatable, Node } from "../../scheduling/node.ts";
import { PreparedPool } from "../../scheduling/prepared-pool.ts";
import type { RefusedPod } from "../../scheduling/refusals.ts";
import { boundsOf } from "../../scheduling/smallest-count.ts";
import type { PoolToSize } from "./pool-to-size.ts";

/** Pods that do not run on any number of nodes, or not on as many as a cluster may have. */
export interface Unplaced {
  readonly group: PodGroup;
  readonly refusal: Refusal | "larger-than-node" | "too-many-nodes";
  /** What each node refuses it by, where it was offered to some. */
  readonly refused?: RefusedPod;
}

/** Takes out the groups of which no pod ever runs, so that the rest can still be counted. */
export function withoutHopeless(asked: PoolToSize): {
  readonly question: PoolToSize;
  readonly unplaced: readonly Unplaced[];
} {
  const { ground, installed } = asked.prepared;
  const { free } = boundsOf(asked.prepared, []);
  const refused = [...installed.daemons, ...installed.pods, ...asked.groups].flatMap((group): readonly Unplaced[] => {
    const refusal = hopelessness(group, asked.prepared, free);
    return refusal === null ? [] : [{ group, refusal }];
  });
  if (refused.length === 0) return { question: asked, unplaced: [] };
  const out = new Set(refused.map(({ group }) => group));
  const left = (groups: readonly PodGroup[]) => groups.filter((group) => !out.has(group));
  const prepared = new PreparedPool({ ...ground, installed: left(ground.installed) });
  return { question: { ...asked, prepared, groups: left(asked.groups) }, unplaced: refused };
}

/** Why no pod of a group runs on any number of nodes, as far as arithmetic tells; null where it does not. */
function hopelessness(group: PodGroup, { ground }: PreparedPool, free: Allocatable): Unplaced["refusal"] | null {
  const { otherNodes } = ground;
  const node = ground.nodeAt(0);
  const isDaemon = group.kind === "DaemonSet";
  if (!isDaemon && group.replicas === 0) return null;
  const has = ({ allocatable }: Node) =>
    Object.entries(group.requests.extended ?? {}).every(
      ([name, quantity]) => quantity <= (allocatable.extended?.[name] ?? 0),
    );
  const isElsewhere = otherNodes.some((other) => isAdmitted(group, other) && has(other));
  const isHere = kindsOf(ground).some((one) => isAdmitted(group, one));
  if (!isDaemon && !isHere && !isElsewhere) return "selector-or-taint";
  if (!isDaemon && !isElsewhere && !has(node)) return "extended-resource";
  const needsZone = group.topologySpread.some(({ isHard, over }) => isHard && over === "zone");
  if (!isDaemon && needsZone && node.zone === null && otherNodes.every(({ zone }) => zone === null)) return "spread";
  if (!isHere || (!isDaemon && isElsewhere)) return null;
  if (!has(node)) return "extended-resource";
  return exceeds(group, isDaemon ? node.allocatable : free) ? "larger-than-node" : null;
}

/** One node of each zone. */
function kindsOf({ nodeAt }: PreparedPool["ground"]): readonly Node[] {
  const kinds = [nodeAt(0)];
  while (nodeAt(kinds.length).zone !== kinds[0]?.zone) kinds.push(nodeAt(kinds.length));
  return kinds;
}

function exceeds({ requests }: PodGroup, room: Allocatable): boolean {
  return (
    (requests.cpuMillicores ?? 0) > Math.max(0, room.cpuMillicores) ||
    (requests.memoryBytes ?? 0) > Math.max(0, room.memoryBytes) ||
    room.podCount <= 0
  );
}
