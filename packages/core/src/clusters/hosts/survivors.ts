import type { HostRoom } from "../host-capacity/host-capacity.ts";
import type { HostLoad, PlacedVms } from "./host-loads.ts";
import type { Steps } from "./host-steps.ts";
import { type Units, unitsOf } from "./vm-class.ts";
import { isKeptApart, setOf } from "./vm-group.ts";

/** VMs of one group that start again on one of the other hosts. */
export interface RestartedVms extends PlacedVms {
  /** Where they start again. */
  readonly hostNumber: number;
}

/** What is free of a host, in whole units, and how many VMs of each set it carries. */
interface Room extends Units {
  readonly sets: ReadonlyMap<string, number>;
}

/** A try to start VMs again: where each went, and which found no room. */
interface Try {
  readonly restarts: readonly RestartedVms[];
  readonly down: readonly PlacedVms[];
}

/** On which host with room a VM starts again: on the one of the lowest score, on the first of several. */
type Score = (vcpuShare: number, memoryShare: number) => number;

const SCORES: readonly Score[] = [
  // On the emptiest, as a hypervisor that balances load does.
  (vcpu, memory) => -Math.min(vcpu, memory),
  // Best fit by what is left of vCPU, of memory, of both; first fit.
  (vcpu) => vcpu,
  (_, memory) => memory,
  (vcpu, memory) => vcpu + memory,
  () => 0,
];

/** The hosts beside one that fails, as they stand. */
export class Survivors {
  readonly #usable: Units;
  readonly #rooms: readonly Room[];
  readonly #hostCount: number;
  readonly #setSizes: ReadonlyMap<string, number>;

  constructor(loads: readonly HostLoad[], hostCount: number, usable: HostRoom) {
    this.#usable = unitsOf(usable);
    this.#hostCount = hostCount;
    this.#setSizes = setSizesOf(loads.flatMap(({ vms }) => vms));
    this.#rooms = loads.map(({ vms }) => vms.reduce(withVms, this.#empty()));
  }

  /** The try that leaves fewest VMs down; null where the steps ran out. */
  restart(load: HostLoad, lostIndex: number, steps: Steps): Try | null {
    const firstEmpty = this.#rooms.length + 1;
    if (firstEmpty <= this.#hostCount)
      return { restarts: load.vms.map((vms) => ({ ...vms, hostNumber: firstEmpty })), down: [] };
    let best: Try | null = null;
    for (const score of SCORES) {
      const tried = this.#try(load, lostIndex, score, steps);
      if (tried === null) return null;
      if (best === null || countOf(tried.down) < countOf(best.down)) best = tried;
      // Where nothing found room, no other score finds any.
      if (best.down.length === 0 || tried.restarts.length === 0) return best;
    }
    return best;
  }

  #try(load: HostLoad, lostIndex: number, score: Score, steps: Steps): Try | null {
    const rooms = [...this.#rooms];
    const restarts = new Map<string, RestartedVms>();
    const down: PlacedVms[] = [];
    for (const vms of this.#largestFirst(load.vms)) {
      const one = { ...vms, vmCount: 1 };
      let lost = 0;
      for (let left = vms.vmCount; left > 0; left -= 1) {
        if (!steps.spend(rooms.length)) return null;
        const at = this.#bestFor(one, rooms, lostIndex, score);
        if (at < 0) {
          lost = left;
          break;
        }
        rooms[at] = withVms(rooms[at] as Room, one);
        const key = `${at} ${load.vms.indexOf(vms)}`;
        restarts.set(key, { ...vms, vmCount: (restarts.get(key)?.vmCount ?? 0) + 1, hostNumber: at + 1 });
      }
      if (lost > 0) down.push({ ...vms, vmCount: lost });
    }
    return { restarts: [...restarts.values()].sort((a, b) => a.hostNumber - b.hostNumber), down };
  }

  /** VMs first, the room for an upgrade last: it is what can wait. */
  #largestFirst(vms: readonly PlacedVms[]): readonly PlacedVms[] {
    const { vcpuQuantity, memoryQuantity } = this.#usable;
    const share = (one: PlacedVms) => {
      const { vcpuQuantity: vcpu, memoryQuantity: memory } = unitsOf(sizeOf(one));
      return Math.max(vcpu / vcpuQuantity, memory / memoryQuantity);
    };
    return vms.toSorted((a, b) => Number(a.isSurge) - Number(b.isSurge) || share(b) - share(a));
  }

  /** The index of the host; −1: none has room. */
  #bestFor(vm: PlacedVms, rooms: readonly Room[], lostIndex: number, score: Score): number {
    const { vcpuQuantity, memoryQuantity, gpuCount } = unitsOf(sizeOf(vm));
    const most = this.#mostOnAHost(vm);
    const set = most === Number.POSITIVE_INFINITY ? null : setOf(vm);
    let [best, bestScore] = [-1, Number.POSITIVE_INFINITY];
    for (let at = 0; at < rooms.length; at += 1) {
      const { vcpuQuantity: vcpu, memoryQuantity: memory, gpuCount: gpus, sets } = rooms[at] as Room;
      if (vcpuQuantity > vcpu || memoryQuantity > memory || gpuCount > gpus || at === lostIndex) continue;
      if (set !== null && (sets.get(set) ?? 0) >= most) continue;
      const its = score(vcpu / this.#usable.vcpuQuantity, memory / this.#usable.memoryQuantity);
      if (its < bestScore) [best, bestScore] = [at, its];
    }
    return best;
  }

  /** ⌈set ÷ hosts left⌉, as wherever VMs that stand for each other are placed. */
  #mostOnAHost(vm: PlacedVms): number {
    if (vm.isSurge || !isKeptApart(vm)) return Number.POSITIVE_INFINITY;
    return Math.ceil((this.#setSizes.get(setOf(vm)) ?? 0) / (this.#hostCount - 1));
  }

  #empty(): Room {
    return { ...this.#usable, sets: new Map() };
  }
}

function withVms({ sets, ...free }: Room, vms: PlacedVms): Room {
  const { vcpuQuantity, memoryQuantity, gpuCount } = unitsOf(sizeOf(vms));
  const isOfSet = !vms.isSurge && isKeptApart(vms);
  return {
    vcpuQuantity: free.vcpuQuantity - vms.vmCount * vcpuQuantity,
    memoryQuantity: free.memoryQuantity - vms.vmCount * memoryQuantity,
    gpuCount: free.gpuCount - vms.vmCount * gpuCount,
    sets: isOfSet ? new Map(sets).set(setOf(vms), (sets.get(setOf(vms)) ?? 0) + vms.vmCount) : sets,
  };
}

/** How many VMs each set has that is kept apart. */
export function setSizesOf(all: readonly PlacedVms[]): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  for (const vms of all)
    if (!vms.isSurge && isKeptApart(vms)) sizes.set(setOf(vms), (sizes.get(setOf(vms)) ?? 0) + vms.vmCount);
  return sizes;
}

function sizeOf({ vmVcpu, vmMemoryGiB, vmGpuCount = 0 }: PlacedVms): HostRoom {
  return { vcpu: vmVcpu, memoryGiB: vmMemoryGiB, gpuCount: vmGpuCount };
}

function countOf(all: readonly PlacedVms[]): number {
  return all.reduce((sum, { vmCount }) => sum + vmCount, 0);
}
