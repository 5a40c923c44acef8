import { BYTES_PER_GIB, BYTES_PER_MIB, MILLICORES_PER_VCPU, type Resources } from "../../base/units.ts";
import type { NodeShape, ReservationProfile } from "../../input/catalog.ts";
import { choiceOf, numberOf } from "../../input/parameters.ts";
import type { PlatformContext } from "../../input/platform-context.ts";
import type { Allocatable } from "../../scheduling/node.ts";

const PERCENT = 100;
/** Profiles count CPU in tenths of a millicore; half of one rounds up. */
const TENTHS = 10;
const HALF = 5;

/** CPU, memory and disk of one node's virtual machine. */
export function capacityOf({ vcpu, memoryGiB, diskGiB }: NodeShape): Resources {
  return {
    cpuMillicores: vcpu * MILLICORES_PER_VCPU,
    memoryBytes: memoryGiB * BYTES_PER_GIB,
    storageBytes: diskGiB * BYTES_PER_GIB,
  };
}

/** What of a virtual machine's memory firmware and kernel keep, so that the node never reports it as capacity. */
export function keptByKernelBytes(shape: NodeShape, { choices }: PlatformContext): number {
  return Math.ceil((shape.memoryGiB * BYTES_PER_GIB * numberOf(choices, "vm-memory-kept-percent")) / PERCENT);
}

/**
 * What one node of a shape keeps from pods: firmware and kernel, the kubelet's reservations, the hard eviction threshold.
 * @see https://kubernetes.io/docs/tasks/administer-cluster/reserve-compute-resources/
 */
export function reservedOf(shape: NodeShape, facts: PlatformContext): Resources {
  const { catalog, choices } = facts;
  const kept = keptByKernelBytes(shape, facts);
  const profile = catalog.reservationProfiles.find(({ id }) => id === choiceOf(choices, "kubelet-reservations").chosen);
  const memoryMiB = Math.floor((shape.memoryGiB * BYTES_PER_GIB - kept) / BYTES_PER_MIB);
  const fixedMiB = numberOf(choices, "reserved-memory-mib") + numberOf(choices, "eviction-memory-mib");
  return {
    cpuMillicores: numberOf(choices, "reserved-cpu-millicores") + tieredCpuMillicores(shape.vcpu, profile),
    memoryBytes: kept + (fixedMiB + tieredMemoryMiB(memoryMiB, profile)) * BYTES_PER_MIB,
    storageBytes: 0,
  };
}

/** What pods can request on one node: capacity − what is kept from them. */
export function allocatableOf(shape: NodeShape, facts: PlatformContext): Allocatable {
  const capacity = capacityOf(shape);
  const reserved = reservedOf(shape, facts);
  return {
    cpuMillicores: Math.max(0, capacity.cpuMillicores - reserved.cpuMillicores),
    memoryBytes: Math.max(0, capacity.memoryBytes - reserved.memoryBytes),
    podCount: numberOf(facts.choices, "pods-per-node"),
    ...(shape.extended === undefined ? {} : { extended: shape.extended }),
  };
}

/**
 * CPU that a tiered profile reserves: each core's share by its tier, in tenths of a millicore, rounded half up.
 *
 * 8 cores at 600, 100, 50, 50 and 25 a further core: 600 + 100 + 100 + 4 × 25 = 900 tenths = 90m.
 */
export function tieredCpuMillicores(cores: number, profile: ReservationProfile | undefined): number {
  if (profile === undefined || profile.cpuTiers.length === 0) return 0;
  const tenths = tiered(
    cores,
    profile.cpuTiers.map(({ upToCores, tenthsOfMillicore }) => [upToCores, tenthsOfMillicore]),
  );
  return Math.floor((tenths.reduce((sum, part) => sum + part, 0) + HALF) / TENTHS);
}

/**
 * Memory that a tiered profile reserves, in MiB, each tier rounded down.
 *
 * 32,768 MiB at 25 % of 4,096, 20 % of 4,096, 10 % of 8,192, 6 % beyond: 1024 + 819 + 819 + 983 = 3,645 MiB.
 */
export function tieredMemoryMiB(memoryMiB: number, profile: ReservationProfile | undefined): number {
  if (profile === undefined || profile.memoryTiers.length === 0) return 0;
  const { smallNode } = profile;
  if (smallNode !== null && memoryMiB < smallNode.belowMiB) return smallNode.reservedMiB;
  const parts = tiered(
    memoryMiB,
    profile.memoryTiers.map(({ upToMiB, percent }) => [upToMiB, percent]),
  );
  return parts.reduce((sum, part) => sum + Math.floor(part / PERCENT), 0);
}

/** For each tier (its upper end, null for none; its rate): the amount within it × rate. */
function tiered(amount: number, tiers: readonly (readonly [number | null, number])[]): readonly number[] {
  let from = 0;
  return tiers.map(([upTo, rate]) => {
    const end = Math.min(amount, upTo ?? amount);
    const part = Math.max(0, end - from) * rate;
    from = Math.max(from, end);
    return part;
  });
}
