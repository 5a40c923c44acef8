import {
  arrivalOf,
  type Node,
  type PodGroup,
  PreparedPool,
  Scheduler,
  smallestCount,
  type TieBreak,
  traitsOf,
} from "@nkp-planner/core";
import { boundGroups, groupOf, nodeOf, type Range, type SchedulerCase } from "./scheduler-case.ts";

/** How far above the real scheduler's largest answer a count is looked for before it is called "none". */
const SEARCH_BEYOND = 30;

/** The real counts; null: at none. The planner offers pods again that found no node, as a cluster does. */
export function realCounts({ answers }: SchedulerCase): Range | null {
  return (
    answers.withRepeatedPasses?.smallestNodeCount ??
    answers.over100Seeds?.smallestNodeCount ??
    answers.smallestNodeCount ??
    null
  );
}

/** The planner's own count of a smallest-count case; null: it finds none. @throws where the case has no nodeTemplate */
export function countOfPlanner(one: SchedulerCase): number | null {
  const { answers, workloads, nodeTemplate, zones = [] } = one;
  if (nodeTemplate === undefined) throw new Error(`Case ${one.id} asks for a count and has no nodeTemplate.`);
  const nodeAt = (index: number): Node =>
    nodeOf(nodeTemplate, `node-${index}`, zones.length === 0 ? undefined : zones[index % zones.length]);
  const mostNodeCount = answers.searchedUpTo ?? (realCounts(one)?.max ?? 0) + SEARCH_BEYOND;
  if (boundGroups(one).length > 0) return countBeside(one, nodeAt, mostNodeCount);
  const traits = traitsOf(one.kubernetesVersion);
  return smallestCount({
    prepared: new PreparedPool({ installed: [], otherNodes: otherNodesOf(one), nodeAt, traits }),
    groups: workloads.map(groupOf),
    orderCount: 1,
    leastNodeCount: 1,
    mostNodeCount,
  }).nodeCount;
}

/** How many pods of a fit case the planner leaves without a node, where those that found none are offered again. */
export function podsLeftByPlanner(one: SchedulerCase): number {
  const { groups, nodes, scheduler } = startOf(one);
  return offer(scheduler, groups, nodes, "again and again");
}

function otherNodesOf({ otherNodes = [] }: SchedulerCase): readonly Node[] {
  return otherNodes.map((raw, index) => nodeOf(raw, raw.name ?? `other-${index}`, raw.zone));
}

/** The same where pods are on other nodes before the first comes. */
function countBeside(one: SchedulerCase, nodeAt: (index: number) => Node, most: number): number | null {
  for (let count = 1; count <= most; count += 1) {
    const nodes = [...otherNodesOf(one), ...Array.from({ length: count }, (_, index) => nodeAt(index))];
    const { groups, scheduler } = startOf(one, nodes);
    if (offer(scheduler, groups, nodes, "again and again") === 0) return count;
  }
  return null;
}

/** Pods that are there before the first comes: put on their nodes without being asked. */
export function startOf(
  one: SchedulerCase,
  nodes = (one.nodes ?? []).map((raw, index) => nodeOf(raw, raw.name ?? `node-${index}`, raw.zone)),
) {
  const groups = one.workloads.map(groupOf);
  const bound = boundGroups(one);
  const strangers = bound.filter(({ ofWorkload }) => ofWorkload === -1).map(({ group }) => group);
  const scheduler = new Scheduler(nodes, [...groups, ...strangers], traitsOf(one.kubernetesVersion));
  let stranger = groups.length;
  for (const { ofWorkload, node } of bound) {
    scheduler.bind(ofWorkload === -1 ? stranger : ofWorkload, node);
    if (ofWorkload === -1) stranger += 1;
  }
  return { groups, nodes, scheduler };
}

/** Offers DaemonSets and then every pod, once or until nothing changes; returns how many pods are left. */
export function offer(
  scheduler: Scheduler,
  groups: readonly PodGroup[],
  nodes: readonly Node[],
  how: "once" | "again and again",
): number {
  const takeFirst: TieBreak = () => 0;
  const { queue } = arrivalOf(groups, 0, nodes[0]?.allocatable ?? { cpuMillicores: 0, memoryBytes: 0, podCount: 0 });
  let hasRoom = true;
  for (const [index, { kind }] of groups.entries())
    if (kind === "DaemonSet") hasRoom = scheduler.placeDaemons(index) && hasRoom;
  let waiting = [...queue];
  for (;;) {
    const left = waiting.filter((group) => scheduler.place(group, takeFirst) === -1);
    if (how === "once" || left.length === 0 || left.length === waiting.length) return left.length + (hasRoom ? 0 : 1);
    waiting = left;
  }
}
