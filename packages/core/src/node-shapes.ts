import type { NodeMinimum, NodeShape } from "./catalog.ts";
import type { PlanningContext } from "./context.ts";
import type { PoolRole } from "./models/operating-model.ts";
import { parseShape } from "./parameters.ts";
import type { ConfidenceOrUser, SourceId } from "./provenance.ts";
import { type NodeNeed, nodesNeeded, type PoolDemand } from "./scheduling.ts";
import { BYTES_PER_GIB, BYTES_PER_MIB, MILLICORES_PER_VCPU, type Resources, subtractResources } from "./units.ts";

/** A shape for a pool, and how many nodes of it the pool needs. */
export interface ChosenShape {
  readonly shape: NodeShape;
  readonly need: NodeNeed;
  readonly confidence: ConfidenceOrUser;
  readonly sources: readonly SourceId[];
}

/** The shape that a parameter fixes, or of the documented ones that are no smaller than the minimum's the best. */
export function chooseShape(
  role: PoolRole,
  demand: PoolDemand,
  floor: number,
  minimum: NodeMinimum,
  { catalog, choices }: PlanningContext,
): ChosenShape {
  const choice = choices.of(role === "platform" ? "platform-node-shape" : "workload-node-shape");
  const { vcpu, memoryGiB, diskGiB } = minimum.worker;
  const documented = { vcpu, memoryGiB, diskGiB };
  const needOf = (shape: NodeShape): NodeNeed => {
    return nodesNeeded(demand, {
      allocatable: allocatableOf(shape, choices),
      podCount: choices.numberOf("pods-per-node"),
    });
  };
  const own = parseShape(choice.chosen);
  if (own !== null) return { shape: own, need: needOf(own), confidence: "user", sources: [] };
  const byDocument = {
    shape: documented,
    need: needOf(documented),
    confidence: minimum.confidence,
    sources: minimum.sources,
  };
  if (choice.chosen === "documented-minimum") return byDocument;
  const candidates = catalog.nodeShapes
    .filter(({ id }) => choice.chosen === "fewest-vcpu" || choice.chosen === id)
    .filter(({ shape }) => shape.vcpu >= vcpu && shape.memoryGiB >= memoryGiB && shape.diskGiB >= diskGiB)
    .map(({ shape, sources }) => ({ shape, need: needOf(shape), confidence: minimum.confidence, sources }));
  const rank = ({ shape, need }: ChosenShape): readonly number[] => {
    const nodeCount = Math.max(need.nodeCount, floor, 1);
    return [need.unplaceable.length, nodeCount * shape.vcpu, nodeCount * shape.memoryGiB, nodeCount];
  };
  const [best] = candidates.sort((a, b) => firstDifference(rank(a), rank(b)));
  return best ?? byDocument;
}

function firstDifference(a: readonly number[], b: readonly number[]): number {
  const index = a.findIndex((value, at) => value !== b[at]);
  if (index < 0) return 0;
  return (a[index] ?? 0) < (b[index] ?? 0) ? -1 : 1;
}

/** CPU, memory and disk of one node. */
export function capacityOf({ vcpu, memoryGiB, diskGiB }: NodeShape): Resources {
  return {
    cpuMillicores: vcpu * MILLICORES_PER_VCPU,
    memoryBytes: memoryGiB * BYTES_PER_GIB,
    storageBytes: diskGiB * BYTES_PER_GIB,
  };
}

/**
 * What one node keeps from pods: reservations and the hard eviction threshold.
 * @see https://kubernetes.io/docs/tasks/administer-cluster/reserve-compute-resources/
 */
export function reservedPerNode(choices: PlanningContext["choices"]): Resources {
  return {
    cpuMillicores: choices.numberOf("reserved-cpu-millicores"),
    memoryBytes: (choices.numberOf("reserved-memory-mib") + choices.numberOf("eviction-memory-mib")) * BYTES_PER_MIB,
    storageBytes: 0,
  };
}

/** What pods can request on one node: capacity − what the kubelet keeps. */
export function allocatableOf(shape: NodeShape, choices: PlanningContext["choices"]): Resources {
  return subtractResources(capacityOf(shape), reservedPerNode(choices));
}
