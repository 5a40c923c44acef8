import { DUST, type HostPrice, mostWeight, pricesOf } from "./host-prices.ts";
import { type HostLimit, type HostRun, OneHost, type PackingProblem, shareOf, sumProduct } from "./host-problem.ts";
import type { Steps } from "./host-steps.ts";

/** What a search came to. */
export interface SearchAnswer {
  /** null: no placement was found. */
  readonly runs: readonly HostRun[] | null;
  /** Whether all was tried: then there is none where none was found. */
  readonly isComplete: boolean;
}

/**
 * Tries all placements, host after host, until one carries every VM or the steps are spent.
 *
 * Hosts are alike, so they may stand in the order of what they carry, most of the largest class first. None leaves a VM
 * to a later host while it has room for it: with that VM moved the placement is as good. And each takes at least what
 * the hosts behind it could not carry, of every limit and of the weights.
 * @param weights what a VM of each class weighs where no host can carry more than 1: they leave little to be tried
 * @see https://en.wikipedia.org/wiki/Bin_packing_problem
 */
export function searchPlacement(problem: PackingProblem, weights: readonly number[], steps: Steps): SearchAnswer {
  const search = new Search(problem, weights, steps);
  const found = search.fill(problem.hostCount, null);
  return { runs: found === "yes" ? search.runs : null, isComplete: found !== "unknown" };
}

type Found = "yes" | "no" | "unknown";

/** So many calls within one another every machine bears. */
const MOST_DEPTH = 2500;

/** The filling of one host. */
interface Turn {
  readonly host: OneHost;
  /** Hosts that are to be filled, this one included. */
  readonly hostCount: number;
  /** The host before it carries this. */
  readonly before: readonly number[] | null;
  /** The least that it must take of each measure. */
  readonly asked: readonly number[];
  /** Of each measure, what all VMs without a host take from a place in the order of classes on. */
  readonly behind: readonly (readonly number[])[];
}

class Search {
  readonly runs: HostRun[] = [];
  readonly #problem: PackingProblem;
  readonly #weights: readonly number[];
  readonly #steps: Steps;
  /** The limits and the weights. */
  readonly #measures: readonly HostLimit[];
  /** The classes, the largest first. */
  readonly #order: readonly number[];
  /** Of the weights, from each place in the order on. */
  readonly #prices: readonly (readonly HostPrice[])[];
  /** VMs of each class without a host. */
  #left: readonly number[];

  constructor(problem: PackingProblem, weights: readonly number[], steps: Steps) {
    this.#problem = problem;
    this.#weights = weights;
    this.#steps = steps;
    this.#measures = [...problem.limits, { quantity: 1 + DUST, perVm: weights }];
    const size = (one: number) => Math.max(shareOf(problem.vcpu, one), shareOf(problem.memory, one));
    this.#order = [...problem.vmCounts.keys()].sort((a, b) => size(b) - size(a) || a - b);
    this.#prices = this.#order.map((_, at) => pricesOf(this.#order.slice(at), weights, problem));
    this.#left = problem.vmCounts;
  }

  /** Fills so many hosts, the first of them with less than the one before. */
  fill(hostCount: number, before: readonly number[] | null): Found {
    if (this.#left.every((count) => count === 0)) return "yes";
    if (hostCount === 0) return "no";
    if (this.runs.length * this.#order.length > MOST_DEPTH) return "unknown";
    const asked = this.#measures.map(
      ({ perVm, quantity }) => sumProduct(this.#left, perVm) - (hostCount - 1) * quantity - DUST,
    );
    if (this.#measures.some(({ quantity }, index) => (asked[index] as number) > quantity)) return "no";
    const behind = this.#measures.map(({ perVm }) => this.#sumsBehind(perVm));
    return this.#choose(0, { host: new OneHost(this.#problem), hostCount, before, asked, behind }, before !== null);
  }

  /** For each place in the order of classes, what VMs without a host take from there on. */
  #sumsBehind(perVm: readonly number[]): readonly number[] {
    const sums = [0];
    for (const one of this.#order.toReversed()) {
      sums.push((sums.at(-1) as number) + (this.#left[one] as number) * (perVm[one] as number));
    }
    return sums.reverse();
  }

  /** How many VMs of the class at a place in the order the host takes; `isEqual`: so far as many as the one before. */
  #choose(at: number, turn: Turn, isEqual: boolean): Found {
    if (!this.#steps.spend()) return "unknown";
    if (!this.#canReach(at, turn)) return "no";
    const classIndex = this.#order[at];
    if (classIndex === undefined) return isEqual ? "no" : this.#close(turn);
    const { host, hostCount, before } = turn;
    const left = this.#left[classIndex] as number;
    const limit = isEqual ? (before?.[classIndex] as number) : left;
    const most = Math.min(left, limit, host.roomFor(classIndex));
    // The host with most of the largest class has no fewer of them than all on average.
    const isFirst = this.#order.slice(0, at).every((one) => this.#left[one] === 0);
    const least = isFirst ? Math.ceil(left / hostCount) : 0;
    host.add(classIndex, most);
    let found: Found = "no";
    let count = most;
    for (; count >= least && found === "no"; count -= 1) {
      found = this.#choose(at + 1, turn, isEqual && count === limit);
      host.add(classIndex, -1);
    }
    host.add(classIndex, -count);
    return found;
  }

  /** Whether the host can still take what is asked of it with the classes from a place in the order on. */
  #canReach(at: number, { host, asked, behind }: Turn): boolean {
    for (let index = 0; index < this.#problem.limits.length; index += 1) {
      const free = host.free[index] as number;
      const used = (this.#problem.limits[index] as HostLimit).quantity - free;
      if (used + Math.min(free, behind[index]?.[at] as number) < (asked[index] as number)) return false;
    }
    const highest = this.#prices[at];
    const more = highest === undefined ? 0 : mostWeight(highest, host.free, this.#problem);
    return sumProduct(host.vmCounts, this.#weights) + more >= (asked.at(-1) as number);
  }

  /** The host is filled, and as many others alike as there are VMs for; then the next one. */
  #close({ host, hostCount }: Turn): Found {
    const vmCounts = [...host.vmCounts];
    const left = this.#left;
    if (left.some((count, one) => count > (vmCounts[one] as number) && host.roomFor(one) > 0)) return "no";
    const timesOf = (count: number, one: number) =>
      count === 0 ? hostCount : Math.floor((left[one] as number) / count);
    const most = Math.min(hostCount, ...vmCounts.map(timesOf));
    for (let alikeCount = most; alikeCount > 0; alikeCount -= 1) {
      this.#left = left.map((count, one) => count - alikeCount * (vmCounts[one] as number));
      this.runs.push({ hostCount: alikeCount, vmCounts });
      const found = this.fill(hostCount - alikeCount, vmCounts);
      if (found !== "no") return found;
      this.runs.pop();
    }
    this.#left = left;
    return "no";
  }
}
