import type { Resources } from "./units.ts";

/** What a pool has to carry. */
export interface PoolDemand {
  /** All pods that may run on any node of the pool. */
  readonly requests: Resources;
  readonly podCount: number;
  /** What runs once on every node. */
  readonly perNode: Resources;
  readonly podsPerNode: number;
  /** The different sizes of single pods. */
  readonly podSizes: readonly { readonly name: string; readonly requests: Resources }[];
}

/** What one node of the pool offers to pods. */
export interface NodeOffer {
  readonly allocatable: Resources;
  readonly podCount: number;
}

export type Bound = "cpu" | "memory" | "pods" | "nothing";

export interface NodeNeed {
  readonly nodeCount: number;
  /** What asked for the most nodes. */
  readonly boundBy: Bound;
  /** Pods that fit on no node of this shape, however many there are. */
  readonly unplaceable: readonly { readonly name: string; readonly requests: Resources }[];
}

/**
 * The smallest number of nodes whose allocatable resources, after what runs on every node, hold the sum of
 * requests: ⌈requests ÷ (allocatable − per node)⌉, the largest of CPU, memory and pods. A lower bound: it
 * sees that each pod fits on an empty node, not how pods share one.
 *
 * 7 vCPU of pods on nodes of 4 vCPU with 310m for agents: ⌈7000 ÷ 3690⌉ = 2.
 */
export function nodesNeeded(demand: PoolDemand, offer: NodeOffer): NodeNeed {
  const free = {
    cpuMillicores: offer.allocatable.cpuMillicores - demand.perNode.cpuMillicores,
    memoryBytes: offer.allocatable.memoryBytes - demand.perNode.memoryBytes,
  };
  const unplaceable = demand.podSizes.filter(
    ({ requests }) => requests.cpuMillicores > free.cpuMillicores || requests.memoryBytes > free.memoryBytes,
  );
  const asked: readonly (readonly [Bound, number])[] = [
    ["cpu", nodesFor(demand.requests.cpuMillicores, free.cpuMillicores)],
    ["memory", nodesFor(demand.requests.memoryBytes, free.memoryBytes)],
    ["pods", nodesFor(demand.podCount, offer.podCount - demand.podsPerNode)],
  ];
  const [boundBy, nodeCount] = asked.reduce((most, one) => (one[1] > most[1] ? one : most), ["nothing", 0] as const);
  return { nodeCount, boundBy, unplaceable };
}

/** Infinity where something is asked of nodes that have nothing left. */
function nodesFor(asked: number, freePerNode: number): number {
  if (asked <= 0) return 0;
  return freePerNode <= 0 ? Number.POSITIVE_INFINITY : Math.ceil(asked / freePerNode);
}
