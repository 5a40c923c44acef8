import { type HostLimit, type HostRun, type PackingProblem, roomFor } from "./host-problem.ts";
import type { Steps } from "./host-steps.ts";

/** On which of the hosts with room a VM is put. */
export interface Fit {
  /** On the one of the lowest score, by the parts of its vCPU and memory that are free; on the first of several. */
  readonly scoreOf: (freeVcpuShare: number, freeMemoryShare: number) => number;
  /** VMs that are kept apart go where the fewest of them are; otherwise a host takes as many as it may. */
  readonly isSpread: boolean;
}

const SCORES: readonly Fit["scoreOf"][] = [
  // First fit: no host is better than another.
  () => 0,
  // Best fit by what is left of memory, of vCPU, of both.
  (_, memory) => memory,
  (vcpu) => vcpu,
  (vcpu, memory) => vcpu + memory,
];

/** The fits that may differ for a problem. */
export function fitsOf({ places }: PackingProblem): readonly Fit[] {
  return (places.length === 0 ? [false] : [true, false]).flatMap((isSpread) =>
    SCORES.map((scoreOf) => ({ scoreOf, isSpread })),
  );
}

/**
 * Places one class after the other as if VM after VM. A host that is the best for a VM is so for the next one of its
 * size too, until it has no room; and hosts that carry the same are alike. So runs of VMs go to runs of hosts, and the
 * steps go with the number of different ones.
 * @returns null where a VM finds no room
 * @see https://en.wikipedia.org/wiki/Bin_packing_problem
 */
export function fillHosts(
  problem: PackingProblem,
  order: readonly number[],
  fit: Fit,
  steps: Steps,
): readonly HostRun[] | null {
  const filling = new Filling(problem, fit, steps);
  return order.every((classIndex) => filling.place(classIndex)) ? filling.runs : null;
}

/** A run of hosts that is being filled, with what is free of each limit on one of them. */
interface OpenRun extends HostRun {
  readonly free: readonly number[];
}

class Filling {
  readonly runs: OpenRun[];
  readonly #problem: PackingProblem;
  readonly #limits: readonly HostLimit[];
  readonly #fit: Fit;
  readonly #steps: Steps;

  constructor(problem: PackingProblem, fit: Fit, steps: Steps) {
    const { hostCount, vmCounts } = problem;
    this.#problem = problem;
    this.#limits = problem.limits;
    this.#fit = fit;
    this.#steps = steps;
    const empty = { vmCounts: vmCounts.map(() => 0), free: this.#limits.map(({ quantity }) => quantity) };
    this.runs = hostCount === 0 ? [] : [{ hostCount, ...empty }];
  }

  /** Places all VMs of a class; false where one finds no room. */
  place(classIndex: number): boolean {
    const spread = this.#fit.isSpread ? this.#placesOf(classIndex) : null;
    let left = this.#problem.vmCounts[classIndex] ?? 0;
    while (left > 0) {
      const at = this.#bestFor(classIndex, spread);
      const run = this.runs[at];
      if (run === undefined) return false;
      const perHost = spread === null ? Math.min(left, roomFor(classIndex, this.#limits, run.free)) : 1;
      const hostCount = Math.min(run.hostCount, Math.floor(left / perHost));
      const rest = { ...run, hostCount: run.hostCount - hostCount };
      this.runs.splice(
        at,
        1,
        this.#withVms(run, hostCount, classIndex, perHost),
        ...(rest.hostCount > 0 ? [rest] : []),
      );
      left -= hostCount * perHost;
    }
    return true;
  }

  /** The limit that keeps a class apart. */
  #placesOf(classIndex: number): number | null {
    const own = this.#problem.places.find(({ perVm }) => perVm[classIndex] !== 0);
    return own === undefined ? null : this.#limits.indexOf(own);
  }

  /** The index of the run with room that fits best; −1: none has room. */
  #bestFor(classIndex: number, spread: number | null): number {
    const { vcpu, memory } = this.#problem;
    let best = -1;
    let [bestPlaces, bestScore] = [0, Number.POSITIVE_INFINITY];
    for (const [at, { free }] of this.runs.entries()) {
      this.#steps.spend();
      if (roomFor(classIndex, this.#limits, free) < 1) continue;
      const [freeVcpu, freeMemory] = free as readonly [number, number];
      const places = spread === null ? 0 : (free[spread] ?? 0);
      const score = this.#fit.scoreOf(freeVcpu / vcpu.quantity, freeMemory / memory.quantity);
      if (places < bestPlaces || (places === bestPlaces && score >= bestScore)) continue;
      best = at;
      [bestPlaces, bestScore] = [places, score];
    }
    return best;
  }

  #withVms({ vmCounts, free }: OpenRun, hostCount: number, classIndex: number, perHost: number): OpenRun {
    return {
      hostCount,
      vmCounts: vmCounts.map((count, index) => (index === classIndex ? count + perHost : count)),
      free: free.map((left, index) => left - perHost * (this.#limits[index]?.perVm[classIndex] ?? 0)),
    };
  }
}
