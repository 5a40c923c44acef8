/**
 * A second scheduler for pools of a few pods, written from kube-scheduler's rules and not from the planner's: it follows
 * every order of arrival and every tie, where the planner tries some. Nodes are alike and have no zones, so that two
 * placements are the same when their nodes only change places.
 */

/** Alike pods. Of those that are `apart` no two share a node; `even` ones are on no node more than one above the least. */
export interface SmallPods {
  readonly podCount: number;
  readonly cpuMillicores: number;
  readonly memoryMiB: number;
  readonly priority: number;
  readonly rule: "none" | "apart" | "even";
}

/** What a node offers to all pods, and what agents take of it on every node. */
export interface SmallNode {
  readonly cpuMillicores: number;
  readonly memoryMiB: number;
  readonly agentCpuMillicores: number;
  readonly agentMemoryMiB: number;
}

export interface SmallPool {
  readonly node: SmallNode;
  readonly pods: readonly SmallPods[];
  /** Ways in which they may come, each in waves: all of the first are there before any of the next comes. */
  readonly histories: readonly (readonly (readonly SmallPods[])[])[];
}

/** How many pods of each kind each node has; nodes in a fixed order. */
type Placement = readonly (readonly number[])[];

/** To which of the nodes with room a pod may go. */
export type Choice = "by-score" | "anywhere";

interface Outcome {
  /** Every placement of all pods that an order can end in. */
  readonly ends: readonly Placement[];
  /** Whether some order, or some tie, leaves a pod without a node. */
  readonly isAnyPending: boolean;
}

/** Every way in which a pool's pods may come to so many empty nodes. */
export function arrivals(pool: SmallPool, nodeCount: number, choice: Choice): Outcome {
  const empty = Array.from({ length: nodeCount }, () => pool.pods.map(() => 0));
  const outcomes = pool.histories.map((waves) =>
    waves.reduce<Outcome>(
      ({ ends, isAnyPending }, wave) => {
        const waiting = pool.pods.map((kind) => (wave.includes(kind) ? kind.podCount : 0));
        const next = explore(pool, ends, waiting, choice);
        return { ends: next.ends, isAnyPending: isAnyPending || next.isAnyPending };
      },
      { ends: [empty], isAnyPending: false },
    ),
  );
  return {
    ends: outcomes.flatMap(({ ends }) => ends),
    isAnyPending: outcomes.some(({ isAnyPending }) => isAnyPending),
  };
}

/** Whether every pod finds a node, whatever the order. */
export function holds(pool: SmallPool, nodeCount: number, choice: Choice): boolean {
  return !arrivals(pool, nodeCount, choice).isAnyPending;
}

/**
 * Whether every pod finds a node, and after the loss of any one node again: the lost ones beside those that keep
 * running, and all of them on what is left, as after a restart.
 */
export function standsLoss(pool: SmallPool, nodeCount: number, choice: Choice): boolean {
  const { ends, isAnyPending } = arrivals(pool, nodeCount, choice);
  if (isAnyPending || !holds(pool, nodeCount - 1, choice)) return false;
  return ends.every((end) =>
    end.every((lost, at) => {
      const left = end.filter((_, index) => index !== at);
      return !explore(pool, [left], lost, choice).isAnyPending;
    }),
  );
}

/** The smallest number of nodes, from one on up, for which something holds. */
export function smallestFrom(first: number, is: (nodeCount: number) => boolean): number {
  let nodeCount = first;
  while (!is(nodeCount)) nodeCount += 1;
  return nodeCount;
}

/** Follows every order in which the waiting pods may come, higher priorities first. */
function explore(pool: SmallPool, from: readonly Placement[], waiting: readonly number[], choice: Choice): Outcome {
  const kinds = pool.pods;
  const seen = new Set<string>();
  const ends: Placement[] = [];
  let isAnyPending = false;
  const open = from.map((placed) => ({ placed: sorted(placed), left: waiting }));
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const { placed, left } = at;
    const key = `${placed.join("|")} ${left.join()}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const highest = kinds.reduce(
      (most, { priority }, kind) => ((left[kind] as number) > 0 ? Math.max(most, priority) : most),
      Number.NEGATIVE_INFINITY,
    );
    if (highest === Number.NEGATIVE_INFINITY) ends.push(placed);
    for (const [kind, { priority }] of kinds.entries()) {
      if (left[kind] === 0 || priority !== highest) continue;
      const nodes = nodesFor(pool, placed, kind, choice);
      if (nodes.length === 0) isAnyPending = true;
      const rest = left.map((count, index) => (index === kind ? count - 1 : count));
      for (const node of nodes) open.push({ placed: sorted(withOne(placed, node, kind)), left: rest });
    }
  }
  return { ends, isAnyPending };
}

function withOne(placed: Placement, node: number, kind: number): Placement {
  return placed.map((counts, at) =>
    at === node ? counts.map((count, index) => count + Number(index === kind)) : counts,
  );
}

function sorted(placed: Placement): Placement {
  return [...placed].sort((a, b) => (a.join() < b.join() ? -1 : 1));
}

/** Where one more pod of a kind may go. */
function nodesFor(pool: SmallPool, placed: Placement, kind: number, choice: Choice): readonly number[] {
  const { cpuMillicores, memoryMiB, rule } = pool.pods[kind] as SmallPods;
  const ownOn = (node: number) => placed[node]?.[kind] as number;
  const fewest = Math.min(...placed.map((counts) => counts[kind] as number));
  const open = [...placed.keys()].filter((node) => {
    const used = usedOn(pool, placed[node] as readonly number[]);
    if (used.cpuMillicores + cpuMillicores > pool.node.cpuMillicores) return false;
    if (used.memoryMiB + memoryMiB > pool.node.memoryMiB) return false;
    if (rule === "apart") return ownOn(node) === 0;
    return rule !== "even" || ownOn(node) + 1 - fewest <= 1;
  });
  if (choice === "anywhere" || open.length <= 1) return open;
  const spread = rule === "even" ? open.map(() => 0) : spreadScores(open.map(ownOn));
  const scores = open.map(
    (node, at) => resourceScore(pool, placed[node] as readonly number[], kind) + (spread[at] ?? 0),
  );
  const best = Math.max(...scores);
  return open.filter((_, at) => scores[at] === best);
}

function usedOn(pool: SmallPool, counts: readonly number[]): { cpuMillicores: number; memoryMiB: number } {
  const { agentCpuMillicores, agentMemoryMiB } = pool.node;
  const sum = (first: number, of: (kind: SmallPods) => number) =>
    counts.reduce((total, count, kind) => total + count * of(pool.pods[kind] as SmallPods), first);
  return {
    cpuMillicores: sum(agentCpuMillicores, (kind) => kind.cpuMillicores),
    memoryMiB: sum(agentMemoryMiB, (kind) => kind.memoryMiB),
  };
}

/** The most that a plugin's score is, and how many resources are scored. */
const FULL = 100;
const RESOURCES = 2;

/**
 * NodeResourcesFit (LeastAllocated) and NodeResourcesBalancedAllocation, each of weight 1, with the pod on the node.
 * @see https://github.com/kubernetes/kubernetes/tree/v1.34.1/pkg/scheduler/framework/plugins/noderesources
 */
function resourceScore(pool: SmallPool, counts: readonly number[], kind: number): number {
  const used = usedOn(
    pool,
    counts.map((count, index) => count + Number(index === kind)),
  );
  const shares = [
    [used.cpuMillicores, pool.node.cpuMillicores],
    [used.memoryMiB, pool.node.memoryMiB],
  ] as const;
  const least = shares.reduce((sum, [taken, has]) => sum + Math.floor(((has - taken) * FULL) / has), 0);
  const [cpu, memory] = shares.map(([taken, has]) => taken / has) as [number, number];
  return Math.floor(least / RESOURCES) + Math.floor((1 - Math.abs((cpu - memory) / RESOURCES)) * FULL);
}

/** Of weight 2, by the constraints that every cluster has by default: over nodes, three pods of skew allowed. */
const SPREAD_WEIGHT = 2;
const DEFAULT_SKEW = 3;
const LOG_OFFSET = 2;

/** PodTopologySpread for pods of a Deployment; without zones only nodes are scored. */
function spreadScores(ownCounts: readonly number[]): readonly number[] {
  const weight = Math.log(ownCounts.length + LOG_OFFSET);
  const raw = ownCounts.map((count) => Math.round(count * weight + (DEFAULT_SKEW - 1)));
  const [least, most] = [Math.min(...raw), Math.max(...raw)];
  return raw.map((score) => SPREAD_WEIGHT * Math.floor((FULL * (most + least - score)) / most));
}
