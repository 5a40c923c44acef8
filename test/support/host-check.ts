import {
  type HostPlacement,
  type HostPlan,
  hostPlacementOf,
  type PlacedVms,
  type PlannedFleet,
  type VmGroup,
} from "@nkp-planner/core";

/** One VM, with the host that it is said to be on; written apart from the code that places them. */
interface Vm {
  readonly name: string;
  readonly set: string | null;
  readonly vcpu: number;
  readonly memoryGiB: number;
  readonly gpuCount: number;
  readonly host: number;
}

const DUST = 1e-6;
const STANDS_FOR_ANOTHER = ["control-plane", "prism-central"];

function vmsOn(host: number, placed: readonly PlacedVms[]): readonly Vm[] {
  return placed.flatMap(({ clusterName, role, isSurge, vmCount, vmVcpu, vmMemoryGiB, vmGpuCount = 0 }) => {
    const vm = {
      name: `${clusterName} ${role} ${vmVcpu}/${vmMemoryGiB}/${vmGpuCount}${isSurge ? " room" : ""}`,
      set: !isSurge && STANDS_FOR_ANOTHER.includes(role) ? `${clusterName} ${role}` : null,
      ...{ vcpu: vmVcpu, memoryGiB: vmMemoryGiB, gpuCount: vmGpuCount, host },
    };
    return Array.from({ length: vmCount }, () => vm);
  });
}

/** What is wrong with VMs on so many hosts: hosts too full, too many of a set on one. Empty where nothing is. */
function faultsOf(vms: readonly Vm[], hostCount: number, { usablePerHost }: HostPlan): readonly string[] {
  const faults: string[] = [];
  for (const host of new Set(vms.map((vm) => vm.host))) {
    const here = vms.filter((vm) => vm.host === host);
    const vcpu = here.reduce((sum, vm) => sum + vm.vcpu, 0);
    const memoryGiB = here.reduce((sum, vm) => sum + vm.memoryGiB, 0);
    if (vcpu > usablePerHost.vcpu + DUST) faults.push(`host ${host} has ${vcpu} vCPU`);
    if (memoryGiB > usablePerHost.memoryGiB + DUST) faults.push(`host ${host} has ${memoryGiB} GiB`);
    const gpuCount = here.reduce((sum, vm) => sum + vm.gpuCount, 0);
    if (gpuCount > (usablePerHost.gpuCount ?? 0)) faults.push(`host ${host} has ${gpuCount} GPUs`);
    for (const set of new Set(here.flatMap((vm) => vm.set ?? []))) {
      const together = here.filter((vm) => vm.set === set).length;
      const most = Math.ceil(vms.filter((vm) => vm.set === set).length / hostCount);
      if (together > most) faults.push(`host ${host} has ${together} of ${set}, not ${most}`);
    }
  }
  return faults;
}

const counted = (names: readonly string[]) => names.toSorted().join("\n");

/** VMs as they are asked for, with the room for the first upgrade. */
function askedNames(groups: readonly VmGroup[], [upgrade]: HostPlan["upgrades"]): readonly string[] {
  const named = ({ clusterName, role, vcpu, memoryGiB, gpuCount = 0, vmCount }: VmGroup, more = "") =>
    Array.from({ length: vmCount }, () => `${clusterName} ${role} ${vcpu}/${memoryGiB}/${gpuCount}${more}`);
  return [...groups.flatMap((group) => named(group)), ...(upgrade === undefined ? [] : named(upgrade, " room"))];
}

/**
 * Everything that is wrong with a placement and with what it says of losses, a sentence each.
 * @param groups the VMs asked for, without those that no host has room for
 */
export function placementFaults(
  groups: readonly VmGroup[],
  hosts: HostPlan,
  { loads, losses, loadsAfterMoves }: HostPlacement,
): readonly string[] {
  const asked = counted(askedNames(groups, hosts.upgrades));
  const vmsOf = (all: HostPlacement["loads"]) => all.flatMap(({ vms }, index) => vmsOn(index + 1, vms));
  const isAll = (vms: readonly Vm[]) => counted(vms.map(({ name }) => name)) === asked;
  const running = vmsOf(loads);
  const faults = [...faultsOf(running, hosts.hostCount, hosts)];
  if (!isAll(running)) faults.push("not every VM is on a host once");
  if (loads.length > hosts.hostCount) faults.push(`${loads.length} hosts carry VMs`);
  if (losses.length !== loads.length) faults.push("not every host with VMs is lost once");
  for (const { hostNumber, end, restarts, down } of losses) {
    const started = restarts.flatMap((vms) => vmsOn(vms.hostNumber, [vms]));
    const after = [...running.filter(({ host }) => host !== hostNumber), ...started];
    const said = (fault: string) => `host ${hostNumber} lost: ${fault}`;
    if (restarts.some((vms) => vms.hostNumber === hostNumber || vms.hostNumber > hosts.hostCount))
      faults.push(said("a VM starts on no host that is left"));
    if (end === "restart" || end === "down") faults.push(...faultsOf(after, hosts.hostCount - 1, hosts).map(said));
    if (hosts.spareHostCount > 0) {
      if (end === "restart" && !isAll(after)) faults.push(said("not every VM starts again"));
      if (down.length > 0) faults.push(said("VMs stay down though a host is spare"));
    } else {
      const isRoom = (name: string) => name.endsWith(" room");
      const real = [...after, ...vmsOn(0, down)].map(({ name }) => name).filter((name) => !isRoom(name));
      if (counted(real) !== counted(askedNames(groups, [])))
        faults.push(said("a VM neither starts again nor stays down"));
    }
    if (end === "moves" && loadsAfterMoves.length === 0) faults.push(said("nothing shows where VMs go after moves"));
  }
  if (loadsAfterMoves.length > 0) {
    const left = hosts.hostCount - hosts.spareHostCount;
    const moved = vmsOf(loadsAfterMoves);
    faults.push(...faultsOf(moved, left, hosts).map((fault) => `after moves: ${fault}`));
    if (!isAll(moved) || loadsAfterMoves.length > left) faults.push("after moves: not all VMs, or too many hosts");
  }
  return faults;
}

/** Where a fleet's file places a cluster, read apart from the code that lays it there. */
function homeOf(tenantIds: readonly string[], { tenants, hosting }: PlannedFleet["input"]): string | null {
  if (hosting === undefined) return null;
  const byName = tenantIds.map((id) => tenants.find((tenant) => tenant.id === id)?.hostCluster);
  const role = tenantIds.length === 0 ? "management" : "tenants";
  return byName.find((one) => one !== undefined) ?? hosting.placedRoles[role] ?? hosting.hostClusters[0].name;
}

/** Everything that is wrong with the clusters of hosts of a plan, each with the faults of its placement. */
export function fleetHostFaults({ clusters, infrastructure, input, totals }: PlannedFleet): readonly string[] {
  const { hostClusters, prismCentral } = infrastructure;
  const homeOfPrismCentral = input.hosting?.placedRoles["prism-central"] ?? input.hosting?.hostClusters[0].name ?? null;
  const faults: string[] = [];
  for (const hosts of hostClusters) {
    const said = (fault: string) => `${hosts.name}: ${fault}`;
    const here = clusters.filter(({ tenantIds }) => homeOf(tenantIds, input) === hosts.name);
    if (counted(here.map(({ name }) => name)) !== counted(hosts.clusterNames))
      faults.push(said("other clusters on it"));
    const central = prismCentral !== null && hosts.name === homeOfPrismCentral ? [prismCentral.group] : [];
    const { vcpu, memoryGiB, gpuCount: hostGpuCount = 0 } = hosts.usablePerHost;
    const groups = here
      .flatMap(({ name, pools }) =>
        pools.map(({ role, shape, nodeCount, surgeNodeCount }) => {
          const { extended = {}, ...size } = shape;
          const gpuCount = Object.values(extended).reduce((sum, each) => sum + each, 0);
          return { clusterName: name, role, ...size, gpuCount, vmCount: nodeCount, surgeCount: surgeNodeCount };
        }),
      )
      .filter(
        (one) => one.vmCount > 0 && one.vcpu <= vcpu && one.memoryGiB <= memoryGiB && one.gpuCount <= hostGpuCount,
      );
    if (hosts.isPacked)
      faults.push(...placementFaults([...groups, ...central], hosts, hostPlacementOf(hosts)).map(said));
  }
  const all = hostClusters.reduce((sum, { hostCount }) => sum + hostCount, 0);
  if (all !== totals.hostCount) faults.push(`${totals.hostCount} hosts in all, not ${all}`);
  const looked = prismCentral?.lines.map(({ value }) => value).slice(0, 2) ?? [];
  const carrying = hostClusters.filter(({ hostCount }) => hostCount > 0).length;
  if (prismCentral !== null && counted(looked.map(String)) !== counted([carrying, all].map(String)))
    faults.push(`Prism Central looks after ${looked.join(" and ")}, not ${carrying} and ${all}`);
  return faults;
}
