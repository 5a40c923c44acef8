import {
  type HostClusterPlan,
  type HostLoad,
  type HostPlan,
  type HostResources,
  hostProfileOf,
  type Infrastructure,
  type InfrastructureContext,
  infrastructureOf,
  placeOnHosts,
  type Settings,
  type VmGroup,
} from "@nkp-planner/core";
import fc from "fast-check";
import { toyContext } from "./toy.ts";

/** VMs of which a test states only what it is about. */
export const vmGroup = (more: Partial<VmGroup> = {}): VmGroup => ({
  clusterName: "alpha",
  role: "workload",
  vmCount: 1,
  vcpu: 1,
  memoryGiB: 10,
  diskGiB: 0,
  surgeCount: 0,
  ...more,
});

/** On toy hosts: 20 vCPU, 100 GiB and 10,240 GiB raw each; two copies, one host spare, at least three. */
export function onToyHosts(groups: readonly VmGroup[], settings: Settings = {}, claimsGiB = 0): HostPlan {
  const { catalog, choices } = toyContext(settings);
  return placeOnHosts(groups, claimsGiB, { catalog, choices, hostProfile: hostProfileOf(choices) });
}

/** Sizes as a catalog has them, so that clusters have alike VMs; and any others, of which a toy host cannot carry some. */
const sizes = fc.oneof(
  fc.constantFrom(
    { vcpu: 2, memoryGiB: 8 },
    { vcpu: 4, memoryGiB: 8 },
    { vcpu: 4, memoryGiB: 16 },
    { vcpu: 8, memoryGiB: 32 },
  ),
  fc.record({ vcpu: fc.integer({ min: 1, max: 22 }), memoryGiB: fc.integer({ min: 1, max: 110 }) }),
);

/** Up to ten groups; a cluster's control plane may have nodes of several sizes. */
export const vmGroups: fc.Arbitrary<VmGroup[]> = fc
  .array(
    fc.record({
      clusterName: fc.constantFrom("a", "b", "c", "d", "e"),
      role: fc.constantFrom<VmGroup["role"]>("control-plane", "platform", "workload", "prism-central"),
      vmCount: fc.oneof(fc.constant(3), fc.integer({ min: 0, max: 12 })),
      size: sizes,
      diskGiB: fc.integer({ min: 1, max: 500 }),
      surgeCount: fc.integer({ min: 0, max: 2 }),
      gpuCount: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 5 })),
    }),
    { maxLength: 10 },
  )
  .map((groups) =>
    groups.map(({ size, gpuCount, ...group }) => {
      // Only pools of tenants have GPUs.
      const hasGpus = group.role === "workload" && gpuCount > 0;
      return { ...group, ...size, ...(hasGpus ? { gpuCount } : {}) };
    }),
  );

export const hostSettings = fc.record({
  "host-spare": fc.constantFrom("0", "1", "2"),
  "replication-factor": fc.constantFrom("2", "3"),
  "simultaneous-upgrades": fc.constantFrom("0", "1", "2"),
  "host-memory-threshold": fc.constantFrom("1", "0.95"),
  "host-gpus": fc.constantFrom("0", "2", "4"),
});

/** One VM, and the set of which a host may carry only so many. */
interface Vm {
  readonly group: VmGroup;
  readonly set: string | null;
}

interface Host {
  vcpu: number;
  memoryGiB: number;
  gpuCount: number;
  readonly sets: Map<string, number>;
}

type Capacity = Pick<HostResources, "vcpu" | "memoryGiB" | "gpuCount">;

/** Whether a rule finds every VM a place on so many hosts. */
export type PlainRule = (
  groups: readonly VmGroup[],
  surge: VmGroup | null,
  hostCount: number,
  capacity: Capacity,
) => boolean;

/**
 * Rules by the book, VM after VM, with nothing of the planner's: the largest by one measure first, each on the first or
 * the best host that has room and fewer of its set than ⌈set ÷ hosts⌉.
 */
function plainRule(
  sizeOf: (group: VmGroup, capacity: Capacity) => number,
  compareHosts: (a: Host, b: Host, set: string | null) => number,
): PlainRule {
  return (groups, surge, hostCount, capacity) => {
    const isApart = ({ role }: VmGroup) => role === "control-plane" || role === "prism-central";
    const vmsOf = (group: VmGroup, set: string | null): Vm[] =>
      Array.from({ length: group.vmCount }, () => ({ group, set }));
    const vms = [
      ...groups.flatMap((group) => vmsOf(group, isApart(group) ? `${group.clusterName}/${group.role}` : null)),
      ...(surge === null ? [] : vmsOf(surge, null)),
    ];
    const setSize = (set: string) => vms.filter((vm) => vm.set === set).length;
    const hosts = Array.from(
      { length: hostCount },
      (): Host => ({ vcpu: 0, memoryGiB: 0, gpuCount: 0, sets: new Map() }),
    );
    const byHand = (a: Vm, b: Vm) =>
      sizeOf(b.group, capacity) - sizeOf(a.group, capacity) ||
      b.group.memoryGiB - a.group.memoryGiB ||
      b.group.vcpu - a.group.vcpu;
    for (const { group, set } of vms.sort(byHand)) {
      const most = set === null ? Number.POSITIVE_INFINITY : Math.ceil(setSize(set) / hostCount);
      const [host] = hosts
        .filter(({ vcpu }) => vcpu + group.vcpu <= capacity.vcpu)
        .filter(({ memoryGiB }) => memoryGiB + group.memoryGiB <= capacity.memoryGiB)
        .filter(({ gpuCount }) => gpuCount + (group.gpuCount ?? 0) <= (capacity.gpuCount ?? 0))
        .filter(({ sets }) => (sets.get(set ?? "") ?? 0) < most)
        .sort((a, b) => compareHosts(a, b, set));
      if (host === undefined) return false;
      host.vcpu += group.vcpu;
      host.memoryGiB += group.memoryGiB;
      host.gpuCount += group.gpuCount ?? 0;
      if (set !== null) host.sets.set(set, (host.sets.get(set) ?? 0) + 1);
    }
    return true;
  };
}

const firstFit = () => 0;
const countOf = ({ sets }: Host, set: string | null) => (set === null ? 0 : (sets.get(set) ?? 0));

export const plainRules: Readonly<Record<string, PlainRule>> = {
  "first-fit decreasing by vCPU": plainRule(({ vcpu }) => vcpu, firstFit),
  "first-fit decreasing by memory": plainRule(({ memoryGiB }) => memoryGiB, firstFit),
  "first-fit decreasing by the larger share": plainRule(
    (group, capacity) => Math.max(group.vcpu / capacity.vcpu, group.memoryGiB / capacity.memoryGiB),
    firstFit,
  ),
  // The planner's own rule up to version 0.1: the host with the fewest of the set, then with the least memory left.
  "best-fit decreasing by memory": plainRule(
    ({ memoryGiB }) => memoryGiB,
    (a, b, set) => countOf(a, set) - countOf(b, set) || b.memoryGiB - a.memoryGiB || b.vcpu - a.vcpu,
  ),
};

/** A host by the groups whose VMs it carries. */
export function hostLoad(...groups: readonly VmGroup[]): HostLoad {
  const sum = (each: (group: VmGroup) => number) => groups.reduce((total, group) => total + each(group), 0);
  return {
    vmCount: sum(({ vmCount }) => vmCount),
    vcpu: sum(({ vmCount, vcpu }) => vmCount * vcpu),
    memoryGiB: sum(({ vmCount, memoryGiB }) => vmCount * memoryGiB),
    vms: groups.map(({ clusterName, role, vmCount, vcpu, memoryGiB }) => ({
      clusterName,
      role,
      isSurge: false,
      vmCount,
      vmVcpu: vcpu,
      vmMemoryGiB: memoryGiB,
    })),
  };
}

/** What all lies on where a fleet names no clusters of hosts. */
export function onlyHosts(infrastructure: Infrastructure): Infrastructure & { readonly hosts: HostClusterPlan } {
  const [hosts, ...others] = infrastructure.hostClusters;
  if (hosts === undefined || others.length > 0) throw new Error(`${others.length + 1} clusters of hosts, not one.`);
  return { ...infrastructure, hosts };
}

/** All on one cluster of hosts, with the Prism Central that looks after it. */
export function onOneHostCluster(groups: readonly VmGroup[], claimsGiB: number, context: InfrastructureContext) {
  const one = { name: null, mostHostCount: null, siteCount: 1, clusterNames: [], hasPrismCentral: true };
  const hostProfile = hostProfileOf(context.choices);
  return onlyHosts(infrastructureOf([{ ...one, groups, claimsGiB, hostProfile }], context));
}
