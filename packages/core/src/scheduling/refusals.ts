import type { PodGroup } from "../input/pod-group.ts";
import type { ClusterState } from "./cluster-state.ts";
import { blockedDomains, CLOSED, closedBy } from "./filters.ts";
import type { GroupState } from "./group-state.ts";
import type { Scheduler } from "./scheduler.ts";
import { untoleratedTaints } from "./taints.ts";

/** A filter of the scheduler that keeps a pod off a node. */
export type Filter = (typeof FILTERS)[number];

export const FILTERS = [
  "taint",
  "node-affinity",
  "pods",
  "cpu",
  "memory",
  "ephemeral-storage",
  "extended-resource",
  ...CLOSED,
] as const;

/** How many nodes refuse a pod by one filter. */
export interface Refused {
  readonly filter: Filter;
  /** The taint, or the extended resource; null: the filter says it all. */
  readonly what: string | null;
  readonly nodeCount: number;
  /** What the node that comes nearest lacks: millicores, bytes or a number; null where nothing is measured. */
  readonly leastMissingQuantity: number | null;
}

/** A pod that no node takes. */
export interface RefusedPod {
  readonly group: PodGroup;
  /** Nodes that were asked. */
  readonly nodeCount: number;
  readonly refusals: readonly Refused[];
}

/** One more pod of a group, with what each node that is left refuses it by. */
export function refusedPod(scheduler: Scheduler, index: number): RefusedPod {
  const { group } = scheduler.groups[index] as GroupState;
  const nodeCount = scheduler.state.isAlive.reduce((sum, alive) => sum + alive, 0);
  return { group, nodeCount, refusals: refusalsOf(scheduler, index) };
}

type RefusedOnce = Omit<Refused, "nodeCount">;

/**
 * Which filters refuse one more pod of a group, and on how many nodes: of each node the first filter that does, as the
 * scheduler asks them; of a node without room every resource that does not suffice. `refusalsOf(scheduler, 0)`
 */
export function refusalsOf({ state, groups }: Scheduler, group: number): readonly Refused[] {
  const own = groups[group] as GroupState;
  const blocked = blockedDomains(state, own);
  const known = new Map<string, Refused>();
  for (let node = 0; node < state.nodes.length; node += 1) {
    if (state.isAlive[node] === 0) continue;
    for (const one of refusedAt(state, own, node, blocked)) {
      const key = `${one.filter} ${one.what}`;
      const before = known.get(key);
      known.set(key, before === undefined ? { ...one, nodeCount: 1 } : joined(before, one));
    }
  }
  return [...known.values()].sort((a, b) => b.nodeCount - a.nodeCount);
}

function joined(before: Refused, { leastMissingQuantity: missing }: RefusedOnce): Refused {
  const least = before.leastMissingQuantity;
  return {
    ...before,
    nodeCount: before.nodeCount + 1,
    leastMissingQuantity: least === null || missing === null ? null : Math.min(least, missing),
  };
}

function refusedAt(
  state: ClusterState,
  own: GroupState,
  node: number,
  blocked: Uint8Array | null,
): readonly RefusedOnce[] {
  if (own.isTolerated[node] === 0) return [byTaint(state, own, node)];
  if (own.isSelected[node] === 0) return [plain("node-affinity")];
  const lacking = lackingAt(state, own, node);
  if (lacking.length > 0) return lacking;
  const filter = closedBy(blocked?.[node] ?? 0);
  return filter === null ? [] : [plain(filter)];
}

function plain(filter: Filter, what: string | null = null): RefusedOnce {
  return { filter, what, leastMissingQuantity: null };
}

function byTaint(state: ClusterState, { group }: GroupState, node: number): RefusedOnce {
  const [taint] = untoleratedTaints(group, state.nodes[node] as ClusterState["nodes"][number]);
  return plain("taint", taint === undefined ? null : `${taint.key}: ${taint.value ?? ""}`);
}

function lackingAt(state: ClusterState, { size }: GroupState, node: number): readonly RefusedOnce[] {
  const free = (all: ArrayLike<number>, used: ArrayLike<number>) => (all[node] as number) - (used[node] as number);
  const asked: readonly (readonly [Filter, string | null, asks: number, free: number])[] = [
    ["pods", null, 1, free(state.pods, state.podsUsed)],
    ["cpu", null, size.cpuMillicores, free(state.cpu, state.cpuUsed)],
    ["memory", null, size.memoryBytes, free(state.memory, state.memoryUsed)],
    ["ephemeral-storage", null, size.ephemeralStorageBytes, free(state.storage, state.storageUsed)],
    ...size.extended.map(
      ({ name, index, quantity }) => ["extended-resource", name, quantity, state.freeOf(node, index)] as const,
    ),
  ];
  return asked
    .filter(([, , asks, has]) => asks > 0 && asks > has)
    .map(([filter, what, asks, has]) => ({ filter, what, leastMissingQuantity: asks - has }));
}

const WORDS: Readonly<Record<Filter, (what: string | null) => string>> = {
  taint: (what) => `node(s) had untolerated taint {${what}}`,
  "node-affinity": () => "node(s) didn't match Pod's node affinity/selector",
  pods: () => "Too many pods",
  cpu: () => "Insufficient cpu",
  memory: () => "Insufficient memory",
  "ephemeral-storage": () => "Insufficient ephemeral-storage",
  "extended-resource": (what) => `Insufficient ${what}`,
  "spread-label": () => "node(s) didn't match pod topology spread constraints (missing required label)",
  spread: () => "node(s) didn't match pod topology spread constraints",
  affinity: () => "node(s) didn't match pod affinity rules",
  "anti-affinity": () => "node(s) didn't match pod anti-affinity rules",
  "anti-affinity-of-others": () => "node(s) didn't satisfy existing pods anti-affinity rules",
};

/** The sentence that the scheduler writes on a pod that stays pending: `0/3 nodes are available: 3 Insufficient cpu.` */
export function refusalText(refusals: readonly Refused[], nodeCount: number): string {
  const reasons = refusals.map(({ filter, what, nodeCount: count }) => `${count} ${WORDS[filter](what)}`).sort();
  return `0/${nodeCount} nodes are available${reasons.length === 0 ? "" : `: ${reasons.join(", ")}`}.`;
}
