import { heavyPattern } from "./host-patterns.ts";
import { DUST } from "./host-prices.ts";
import { OneHost, type PackingProblem, sumProduct } from "./host-problem.ts";
import type { Steps } from "./host-steps.ts";

/** What is known of the least number of hosts, from the ways in which one host can be filled. */
export interface PatternBound {
  /** No placement has fewer hosts, nor on more hosts where VMs are kept apart more. */
  readonly leastHostCount: number;
  /** What a VM of each class weighs: no host can carry more than 1. Their sum is the bound before it is rounded up. */
  readonly weights: readonly number[];
  /** Hosts that together carry all VMs, in parts: 2.5 hosts filled so, 0.5 so. */
  readonly partialHosts: readonly PartialHosts[];
}

export interface PartialHosts {
  readonly vmCounts: readonly number[];
  readonly hostCount: number;
}

/**
 * A lower bound by linear programming: the fewest hosts where a part of a host may be filled one way and a part another.
 * Its dual weighs VMs so that no host carries more than 1, and finds the weights that bind most; so it is no lower than
 * what sums of vCPU or memory say, VMs larger than half a host, pairs that no host carries together, or any other
 * dual-feasible function. Ways to fill a host are made when they are needed: the one that weighs most by the weights so
 * far is taken until none weighs more than 1. Where the steps run out first, the bound is that of the last weights,
 * scaled down by the heaviest host.
 * @see https://doi.org/10.1287/opre.9.6.849 (Gilmore and Gomory: column generation)
 * @see https://doi.org/10.1287/opre.38.5.922 (Farley: the bound on the way)
 */
export function patternBound(problem: PackingProblem, steps: Steps): PatternBound {
  const basis = new Basis(problem);
  let [bound, weights]: [number, readonly number[]] = [0, problem.vmCounts.map(() => 0)];
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    const raw = basis.weights();
    if (!steps.spend(basis.stepCount)) break;
    const heavy = heavyPattern(problem, raw, steps);
    if (heavy === null) break;
    const scaled = raw.map((weight) => Math.max(0, weight) / heavy.totalWeight);
    const sum = sumProduct(problem.vmCounts, scaled);
    if (heavy.isHeaviest && sum > bound) [bound, weights] = [sum, scaled];
    if (heavy.totalWeight === 1 || !basis.enter(heavy.vmCounts)) break;
  }
  return { leastHostCount: Math.ceil(bound * (1 - ROUNDING)), weights, partialHosts: basis.partialHosts() };
}

/** Far more than are needed; a guard against turning in circles. */
const MOST_TURNS = 500;
/** The part by which sums of weights may be too high for being rounded. */
const ROUNDING = 1e-7;

/** As many ways to fill a host as there are classes, which together carry all VMs; the simplex method changes one a turn. */
class Basis {
  readonly #patterns: (readonly number[])[];
  /** How many hosts of each pattern. */
  readonly #hostCounts: number[];
  /** The inverse of the matrix whose columns are the patterns. */
  readonly #inverse: number[][];

  /** To begin with, every host carries one class only. */
  constructor(problem: PackingProblem) {
    const empty = new OneHost(problem);
    const most = problem.vmCounts.map((count, index) => Math.min(count, empty.roomFor(index)));
    const only = (of: number, value: number) => most.map((_, index) => (index === of ? value : 0));
    this.#patterns = most.map((count, index) => only(index, count));
    this.#inverse = most.map((count, index) => only(index, 1 / count));
    this.#hostCounts = most.map((count, index) => (problem.vmCounts[index] ?? 0) / count);
  }

  /** What one turn of the simplex method costs. */
  get stepCount(): number {
    return this.#patterns.length * this.#patterns.length;
  }

  /** What a VM of each class weighs where each of the patterns weighs 1. */
  weights(): readonly number[] {
    return this.#patterns.map((_, column) => this.#inverse.reduce((sum, row) => sum + (row[column] ?? 0), 0));
  }

  /** Takes a pattern in, for the one that is used up first; false where none is. */
  enter(pattern: readonly number[]): boolean {
    const change = this.#inverse.map((row) => sumProduct(row, pattern));
    let out = -1;
    let hostCount = Number.POSITIVE_INFINITY;
    for (const [index, each] of change.entries()) {
      const ratio = each > DUST ? (this.#hostCounts[index] as number) / each : Number.POSITIVE_INFINITY;
      if (ratio < hostCount) [out, hostCount] = [index, ratio];
    }
    const pivotRow = this.#inverse[out]?.map((value) => value / (change[out] as number));
    if (pivotRow === undefined) return false;
    for (const [index, each] of change.entries()) {
      this.#inverse[index] = (this.#inverse[index] as number[]).map(
        (value, at) => value - each * (pivotRow[at] as number),
      );
      this.#hostCounts[index] = Math.max(0, (this.#hostCounts[index] as number) - each * hostCount);
    }
    this.#inverse[out] = pivotRow;
    this.#hostCounts[out] = hostCount;
    this.#patterns[out] = pattern;
    return true;
  }

  partialHosts(): readonly PartialHosts[] {
    return this.#patterns.map((vmCounts, index) => ({ vmCounts, hostCount: this.#hostCounts[index] as number }));
  }
}
