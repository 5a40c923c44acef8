import type { PodGroup } from "../../input/pod-group.ts";
import { arrivalsOf } from "../../scheduling/arrival.ts";
import type { Bound } from "../../scheduling/bound.ts";
import { mainRefusal } from "../../scheduling/diagnosis.ts";
import { placeAll } from "../../scheduling/placement.ts";
import { refusedPod } from "../../scheduling/refusals.ts";
import type { Attempt } from "../../scheduling/smallest-count.ts";
import type { Unplaced } from "./hopeless-pods.ts";

/** The group that asks for most of a pool that is too large for a cluster. */
export function largest({ prepared, groups }: Attempt): readonly Unplaced[] {
  const { allocatable } = prepared.ground.nodeAt(0);
  const nodesOf = ({ requests, replicas }: PodGroup) =>
    replicas *
    Math.max(
      (requests.cpuMillicores ?? 0) / Math.max(1, allocatable.cpuMillicores),
      (requests.memoryBytes ?? 0) / Math.max(1, allocatable.memoryBytes),
      1 / Math.max(1, allocatable.podCount),
      ...Object.entries(requests.extended ?? {}).map(
        ([name, quantity]) => quantity / Math.max(1, allocatable.extended?.[name] ?? 0),
      ),
    );
  const all = [...groups, ...prepared.installed.pods].filter(({ kind }) => kind !== "DaemonSet");
  const [group] = all.sort((a, b) => nodesOf(b) - nodesOf(a));
  return group === undefined ? [] : [{ group, refusal: "too-many-nodes" }];
}

/** Everything that is to run, what is installed first: offered to so many nodes in the n-th order. */
function placedAll({ prepared, groups }: Attempt, count: number, order: number) {
  const { ground } = prepared;
  const all = [...ground.installed, ...groups];
  const { allocatable } = ground.nodeAt(0);
  const first = arrivalsOf(ground.installed, allocatable)(order);
  const second = arrivalsOf(groups, allocatable)(order);
  const queue = Int32Array.from([...first.queue, ...second.queue.map((index) => index + ground.installed.length)]);
  return { all, ...placeAll(prepared.nodesAt(count), all, { queue, tieBreak: second.tieBreak }, ground.traits) };
}

/** Which pods stay pending with plenty of nodes, and why. */
export function leftOver(attempt: Attempt, count: number): readonly Unplaced[] {
  const { all, scheduler, unplaced } = placedAll(attempt, count, 0);
  if (unplaced.size === 0) {
    const [group] = all.filter(
      ({ topologySpread, podAffinity, podAntiAffinity }) =>
        topologySpread.length > 0 || podAffinity !== null || podAntiAffinity !== null,
    );
    return group === undefined ? [] : [{ group, refusal: "spread" }];
  }
  return [...unplaced.keys()].map((index) => {
    const refused = refusedPod(scheduler, index);
    return { group: all[index] as PodGroup, refusal: mainRefusal(refused.refusals), refused };
  });
}

/** What pods lack when the pool has one node fewer than it needs. */
export function scarceAt({ prepared, groups, arrivals, ordersAt }: Attempt, count: number): Bound {
  const ready = prepared.of(count);
  for (const order of ordersAt(count)) {
    const refused = ready.refused(groups, arrivals, order);
    const refusal = refused === null ? null : mainRefusal(refused.refusals);
    if (refusal !== null) return refusal === "selector-or-taint" || refusal === "affinity" ? "spread" : refusal;
  }
  return "spread";
}
