import type { HostRoom } from "../host-capacity/host-capacity.ts";
import { type HostLoad, hostLoadsOf } from "./host-loads.ts";
import { leastHostCountOf, packHosts } from "./host-packing.ts";
import { type HostRun, packingProblem } from "./host-problem.ts";
import { type Units, unitsOf, type VmClasses, vmClassesOf } from "./vm-class.ts";
import type { VmGroup } from "./vm-group.ts";

/** What is known of some number of hosts. */
export interface HostAttempt {
  /** For each of the upgrades there is a placement with room for it; where none is looked for, none is impossible. */
  readonly suffices: boolean;
  /** It is proven that there are no such placements. */
  readonly isImpossible: boolean;
  /** The placement with room for the first of the upgrades; empty where there is none, or none is looked for. */
  readonly runs: readonly HostRun[];
}

const IMPOSSIBLE: HostAttempt = { suffices: false, isImpossible: true, runs: [] };

/** Placements by number of hosts, each looked for once. */
export class HostAttempts {
  readonly #offered: Units;
  /** All VMs with the first of the upgrades, with the second, and so on. */
  readonly #cases: readonly VmClasses[];
  readonly #isPacked: boolean;
  readonly #known = new Map<number, HostAttempt>();
  /** Numbers of hosts that a bound excludes: no attempt is needed there. */
  readonly #excluded: { readonly fromCount: number; readonly belowCount: number }[] = [];

  /** @param isPacked whether placements are looked for; otherwise bounds alone decide */
  constructor(groups: readonly VmGroup[], surges: readonly VmGroup[], usable: HostRoom, isPacked: boolean) {
    this.#offered = unitsOf(usable);
    this.#cases = (surges.length === 0 ? [null] : surges).map((surge) => vmClassesOf(groups, surge));
    this.#isPacked = isPacked;
  }

  on(hostCount: number): HostAttempt {
    const attempt = this.#known.get(hostCount) ?? this.#try(hostCount);
    this.#known.set(hostCount, attempt);
    return attempt;
  }

  /** The next number of hosts that no bound excludes after one that is tried: of millions of hosts most are skipped. */
  after(hostCount: number): number {
    const reached = this.#excluded.filter(
      ({ fromCount, belowCount }) => fromCount <= hostCount && hostCount < belowCount,
    );
    return reached.reduce((next, { belowCount }) => Math.max(next, belowCount), hostCount + 1);
  }

  /** What each of so many hosts carries. */
  loadsOn(hostCount: number): readonly HostLoad[] {
    return hostLoadsOf(this.on(hostCount).runs, this.#cases[0]?.classes ?? []);
  }

  #try(hostCount: number): HostAttempt {
    if (this.#excluded.some(({ fromCount, belowCount }) => fromCount <= hostCount && hostCount < belowCount))
      return IMPOSSIBLE;
    const placements: (readonly HostRun[] | null)[] = [];
    for (const vms of this.#cases) {
      const problem = packingProblem(vms, hostCount, this.#offered);
      const { runs, leastHostCount } = this.#isPacked
        ? packHosts(problem)
        : { runs: [], leastHostCount: leastHostCountOf(problem) };
      if (leastHostCount > hostCount) {
        this.#excluded.push({ fromCount: hostCount, belowCount: leastHostCount });
        return IMPOSSIBLE;
      }
      placements.push(runs);
    }
    return { suffices: !placements.includes(null), isImpossible: false, runs: placements[0] ?? [] };
  }
}
