import { tidy } from "../../input/number-line.ts";
import type { HostRun } from "./host-problem.ts";
import type { ClassMember, VmClass } from "./vm-class.ts";
import type { VmGroup } from "./vm-group.ts";

/** What one host carries. */
export interface HostLoad {
  readonly vmCount: number;
  readonly vcpu: number;
  readonly memoryGiB: number;
  /** Absent: no VM on it has any. */
  readonly gpuCount?: number;
  readonly vms: readonly PlacedVms[];
}

/** VMs of one group on one host. */
export interface PlacedVms {
  readonly clusterName: string;
  readonly role: VmGroup["role"];
  /** Where a tenant gave the pool a name. */
  readonly poolName?: string;
  /** Room that is kept for an upgrade, and empty at other times. */
  readonly isSurge: boolean;
  readonly vmCount: number;
  /** Of one of them. */
  readonly vmVcpu: number;
  readonly vmMemoryGiB: number;
  /** Absent: none. */
  readonly vmGpuCount?: number;
}

/**
 * What each host that carries any VM carries, with the names of its VMs; the host with most memory taken first. Hosts
 * without any are left out: data alone may ask for a million of them.
 */
export function hostLoadsOf(runs: readonly HostRun[], classes: readonly VmClass[]): readonly HostLoad[] {
  const dealers = classes.map((vmClass) => new Dealer(vmClass));
  const next = (vmCounts: HostRun["vmCounts"]) =>
    loadOf(dealers.flatMap((dealer, at) => dealer.deal(vmCounts[at] ?? 0)));
  const carrying = runs.filter(({ vmCounts }) => vmCounts.some((count) => count > 0));
  return fullestFirst(carrying, classes).flatMap(({ hostCount, vmCounts }) =>
    Array.from({ length: hostCount }, () => next(vmCounts)),
  );
}

/** Memory, then vCPU, then VMs of the largest class, so that the order does not depend on how the placement was found. */
function fullestFirst(runs: readonly HostRun[], classes: readonly VmClass[]): readonly HostRun[] {
  const sum = ({ vmCounts }: HostRun, each: (one: VmClass) => number) =>
    classes.reduce((total, one, at) => total + (vmCounts[at] ?? 0) * each(one), 0);
  const byCounts = (a: HostRun, b: HostRun) => {
    const differing = a.vmCounts.findIndex((count, at) => count !== b.vmCounts[at]);
    return (b.vmCounts[differing] ?? 0) - (a.vmCounts[differing] ?? 0);
  };
  return runs.toSorted(
    (a, b) =>
      sum(b, ({ memoryQuantity }) => memoryQuantity) - sum(a, ({ memoryQuantity }) => memoryQuantity) ||
      sum(b, ({ vcpuQuantity }) => vcpuQuantity) - sum(a, ({ vcpuQuantity }) => vcpuQuantity) ||
      byCounts(a, b),
  );
}

/** So many VMs of one group. */
interface Portion {
  readonly member: ClassMember;
  readonly vmCount: number;
}

/** Gives the VMs of a class out, host after host. */
class Dealer {
  readonly #members: readonly ClassMember[];
  readonly #left: number[];
  /** VMs that are kept apart come from one set after the other, the others from one group until it is used up. */
  readonly #isInTurn: boolean;
  #at = 0;

  constructor({ members, apartIndex }: VmClass) {
    this.#members = members;
    this.#left = members.map(({ group }) => group.vmCount);
    this.#isInTurn = apartIndex !== null;
  }

  deal(vmCount: number): readonly Portion[] {
    const dealt = new Map<ClassMember, number>();
    for (let needed = vmCount; needed > 0; ) {
      const member = this.#members[this.#at] as ClassMember;
      const left = this.#left[this.#at] as number;
      const taken = Math.min(needed, left, this.#isInTurn ? 1 : left);
      dealt.set(member, (dealt.get(member) ?? 0) + taken);
      this.#left[this.#at] = left - taken;
      if (this.#isInTurn || taken === left) this.#at = (this.#at + 1) % this.#members.length;
      needed -= taken;
    }
    return [...dealt].filter(([, count]) => count > 0).map(([member, count]) => ({ member, vmCount: count }));
  }
}

function loadOf(portions: readonly Portion[]): HostLoad {
  let [vmsSoFar, vcpu, memoryGiB, gpuCount] = [0, 0, 0, 0];
  for (const { member, vmCount } of portions) {
    vmsSoFar += vmCount;
    vcpu += vmCount * member.group.vcpu;
    memoryGiB += vmCount * member.group.memoryGiB;
    gpuCount += vmCount * (member.group.gpuCount ?? 0);
  }
  gpuCount = tidy(gpuCount);
  return {
    vmCount: vmsSoFar,
    vcpu: tidy(vcpu),
    memoryGiB: tidy(memoryGiB),
    ...(gpuCount === 0 ? {} : { gpuCount }),
    vms: portions.map(({ member: { group, isSurge }, vmCount }) => ({
      clusterName: group.clusterName,
      role: group.role,
      ...(group.poolName === undefined ? {} : { poolName: group.poolName }),
      isSurge,
      vmCount,
      vmVcpu: group.vcpu,
      vmMemoryGiB: group.memoryGiB,
      ...(group.gpuCount === undefined ? {} : { vmGpuCount: group.gpuCount }),
    })),
  };
}
