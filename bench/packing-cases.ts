import {
  type Allocatable,
  type CountAnswer,
  type Node,
  type PodGroup,
  PreparedPool,
  podGroup,
  smallestCount,
  traitsOf,
} from "@nkp-planner/core";
import { drawsFrom } from "./random.ts";

/** Kinds of pods for identical nodes, few enough for an exact solver. */
export interface PackingCase {
  readonly name: string;
  readonly size: PodSizes;
  readonly allocatable: Allocatable;
  readonly groups: readonly PodGroup[];
}

const MIB = 1024 ** 2;
/** One node: 8 vCPU, 32 GiB; so many pods that only CPU and memory bind. */
const NODE: Allocatable = { cpuMillicores: 8000, memoryBytes: 32_768 * MIB, podCount: 250 };
/** A hundredth of a node. */
const CPU_STEP = 80;
const MEMORY_STEP = 327 * MIB;

/** How large a pod may be: such as most are, and such as few nodes hold two of. */
const SIZES = [
  { size: "usual", leastPercent: 2, mostPercent: 25, mostReplicas: 20 },
  { size: "bulky", leastPercent: 4, mostPercent: 60, mostReplicas: 12 },
] as const;

export type PodSizes = (typeof SIZES)[number]["size"];

/**
 * Small packing problems, the same in every run: 2 to 5 kinds of pods, usual and bulky ones in turns. A pod asks for a
 * share of a node's CPU and, independently, of its memory, so that neither resource alone decides. Nothing is said
 * about spreading.
 */
export function packingCases(count: number): readonly PackingCase[] {
  const draw = drawsFrom(1);
  return Array.from({ length: count }, (_, index) => {
    const { size, leastPercent, mostPercent, mostReplicas } = SIZES[index % SIZES.length] as (typeof SIZES)[number];
    const groups = Array.from({ length: draw(2, 5) }, (_none, kind) =>
      podGroup({
        name: `kind-${kind + 1}`,
        replicas: draw(2, mostReplicas),
        requests: {
          cpuMillicores: draw(leastPercent, mostPercent) * CPU_STEP,
          memoryBytes: draw(leastPercent, mostPercent) * MEMORY_STEP,
        },
      }),
    );
    return { name: `case ${index + 1}`, size, allocatable: NODE, groups };
  });
}

/** The planner's answer: the smallest count that its scheduler fills in so many orders of arrival. */
export function ourCount({ allocatable, groups }: PackingCase, orderCount: number): CountAnswer {
  const nodeAt = (index: number): Node => ({
    name: `node-${index + 1}`,
    allocatable,
    zone: null,
    labels: {},
    taints: [],
  });
  const prepared = new PreparedPool({ installed: [], otherNodes: [], nodeAt, traits: traitsOf("1.34.0") });
  // A node for every pod always works.
  const mostNodeCount = groups.reduce((sum, { replicas }) => sum + replicas, 0);
  return smallestCount({ prepared, groups, orderCount, leastNodeCount: 1, mostNodeCount });
}
