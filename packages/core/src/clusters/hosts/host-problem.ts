import type { Units, VmClasses } from "./vm-class.ts";

/** What one host has only so much of: vCPU, memory, places for VMs that are kept apart in one way, GPUs. */
export interface HostLimit {
  readonly quantity: number;
  /** What a VM of each class takes of it. */
  readonly perVm: readonly number[];
}

/** VMs to be placed on so many alike hosts. */
export interface PackingProblem {
  readonly hostCount: number;
  /** How many VMs of each class. */
  readonly vmCounts: readonly number[];
  readonly vcpu: HostLimit;
  readonly memory: HostLimit;
  /** One for each way in which VMs are kept apart. */
  readonly places: readonly HostLimit[];
  /** null: no VM has any. */
  readonly gpus: HostLimit | null;
  /** All of these, in their order. */
  readonly limits: readonly [vcpu: HostLimit, memory: HostLimit, ...others: readonly HostLimit[]];
}

/** So many alike hosts, and how many VMs of each class are on each of them. */
export interface HostRun {
  readonly hostCount: number;
  readonly vmCounts: readonly number[];
}

/**
 * VMs that stand for each other are kept apart: of a set of s, one host carries at most ⌈s ÷ hosts⌉, so one where hosts
 * suffice. Of K alike sets together a host then carries at most K times that, and to keep this is enough: when a host's
 * n VMs are dealt out to one set after the other, at most ⌈n ÷ K⌉ are of each, and every set gets its s.
 */
export function packingProblem({ classes, apart }: VmClasses, hostCount: number, offered: Units): PackingProblem {
  const vcpu = usableLimit(
    offered.vcpuQuantity,
    classes.map(({ vcpuQuantity }) => vcpuQuantity),
  );
  const memory = usableLimit(
    offered.memoryQuantity,
    classes.map(({ memoryQuantity }) => memoryQuantity),
  );
  const places = apart.map(({ setCount, setVmCount }, index) => ({
    quantity: setCount * Math.ceil(setVmCount / hostCount),
    perVm: classes.map(({ apartIndex }) => (apartIndex === index ? 1 : 0)),
  }));
  const vmCounts = classes.map(({ vmCount }) => vmCount);
  const perVm = classes.map(({ gpuCount }) => gpuCount);
  const gpus = perVm.some((count) => count > 0) ? { quantity: offered.gpuCount, perVm } : null;
  const limits = [vcpu, memory, ...places, ...(gpus === null ? [] : [gpus])] as const;
  return { hostCount, vmCounts, vcpu, memory, places, gpus, limits };
}

/** What VMs can take of a host: of 68.4 vCPU, VMs of an even number take at most 68. */
function usableLimit(offered: number, perVm: readonly number[]): HostLimit {
  const step = perVm.reduce(greatestCommonDivisor, 0);
  return { quantity: step === 0 ? offered : offered - (offered % step), perVm };
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

/** The part of a host that one VM of a class takes. */
export function shareOf({ quantity, perVm }: HostLimit, classIndex: number): number {
  return (perVm[classIndex] as number) / quantity;
}

/** Σ a × b, of two lists of one length. */
export function sumProduct(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, one, index) => sum + one * (b[index] as number), 0);
}

/** How many more VMs of a class find room where so much of each limit is free. */
export function roomFor(classIndex: number, limits: readonly HostLimit[], free: readonly number[]): number {
  let room = Number.POSITIVE_INFINITY;
  for (let index = 0; index < limits.length; index += 1) {
    const each = (limits[index] as HostLimit).perVm[classIndex] as number;
    if (each > 0) room = Math.min(room, Math.floor((free[index] as number) / each));
  }
  return room;
}

/** A host while it is tried what it may carry. */
export class OneHost {
  readonly #limits: readonly HostLimit[];
  readonly #vmCounts: number[];
  readonly #free: number[];

  constructor({ vmCounts, limits }: PackingProblem) {
    this.#limits = limits;
    this.#vmCounts = vmCounts.map(() => 0);
    this.#free = limits.map(({ quantity }) => quantity);
  }

  /** VMs of each class. */
  get vmCounts(): readonly number[] {
    return this.#vmCounts;
  }

  /** What is left of each limit. */
  get free(): readonly number[] {
    return this.#free;
  }

  roomFor(classIndex: number): number {
    return roomFor(classIndex, this.#limits, this.#free);
  }

  /** Takes them away where the count is negative. */
  add(classIndex: number, vmCount: number): void {
    this.#vmCounts[classIndex] = (this.#vmCounts[classIndex] as number) + vmCount;
    for (let index = 0; index < this.#limits.length; index += 1) {
      const each = (this.#limits[index] as HostLimit).perVm[classIndex] as number;
      this.#free[index] = (this.#free[index] as number) - vmCount * each;
    }
  }
}
