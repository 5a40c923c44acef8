import { tidy } from "../../input/number-line.ts";
import type { HostResources } from "../host-capacity/host-capacity.ts";
import { HostAttempts } from "./host-attempts.ts";
import type { HostLoad } from "./host-loads.ts";
import { isKeptApart, setOf, type VmGroup, vmCountOfEach } from "./vm-group.ts";

/** What asks for the most hosts. */
export type HostBound = "nothing" | "cpu" | "memory" | "storage" | "gpu" | "packing" | "separation" | "minimum";

/** How many hosts each rule asks for, and how many satisfy all of them. */
export interface HostCount {
  readonly hostCount: number;
  /** No placement does with fewer, spare hosts included: proven. */
  readonly lowerBoundHostCount: number;
  /** Whether VMs were placed; otherwise the count is the lower bound, and nothing is known of loads. */
  readonly isPacked: boolean;
  readonly boundBy: HostBound;
  /** By sums over what one host offers, before spare hosts. */
  readonly cpuHostCount: number;
  readonly memoryHostCount: number;
  readonly storageHostCount: number;
  readonly gpuHostCount: number;
  /** Because VMs cannot be split, before spare hosts. */
  readonly packingHostCount: number;
  /** So that VMs that stand for each other are on hosts of their own, spare hosts included. */
  readonly separationHostCount: number;
  /** That the way of keeping data asks for, spare hosts included. */
  readonly minimumHostCount: number;
  /** Of the hosts that carry VMs; the others up to the count carry none. */
  readonly loads: readonly HostLoad[];
  readonly loadsAfterFailure: readonly HostLoad[];
}

export interface HostCountRules {
  readonly spareHostCount: number;
  readonly minimumHostCount: number;
  /** Whether VMs are placed; otherwise sums and bounds are all that counts. */
  readonly isPacked: boolean;
  /** Whether what each host carries is left out. */
  readonly isForCount?: boolean;
}

/**
 * The smallest number of hosts that is found to carry all VMs and data, with every host running and with the spare ones
 * down: max(⌈demand ÷ usable⌉ of vCPU, memory, storage and GPUs, hosts for whole VMs) + spare, and no fewer than separation
 * and the way of keeping data ask for. Where it is the lower bound too, there is no smaller one.
 *
 * A placement on the hosts that are left proves that any others may fail: leave as many hosts empty, and the VMs
 * of each failed host find an empty one.
 */
export function countHosts(
  groups: readonly VmGroup[],
  surges: readonly VmGroup[],
  demand: HostResources,
  usable: HostResources,
  { spareHostCount, minimumHostCount, isPacked, isForCount = false }: HostCountRules,
): HostCount {
  const attempts = new HostAttempts(groups, surges, usable, isPacked);
  const cpuHostCount = hostsFor(demand.vcpu, usable.vcpu);
  const memoryHostCount = hostsFor(demand.memoryGiB, usable.memoryGiB);
  const storageHostCount = hostsFor(demand.storageGiB, usable.storageGiB);
  const gpuHostCount = hostsFor(demand.gpuCount ?? 0, usable.gpuCount ?? 0);
  const packingHostCount = firstFrom(
    Math.max(cpuHostCount, memoryHostCount, gpuHostCount),
    (count) => attempts.on(count).suffices,
    (count) => attempts.after(count),
  );
  const separationHostCount = largestSetOf(groups);
  const sums = Math.max(cpuHostCount, memoryHostCount, storageHostCount, gpuHostCount);
  const needed = Math.max(sums, packingHostCount);
  const minimum = needed === 0 ? 0 : minimumHostCount;
  const leastFor = (carrying: number) =>
    needed === 0 ? 0 : Math.max(carrying + spareHostCount, separationHostCount, minimum);
  /** With the spare hosts down, and with every host running. */
  const runningOf = (count: number) => [Math.max(0, count - spareHostCount), count];
  const after = (count: number) =>
    Math.max(attempts.after(count), attempts.after(Math.max(0, count - spareHostCount)) + spareHostCount);
  const hostCount = firstFrom(
    leastFor(needed),
    (count) => runningOf(count).every((one) => attempts.on(one).suffices),
    after,
  );
  const bounds: readonly (readonly [HostBound, number])[] = [
    ["nothing", 0],
    ["cpu", cpuHostCount + spareHostCount],
    ["memory", memoryHostCount + spareHostCount],
    ["storage", storageHostCount + spareHostCount],
    ["gpu", gpuHostCount + spareHostCount],
    ["packing", packingHostCount + spareHostCount],
    ["separation", separationHostCount],
    ["minimum", minimum],
  ];
  return {
    hostCount,
    lowerBoundHostCount: firstFrom(
      leastFor(sums),
      (count) => runningOf(count).every((one) => !attempts.on(one).isImpossible),
      after,
    ),
    isPacked,
    boundBy: bounds.find(([, count]) => count >= hostCount)?.[0] ?? "packing",
    cpuHostCount,
    memoryHostCount,
    storageHostCount,
    gpuHostCount,
    packingHostCount,
    separationHostCount,
    minimumHostCount: minimum,
    loads: isForCount ? [] : attempts.loadsOn(hostCount),
    loadsAfterFailure: isForCount ? [] : attempts.loadsOn(Math.max(0, hostCount - spareHostCount)),
  };
}

/** ⌈asked ÷ offered by one host⌉ */
function hostsFor(asked: number, offered: number): number {
  if (asked <= 0) return 0;
  if (offered <= 0) throw new RangeError("A host offers nothing of what VMs ask for.");
  return Math.ceil(tidy(asked / offered));
}

/** As many hosts as VMs always hold them, each alone on its own: the search ends. */
function firstFrom(least: number, suffices: (count: number) => boolean, after: (count: number) => number): number {
  let count = least;
  while (!suffices(count)) count = after(count);
  return count;
}

function largestSetOf(groups: readonly VmGroup[]): number {
  const sizes = new Map<string, number>();
  for (const group of groups.filter(isKeptApart))
    sizes.set(setOf(group), (sizes.get(setOf(group)) ?? 0) + vmCountOfEach(group));
  return [...sizes.values()].reduce((most, size) => Math.max(most, size), 0);
}
