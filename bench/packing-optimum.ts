import type { Allocatable, PodGroup } from "@nkp-planner/core";
import highsModule from "highs";
import type { PackingCase } from "./packing-cases.ts";

/** Its types describe the CommonJS build; Node imports the other one, of which the default is the loader itself. */
const loadHighs = highsModule as unknown as typeof highsModule.default;

/** Alike things to be packed, and how many of them one bin may hold whatever the room. */
export interface Kind {
  readonly cpu: number;
  readonly memory: number;
  readonly count: number;
  readonly mostPerBin: number;
}

export interface Bin {
  readonly cpu: number;
  readonly memory: number;
}

/** How many things of each kind share one bin. */
type Pattern = readonly number[];

/** The fewest bins that hold all, proven. */
export type FewestBins = (kinds: readonly Kind[], bin: Bin) => number;

/** The fewest nodes that hold a case's pods, proven. */
export type OptimumOf = (packing: PackingCase) => number;

/**
 * HiGHS as a second opinion that shares nothing with the planner, its bounds included. Cutting stock: every way to fill
 * a bin is listed, and whole numbers of bins are given to the ways, so that alike bins need no breaking of symmetry.
 */
export async function fewestBinsSolver(): Promise<FewestBins> {
  const highs = await loadHighs();
  return (kinds, bin) => {
    const patterns = fullPatterns(kinds, bin);
    const solution = highs.solve(modelText(patterns, kinds), { output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0 });
    if (solution.Status !== "Optimal") throw new Error(`HiGHS ends as ${solution.Status}.`);
    return Math.round(solution.ObjectiveValue);
  };
}

/** The same for pods on nodes. */
export async function optimumSolver(): Promise<OptimumOf> {
  const fewestBins = await fewestBinsSolver();
  return ({ allocatable, groups }) => fewestBins(groups.map(kindOf), binOf(allocatable));
}

export function kindOf({ requests, replicas }: PodGroup): Kind {
  return {
    cpu: requests.cpuMillicores ?? 0,
    memory: requests.memoryBytes ?? 0,
    count: replicas,
    mostPerBin: Number.POSITIVE_INFINITY,
  };
}

export function binOf({ cpuMillicores, memoryBytes }: Allocatable): Bin {
  return { cpu: cpuMillicores, memory: memoryBytes };
}

/** The ways to fill a bin to which no further thing of any kind can be added: others are parts of these. */
export function fullPatterns(kinds: readonly Kind[], bin: Bin): readonly Pattern[] {
  const found: Pattern[] = [];
  const fill = (index: number, counts: readonly number[], cpu: number, memory: number): void => {
    const kind = kinds[index];
    if (kind === undefined) {
      const isFull = kinds.every(
        (other, at) =>
          counts[at] === Math.min(other.count, other.mostPerBin) || other.cpu > cpu || other.memory > memory,
      );
      if (isFull) found.push(counts);
      return;
    }
    for (let count = 0; count <= Math.min(kind.count, kind.mostPerBin); count += 1) {
      const [cpuLeft, memoryLeft] = [cpu - count * kind.cpu, memory - count * kind.memory];
      if (cpuLeft < 0 || memoryLeft < 0) return;
      fill(index + 1, [...counts, count], cpuLeft, memoryLeft);
    }
  };
  fill(0, [], bin.cpu, bin.memory);
  return found;
}

/** Minimise bins so that every kind finds at least as many places as there are of it, as text that HiGHS reads. */
function modelText(patterns: readonly Pattern[], kinds: readonly Kind[]): string {
  const columns = patterns.map((_, index) => `p${index}`);
  // One term a line: the format limits the length of lines.
  const rows = kinds.map(({ count }, kind) => {
    const terms = patterns.flatMap((pattern, index) => (pattern[kind] === 0 ? [] : [`+ ${pattern[kind]} p${index}`]));
    return ` k${kind}: ${terms.join("\n  ")} >= ${count}`;
  });
  return [
    "Minimize",
    ` bins: ${columns.join("\n  + ")}`,
    "Subject To",
    ...rows,
    "Generals",
    ` ${columns.join("\n ")}`,
    "End",
  ].join("\n");
}
