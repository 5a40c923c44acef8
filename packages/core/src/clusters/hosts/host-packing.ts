import { type PartialHosts, patternBound } from "./host-bound.ts";
import { fillHosts, fitsOf } from "./host-fits.ts";
import { ordersOf } from "./host-orders.ts";
import { DUST } from "./host-prices.ts";
import type { HostRun, PackingProblem } from "./host-problem.ts";
import { searchPlacement } from "./host-search.ts";
import { Steps } from "./host-steps.ts";

/** What is known of placing VMs on so many hosts. */
export interface PackingAnswer {
  /** Where they all are, hosts without any included; null: no placement was found. */
  readonly runs: readonly HostRun[] | null;
  /** From the asked number on no placement has fewer hosts: where this is larger, there is none on that number. */
  readonly leastHostCount: number;
  /** How much work it was, the same on every machine. */
  readonly stepCount: number;
}

/** Some milliseconds each; for hundreds of sizes at once fewer orders and fits are tried. */
const FILLING_STEPS = 5_000_000;
const BOUND_STEPS = 500_000;
const SEARCH_STEPS = 20_000;

/**
 * Places VMs on so many hosts, as nearly exact as bounded work allows:
 * 1. all orders with all fits, until one finds room for every VM;
 * 2. a lower bound: where it is larger, there is no placement;
 * 3. the bound's parts of hosts, rounded down to whole ones, and the VMs that are left on the hosts that are left;
 * 4. a search through all placements, until its steps are spent.
 * @see https://en.wikipedia.org/wiki/Cutting_stock_problem
 */
export function packHosts(problem: PackingProblem): PackingAnswer {
  const { hostCount } = problem;
  const steps = new Steps();
  const answer = (runs: readonly HostRun[] | null, leastHostCount = hostCount): PackingAnswer => ({
    runs: runs === null ? null : withEmptyHosts(runs, problem),
    leastHostCount,
    stepCount: steps.spent,
  });
  const filled = firstFilling(problem, steps);
  if (filled !== null) return answer(filled);
  const { leastHostCount, weights, partialHosts } = patternBound(problem, new Steps(BOUND_STEPS, steps));
  if (leastHostCount > hostCount) return answer(null, leastHostCount);
  const completed = completion(problem, partialHosts, weights, steps);
  if (completed !== null) return answer(completed);
  const { runs, isComplete } = searchPlacement(problem, weights, new Steps(SEARCH_STEPS, steps));
  return answer(runs, runs === null && isComplete ? hostCount + 1 : hostCount);
}

/** The bound alone: no placement on so many hosts or more has fewer than this. */
export function leastHostCountOf(problem: PackingProblem): number {
  return Math.max(problem.hostCount, patternBound(problem, new Steps(BOUND_STEPS)).leastHostCount);
}

function firstFilling(problem: PackingProblem, steps: Steps): readonly HostRun[] | null {
  const orders = ordersOf(problem);
  for (const fit of fitsOf(problem)) {
    for (const order of orders) {
      const runs = fillHosts(problem, order, fit, steps);
      if (runs !== null || steps.spent > FILLING_STEPS) return runs;
    }
  }
  return null;
}

function completion(
  problem: PackingProblem,
  partialHosts: readonly PartialHosts[],
  weights: readonly number[],
  steps: Steps,
): readonly HostRun[] | null {
  const whole = partialHosts
    .map(({ vmCounts, hostCount }) => ({ vmCounts, hostCount: Math.floor(hostCount + DUST) }))
    .filter(({ hostCount }) => hostCount > 0);
  const hostCount = problem.hostCount - hostCountOf(whole);
  const vmCounts = problem.vmCounts.map((count, index) => count - vmCountOn(whole, index));
  if (hostCount < 0 || vmCounts.some((count) => count < 0)) return null;
  const rest = { ...problem, hostCount, vmCounts };
  const runs = firstFilling(rest, steps) ?? searchPlacement(rest, weights, new Steps(SEARCH_STEPS, steps)).runs;
  return runs === null ? null : [...whole, ...runs];
}

function withEmptyHosts(runs: readonly HostRun[], { hostCount, vmCounts }: PackingProblem): readonly HostRun[] {
  const emptyCount = hostCount - hostCountOf(runs);
  return emptyCount === 0 ? runs : [...runs, { hostCount: emptyCount, vmCounts: vmCounts.map(() => 0) }];
}

function hostCountOf(runs: readonly HostRun[]): number {
  return runs.reduce((sum, { hostCount }) => sum + hostCount, 0);
}

function vmCountOn(runs: readonly HostRun[], classIndex: number): number {
  return runs.reduce((sum, { hostCount, vmCounts }) => sum + hostCount * (vmCounts[classIndex] as number), 0);
}
