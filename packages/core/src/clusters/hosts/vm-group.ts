/** VMs of one size and purpose that run on the hosts. */
export interface VmGroup {
  readonly clusterName: string;
  readonly role: "control-plane" | "platform" | "workload" | "prism-central";
  /** The pool that they are nodes of, where a tenant gave it a name. */
  readonly poolName?: string;
  readonly vmCount: number;
  readonly vcpu: number;
  readonly memoryGiB: number;
  readonly diskGiB: number;
  /** GPUs and other devices that one VM has of its host alone; absent: none. */
  readonly gpuCount?: number;
  /** VMs of this size that exist beside the others while the group is upgraded. */
  readonly surgeCount: number;
  /** Where one group stands for the alike pools of so many clusters: how many; absent: one. */
  readonly poolCount?: number;
}

/** What people call one VM of a group. */
export const VM_TITLES: Readonly<Record<VmGroup["role"], string>> = {
  "control-plane": "control plane node",
  platform: "platform node",
  workload: "workload node",
  "prism-central": "Prism Central VM",
};

/** What the pool of some VMs is called. */
export function poolOfVms({ role, poolName }: Pick<VmGroup, "role" | "poolName">): string {
  return poolName ?? role;
}

/** VMs of one pool are one set, whatever their sizes. */
export function setOf({ clusterName, ...vms }: Pick<VmGroup, "clusterName" | "role" | "poolName">): string {
  return `${clusterName}/${poolOfVms(vms)}`;
}

/** How many VMs each of a group's sets has: of 6 VMs of two alike pools 3. */
export function vmCountOfEach({ vmCount, poolCount = 1 }: Pick<VmGroup, "vmCount" | "poolCount">): number {
  return vmCount / poolCount;
}

/** Whether the VMs of a group stand for each other, so that no host may carry two of them. */
export function isKeptApart({ role }: Pick<VmGroup, "role">): boolean {
  return role === "control-plane" || role === "prism-central";
}

/**
 * The upgrades that hosts keep room for: each group's surge VMs, `simultaneousCount` times, without those that
 * another group's cover in every respect. Room for each of the returned is room for any upgrade.
 *
 * 4/16 and 8/32, one surge VM each: only the 8/32 is left. 8/16 and 4/32: both stay.
 */
export function surgesOf(groups: readonly VmGroup[], simultaneousCount: number): readonly VmGroup[] {
  const surges = groups
    .filter(({ vmCount, surgeCount }) => vmCount > 0 && surgeCount > 0)
    .map((group) => ({ ...group, vmCount: group.surgeCount * simultaneousCount }))
    .filter(({ vmCount }) => vmCount > 0)
    .sort(largestFirst);
  const isCovered = (one: VmGroup, index: number) =>
    surges.some((other, at) => covers(other, one) && (at < index || !covers(one, other)));
  return surges.filter((one, index) => !isCovered(one, index));
}

/** Most memory first, then most vCPU; names and the rest last, so that the order of the input does not matter. */
export function largestFirst(a: VmGroup, b: VmGroup): number {
  return (
    b.memoryGiB - a.memoryGiB ||
    b.vcpu - a.vcpu ||
    gpusOf(b) - gpusOf(a) ||
    compareText(a.clusterName, b.clusterName) ||
    compareText(a.role, b.role) ||
    compareText(poolOfVms(a), poolOfVms(b)) ||
    b.vmCount - a.vmCount ||
    b.diskGiB - a.diskGiB
  );
}

/** The order of two texts by their characters, in no language. */
export function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** Of two equal ones each covers the other, the same one included. */
function covers(a: VmGroup, b: VmGroup): boolean {
  return (
    a.vmCount >= b.vmCount &&
    a.vcpu >= b.vcpu &&
    a.memoryGiB >= b.memoryGiB &&
    a.diskGiB >= b.diskGiB &&
    gpusOf(a) >= gpusOf(b)
  );
}

function gpusOf({ gpuCount = 0 }: VmGroup): number {
  return gpuCount;
}
