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
  const levels = new HostLevels(hosts);
  for (const batch of batchesOf(groups, surge, hostCount)) {
    for (let placed = 0; placed < batch.group.vmCount; placed += 1) {
      const host = levels.takeBestFit(batch, capacity);
      if (host === undefined) return null;
      place(batch, host);
      levels.add(host);
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

/** Hosts that carry the same amounts. */
interface Level {
  readonly vcpu: number;
  readonly memoryGiB: number;
  readonly hosts: OpenHost[];
}

/**
 * Hosts by what they carry, the fullest first. Thousands of hosts carry only some hundred different amounts, so that
 * looking at amounts instead of hosts keeps the time in proportion to the VMs.
 */
class HostLevels {
  /** By memory and then vCPU, both descending. */
  readonly #levels: Level[] = [];

  constructor(hosts: readonly OpenHost[]) {
    if (hosts.length > 0) this.#levels.push({ vcpu: 0, memoryGiB: 0, hosts: [...hosts].reverse() });
  }

  add(host: OpenHost): void {
    const at = this.#placeOf(host);
    const level = this.#levels[at];
    if (level !== undefined && level.memoryGiB === host.memoryGiB && level.vcpu === host.vcpu) level.hosts.push(host);
    else this.#levels.splice(at, 0, { vcpu: host.vcpu, memoryGiB: host.memoryGiB, hosts: [host] });
  }

  /** Takes out the host with room that has the fewest VMs of the set, then the least memory left, then vCPU. */
  takeBestFit({ group, apart }: Batch, capacity: Pick<HostResources, "vcpu" | "memoryGiB">): OpenHost | undefined {
    const countOf = (host: OpenHost) => (apart === null ? 0 : (host.apart.get(apart.key) ?? 0));
    const most = apart === null ? 1 : apart.mostCount;
    let best: { readonly levelIndex: number; readonly index: number; readonly count: number } | undefined;
    for (let at = 0; at < this.#levels.length && best?.count !== 0; at += 1) {
      const level = this.#levels[at] as Level;
      if (level.vcpu + group.vcpu > capacity.vcpu || level.memoryGiB + group.memoryGiB > capacity.memoryGiB) continue;
      for (let index = level.hosts.length - 1; index >= 0; index -= 1) {
        const count = countOf(level.hosts[index] as OpenHost);
        if (count < most && count < (best?.count ?? Number.POSITIVE_INFINITY)) best = { levelIndex: at, index, count };
        if (count === 0) break;
      }
    }
    return best === undefined ? undefined : this.#take(best.levelIndex, best.index);
  }

  #take(at: number, index: number): OpenHost {
    const { hosts } = this.#levels[at] as Level;
    const [host] = hosts.splice(index, 1) as [OpenHost];
    if (hosts.length === 0) this.#levels.splice(at, 1);
    return host;
  }

  /** Where a host's level is, or would be. */
  #placeOf({ memoryGiB, vcpu }: OpenHost): number {
    let [low, high] = [0, this.#levels.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const level = this.#levels[middle] as Level;
      const isFuller = level.memoryGiB > memoryGiB || (level.memoryGiB === memoryGiB && level.vcpu > vcpu);
      if (isFuller) low = middle + 1;
      else high = middle;
    }
    return low;
  }
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
