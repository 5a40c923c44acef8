import type { Allocatable, PodGroup } from "@nkp-planner/core";

/** Whole numbers by resource: vCPU in thousandths, bytes, pods, and whatever else nodes have. */
export type Amounts = Readonly<Record<string, number>>;

/** What one pod takes of a node; what it does not ask for is nothing. */
export function amountsOfPod({ requests }: PodGroup): Amounts {
  const { cpuMillicores, memoryBytes, ephemeralStorageBytes, extended } = requests;
  return {
    cpuMillicores: cpuMillicores ?? 0,
    memoryBytes: memoryBytes ?? 0,
    ephemeralStorageBytes: ephemeralStorageBytes ?? 0,
    podCount: 1,
    ...extended,
  };
}

/** What a node has for pods; what it does not name it has not. */
export function amountsOfNode({ extended, ...amounts }: Allocatable): Amounts {
  return { ...amounts, ...extended };
}

/** Resource by resource, `times` each of the second. */
export function plus(one: Amounts, other: Amounts, times = 1): Amounts {
  const sum: Record<string, number> = { ...one };
  for (const [resource, amount] of Object.entries(other)) sum[resource] = (sum[resource] ?? 0) + amount * times;
  return sum;
}

export function sumOf(all: readonly Amounts[]): Amounts {
  return all.reduce((sum, one) => plus(sum, one), {});
}

/** Whether all of it has room; nothing of a resource always has. */
export function fitsInto(wanted: Amounts, room: Amounts): boolean {
  return Object.entries(wanted).every(([resource, amount]) => amount === 0 || amount <= (room[resource] ?? 0));
}

/** The largest part of the room that any resource takes; without bound where there is none of it. */
export function largestShare(wanted: Amounts, room: Amounts): number {
  const shares = Object.entries(wanted).map(([resource, amount]) => (amount === 0 ? 0 : share(amount, room[resource])));
  return Math.max(0, ...shares);
}

function share(amount: number, room = 0): number {
  return room > 0 ? amount / room : Number.POSITIVE_INFINITY;
}
