import type { Allocatable, PodGroup } from "@nkp-planner/core";
import highsModule from "highs";
import type { PackingCase } from "./packing-cases.ts";

/** Its types describe the CommonJS build; Node imports the other one, of which the default is the loader itself. */
const loadHighs = highsModule as unknown as typeof highsModule.default;

/** How many pods of each kind share one node. */
type Pattern = readonly number[];

/** The fewest nodes that hold a case's pods, proven. */
export type OptimumOf = (packing: PackingCase) => number;

/**
 * HiGHS as a second opinion that shares nothing with the planner, its bounds included. Cutting stock: every way to fill
 * a node is listed, and whole numbers of nodes are given to the ways, so that alike nodes need no breaking of symmetry.
 */
export async function optimumSolver(): Promise<OptimumOf> {
  const highs = await loadHighs();
  return ({ name, allocatable, groups }) => {
    const patterns = fullPatterns(allocatable, groups);
    const solution = highs.solve(modelText(patterns, groups), { output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0 });
    if (solution.Status !== "Optimal") throw new Error(`HiGHS ends ${name} as ${solution.Status}.`);
    return Math.round(solution.ObjectiveValue);
  };
}

/** The ways to fill a node to which no further pod of any kind can be added: others are parts of these. */
export function fullPatterns(allocatable: Allocatable, groups: readonly PodGroup[]): readonly Pattern[] {
  const sizes = groups.map(({ requests, replicas }) => ({
    cpu: requests.cpuMillicores ?? 0,
    memory: requests.memoryBytes ?? 0,
    replicas,
  }));
  const found: Pattern[] = [];
  const fill = (kind: number, counts: readonly number[], cpu: number, memory: number): void => {
    const size = sizes[kind];
    if (size === undefined) {
      const isFull = sizes.every(
        (other, index) => counts[index] === other.replicas || other.cpu > cpu || other.memory > memory,
      );
      if (isFull) found.push(counts);
      return;
    }
    for (let count = 0; count <= size.replicas; count += 1) {
      const [cpuLeft, memoryLeft] = [cpu - count * size.cpu, memory - count * size.memory];
      if (cpuLeft < 0 || memoryLeft < 0) return;
      fill(kind + 1, [...counts, count], cpuLeft, memoryLeft);
    }
  };
  fill(0, [], allocatable.cpuMillicores, allocatable.memoryBytes);
  return found;
}

/** Minimise nodes so that every kind finds at least as many places as it has pods, as text that HiGHS reads. */
function modelText(patterns: readonly Pattern[], groups: readonly PodGroup[]): string {
  const columns = patterns.map((_, index) => `p${index}`);
  // One term a line: the format limits the length of lines.
  const rows = groups.map(({ replicas }, kind) => {
    const terms = patterns.flatMap((pattern, index) => (pattern[kind] === 0 ? [] : [`+ ${pattern[kind]} p${index}`]));
    return ` k${kind}: ${terms.join("\n  ")} >= ${replicas}`;
  });
  return [
    "Minimize",
    ` nodes: ${columns.join("\n  + ")}`,
    "Subject To",
    ...rows,
    "Generals",
    ` ${columns.join("\n ")}`,
    "End",
  ].join("\n");
}
