import type { HostResources } from "./host-capacity.ts";
import { isKeptApart, largestFirst, type VmGroup } from "./vm-group.ts";

/** What one host carries. */
export interface HostLoad {
  readonly vmCount: number;
  readonly vcpu: number;
  readonly memoryGiB: number;
  readonly vms: readonly PlacedVms[];
}

/** VMs of one group on one host. */
export interface PlacedVms {
  readonly clusterName: string;
  readonly role: VmGroup["role"];
  /** Room that is kept for an upgrade, and empty at other times. */
  readonly isSurge: boolean;
  readonly vmCount: number;
}

interface OpenHost {
  vcpu: number;
  memoryGiB: number;
  readonly vms: Map<Batch, number>;
  /** How many VMs of each set that is kept apart. */
  readonly apart: Map<string, number>;
}

/** The VMs of a group, with how many of their set one host may carry. */
interface Batch {
  readonly group: VmGroup;
  readonly isSurge: boolean;
  /** The set that is kept apart; null: wherever there is room. */
  readonly apart: { readonly key: string; readonly mostCount: number } | null;
}

/**
 * Places whole VMs by best-fit decreasing: the largest first, each on the host that it leaves the least memory.
 * VMs that stand for each other are kept apart: at most ⌈count ÷ hosts⌉ on one host, so one where hosts suffice.
 * Room for an upgrade is placed like a VM but not kept apart: a fourth control plane node on three hosts is brief.
 *
 * Memory and vCPU of a host are never exceeded; storage is one pool and is not packed.
 * @returns the load of every host, or null where not every VM finds a place
 * @see https://en.wikipedia.org/wiki/Bin_packing_problem
 */
export function packOnHosts(
  groups: readonly VmGroup[],
  surge: VmGroup | null,
  hostCount: number,
  capacity: Pick<HostResources, "vcpu" | "memoryGiB">,
): readonly HostLoad[] | null {
  const hosts = Array.from(
    { length: hostCount },
    (): OpenHost => ({ vcpu: 0, memoryGiB: 0, vms: new Map(), apart: new Map() }),
  );
  for (const batch of batchesOf(groups, surge, hostCount)) {
    for (let placed = 0; placed < batch.group.vmCount; placed += 1) {
      const host = bestFit(hosts, batch, capacity);
      if (host === undefined) return null;
      place(batch, host);
    }
  }
  return hosts.map(loadOf);
}

/** The groups in the order in which they are placed. */
function batchesOf(groups: readonly VmGroup[], surge: VmGroup | null, hostCount: number): readonly Batch[] {
  const setSizes = new Map<string, number>();
  for (const group of groups) setSizes.set(setOf(group), (setSizes.get(setOf(group)) ?? 0) + group.vmCount);
  const batches = groups.map((group): Batch => {
    const key = setOf(group);
    const mostCount = Math.ceil((setSizes.get(key) ?? 0) / hostCount);
    return { group, isSurge: false, apart: isKeptApart(group) ? { key, mostCount } : null };
  });
  if (surge !== null) batches.push({ group: surge, isSurge: true, apart: null });
  return batches.sort((a, b) => largestFirst(a.group, b.group) || Number(a.isSurge) - Number(b.isSurge));
}

/** VMs of one cluster and role are one set, whatever their sizes. */
export function setOf({ clusterName, role }: Pick<VmGroup, "clusterName" | "role">): string {
  return `${clusterName}/${role}`;
}

/** The host with room that has the fewest VMs of the set, then the least memory left, then vCPU; the first of equals. */
function bestFit(
  hosts: readonly OpenHost[],
  { group, apart }: Batch,
  capacity: Pick<HostResources, "vcpu" | "memoryGiB">,
): OpenHost | undefined {
  const ofSet = (host: OpenHost) => (apart === null ? 0 : (host.apart.get(apart.key) ?? 0));
  let best: OpenHost | undefined;
  for (const host of hosts) {
    if (host.vcpu + group.vcpu > capacity.vcpu || host.memoryGiB + group.memoryGiB > capacity.memoryGiB) continue;
    if (apart !== null && ofSet(host) >= apart.mostCount) continue;
    if (best === undefined || ofSet(host) < ofSet(best) || (ofSet(host) === ofSet(best) && isFuller(host, best)))
      best = host;
  }
  return best;
}

function isFuller(a: OpenHost, b: OpenHost): boolean {
  return a.memoryGiB > b.memoryGiB || (a.memoryGiB === b.memoryGiB && a.vcpu > b.vcpu);
}

function place(batch: Batch, host: OpenHost): void {
  const { group, apart } = batch;
  host.vcpu += group.vcpu;
  host.memoryGiB += group.memoryGiB;
  host.vms.set(batch, (host.vms.get(batch) ?? 0) + 1);
  if (apart !== null) host.apart.set(apart.key, (host.apart.get(apart.key) ?? 0) + 1);
}

function loadOf({ vcpu, memoryGiB, vms }: OpenHost): HostLoad {
  const placed = [...vms].map(([{ group, isSurge }, vmCount]) => ({
    clusterName: group.clusterName,
    role: group.role,
    isSurge,
    vmCount,
  }));
  return { vmCount: placed.reduce((sum, { vmCount }) => sum + vmCount, 0), vcpu, memoryGiB, vms: placed };
}
