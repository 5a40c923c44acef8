import { DUST, type HostPrice, mostWeight, pricesOf } from "./host-prices.ts";
import { OneHost, type PackingProblem, shareOf } from "./host-problem.ts";
import type { Steps } from "./host-steps.ts";

/** How many VMs of each class share one host, and what they weigh together. */
export interface HeavyPattern {
  readonly vmCounts: readonly number[];
  readonly totalWeight: number;
  /** Whether it is proven that none weighs more. */
  readonly isHeaviest: boolean;
}

/** So long a heavier pattern is looked for when one that weighs more than 1 is known. */
const ENOUGH_STEPS = 3000;

/**
 * VMs for one host that weigh more than 1 together, where one of each class has a weight: the heaviest where they are
 * soon found. An empty host, said to weigh 1, where it is proven that nothing weighs more.
 *
 * By branch and bound: the class that weighs most for what it takes first, many of it before few, and nothing that
 * cannot become heavier than the heaviest so far.
 * @returns null where the steps ran out before either was found
 * @see https://en.wikipedia.org/wiki/Knapsack_problem
 */
export function heavyPattern(problem: PackingProblem, weights: readonly number[], steps: Steps): HeavyPattern | null {
  const order = heaviestFirst(problem, weights);
  const prices = order.map((_, at) => pricesOf(order.slice(at), weights, problem));
  const host = new OneHost(problem);
  const mostSteps = steps.spent + ENOUGH_STEPS;
  let best = { vmCounts: [...host.vmCounts], totalWeight: 1 };

  /** Tries what classes from a place in the order on can add to the host; false where it is given up. */
  const tryFrom = (at: number, weight: number): boolean => {
    if (!steps.spend() || (best.totalWeight > 1 && steps.spent > mostSteps)) return false;
    if (weight > best.totalWeight + DUST) best = { vmCounts: [...host.vmCounts], totalWeight: weight };
    const [classIndex, price] = [order[at], prices[at]];
    if (classIndex === undefined || price === undefined) return true;
    if (weight + mostWeight(price, host.free, problem) <= best.totalWeight + DUST) return true;
    const most = Math.min(problem.vmCounts[classIndex] as number, host.roomFor(classIndex));
    host.add(classIndex, most);
    for (let count = most; count >= 0; count -= 1) {
      if (!tryFrom(at + 1, weight + count * (weights[classIndex] as number))) return false;
      if (count > 0) host.add(classIndex, -1);
    }
    return true;
  };
  const isHeaviest = tryFrom(0, 0);
  return isHeaviest || best.totalWeight > 1 ? { ...best, isHeaviest } : null;
}

/** The classes that weigh anything, by their weight for what they take at the lowest price of an empty host. */
function heaviestFirst(problem: PackingProblem, weights: readonly number[]): readonly number[] {
  const classes = [...problem.vmCounts.keys()].filter((one) => (weights[one] as number) > DUST);
  const sum = ({ vcpuWeight, memoryWeight }: HostPrice) => vcpuWeight + memoryWeight;
  const lowest = pricesOf(classes, weights, problem).reduce((least, one) => (sum(one) < sum(least) ? one : least));
  const taken = (one: number) =>
    shareOf(problem.vcpu, one) * lowest.vcpuWeight + shareOf(problem.memory, one) * lowest.memoryWeight;
  const density = (one: number) => (weights[one] as number) / taken(one);
  return classes.sort((a, b) => density(b) - density(a) || a - b);
}
