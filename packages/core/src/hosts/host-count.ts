import { tidy } from "../stage-line.ts";
import type { HostResources } from "./host-capacity.ts";
import { type HostLoad, packOnHosts, setOf } from "./host-packing.ts";
import { isKeptApart, type VmGroup } from "./vm-group.ts";

/** What asks for the most hosts. */
export type HostBound = "nothing" | "cpu" | "memory" | "storage" | "packing" | "separation" | "minimum";

/** How many hosts each rule asks for, and how many satisfy all of them. */
export interface HostCount {
  readonly hostCount: number;
  readonly boundBy: HostBound;
  /** By sums over what one host offers, before spare hosts. */
  readonly cpuHostCount: number;
  readonly memoryHostCount: number;
  readonly storageHostCount: number;
  /** Because VMs cannot be split, before spare hosts. */
  readonly packingHostCount: number;
  /** So that VMs that stand for each other are on hosts of their own, spare hosts included. */
  readonly separationHostCount: number;
  /** That the way of keeping data asks for, spare hosts included. */
  readonly minimumHostCount: number;
  readonly loads: readonly HostLoad[];
  readonly loadsAfterFailure: readonly HostLoad[];
}

export interface HostCountRules {
  readonly spareHostCount: number;
  readonly minimumHostCount: number;
}

/**
 * The smallest number of hosts that carries all VMs and data, with every host running and with the spare ones down:
 * max(⌈demand ÷ usable⌉ of vCPU, memory and storage, hosts for whole VMs) + spare, and no fewer than separation
 * and the way of keeping data ask for.
 *
 * A placement on the hosts that are left proves that any others may fail: leave as many hosts empty, and the VMs
 * of each failed host find an empty one.
 */
export function countHosts(
  groups: readonly VmGroup[],
  surges: readonly VmGroup[],
  demand: HostResources,
  usable: HostResources,
  { spareHostCount, minimumHostCount }: HostCountRules,
): HostCount {
  const packed = remembered((hostCount) => packForEach(groups, surges, hostCount, usable));
  const cpuHostCount = hostsFor(demand.vcpu, usable.vcpu);
  const memoryHostCount = hostsFor(demand.memoryGiB, usable.memoryGiB);
  const storageHostCount = hostsFor(demand.storageGiB, usable.storageGiB);
  const packingHostCount = firstFrom(Math.max(cpuHostCount, memoryHostCount), (count) => packed(count) !== null);
  const separationHostCount = largestSetOf(groups);
  const needed = Math.max(cpuHostCount, memoryHostCount, storageHostCount, packingHostCount);
  const minimum = needed === 0 ? 0 : minimumHostCount;
  const least = needed === 0 ? 0 : Math.max(needed + spareHostCount, separationHostCount, minimum);
  const hostCount = firstFrom(
    least,
    (count) => packed(count) !== null && packed(Math.max(0, count - spareHostCount)) !== null,
  );
  const bounds: readonly (readonly [HostBound, number])[] = [
    ["nothing", 0],
    ["cpu", cpuHostCount + spareHostCount],
    ["memory", memoryHostCount + spareHostCount],
    ["storage", storageHostCount + spareHostCount],
    ["packing", packingHostCount + spareHostCount],
    ["separation", separationHostCount],
    ["minimum", minimum],
  ];
  return {
    hostCount,
    boundBy: bounds.find(([, count]) => count >= hostCount)?.[0] ?? "packing",
    cpuHostCount,
    memoryHostCount,
    storageHostCount,
    packingHostCount,
    separationHostCount,
    minimumHostCount: minimum,
    loads: packed(hostCount) ?? [],
    loadsAfterFailure: packed(Math.max(0, hostCount - spareHostCount)) ?? [],
  };
}

/** The same count is asked for several times, and a placement is the costly part. */
function remembered<Result>(compute: (count: number) => Result): (count: number) => Result {
  const known = new Map<number, Result>();
  return (count) => {
    const result = known.get(count) ?? compute(count);
    known.set(count, result);
    return result;
  };
}

/** ⌈asked ÷ offered by one host⌉ */
function hostsFor(asked: number, offered: number): number {
  if (asked <= 0) return 0;
  if (offered <= 0) throw new RangeError("A host offers nothing of what VMs ask for.");
  return Math.ceil(tidy(asked / offered));
}

/** As many hosts as VMs always hold them, each alone on its own: the search ends. */
function firstFrom(least: number, suffices: (count: number) => boolean): number {
  let count = least;
  while (!suffices(count)) count += 1;
  return count;
}

/** The placement with room for the first of the upgrades, where each of them finds room; null where one does not. */
function packForEach(
  groups: readonly VmGroup[],
  surges: readonly VmGroup[],
  hostCount: number,
  usable: HostResources,
): readonly HostLoad[] | null {
  const placements = (surges.length === 0 ? [null] : surges).map((surge) =>
    packOnHosts(groups, surge, hostCount, usable),
  );
  return placements.includes(null) ? null : (placements[0] ?? null);
}

function largestSetOf(groups: readonly VmGroup[]): number {
  const sizes = new Map<string, number>();
  for (const group of groups.filter(isKeptApart))
    sizes.set(setOf(group), (sizes.get(setOf(group)) ?? 0) + group.vmCount);
  return Math.max(0, ...sizes.values());
}
