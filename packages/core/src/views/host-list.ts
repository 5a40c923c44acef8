import type { HostLoad, PlacedVms } from "../clusters/hosts/host-loads.ts";
import type { HostLoss } from "../clusters/hosts/host-losses.ts";
import { hostPlacementOf } from "../clusters/hosts/host-placement.ts";
import type { HostPlan } from "../clusters/hosts/hosts.ts";
import { tidy } from "../input/number-line.ts";
import { hostListNotes, type PlacedHosts } from "./host-list-notes.ts";

/** Hosts one after the other, from the first. */
export interface HostNumbers {
  /** From 1, in the order of the list. */
  readonly firstHostNumber: number;
  readonly hostCount: number;
}

/** Hosts that carry the same, with the figures of one of them. */
export interface HostsAlike extends HostNumbers {
  readonly vcpu: number;
  readonly memoryGiB: number;
  /** Of what one host offers VMs. */
  readonly freeVcpu: number;
  readonly freeMemoryGiB: number;
  /** Of GPUs, that VMs have and that are free; absent: no VM of the fleet has any. */
  readonly gpuCount?: number;
  readonly freeGpuCount?: number;
  /** None where the hosts are empty. */
  readonly vms: readonly PlacedVms[];
}

/** Hosts of which the loss of any one, alone, ends in the same way. */
export interface LossesAlike extends HostNumbers, Omit<HostLoss, "hostNumber"> {}

/** Which VMs lie on which host, and what becomes of them when it fails: one placement, to be checked line by line. */
export interface HostList {
  /** With every host running. Empty where VMs were not placed. */
  readonly rows: readonly HostsAlike[];
  /** One host lost at a time; hosts without VMs are left out. */
  readonly losses: readonly LossesAlike[];
  /** All VMs on the hosts left when the spare ones fail, where that asks others to move; empty where it does not. */
  readonly rowsAfterMoves: readonly HostsAlike[];
  /** What the list shows, and what it does not, a sentence each. */
  readonly notes: readonly string[];
}

/** Made of a plan whenever somebody asks: the plan itself needs the number of hosts alone. */
export function hostListOf(hosts: PlacedHosts): HostList {
  const { loads, losses, loadsAfterMoves } = hostPlacementOf(hosts);
  const { hostCount, spareHostCount } = hosts;
  const rows = hosts.isPacked ? rowsOf(loads, hostCount, hosts) : [];
  const rowsAfterMoves = loadsAfterMoves.length === 0 ? [] : rowsOf(loadsAfterMoves, hostCount - spareHostCount, hosts);
  return { rows, losses: lossRowsOf(losses), rowsAfterMoves, notes: hostListNotes(hosts, { loads, losses }) };
}

function rowsOf(loads: readonly HostLoad[], hostCount: number, { usablePerHost }: HostPlan): readonly HostsAlike[] {
  const rows: HostsAlike[] = [];
  const offered = usablePerHost.gpuCount;
  const rowOf = (
    { vcpu, memoryGiB, gpuCount = 0, vms }: Omit<HostLoad, "vmCount">,
    firstHostNumber: number,
    count: number,
  ) => ({
    firstHostNumber,
    hostCount: count,
    vcpu,
    memoryGiB,
    freeVcpu: tidy(usablePerHost.vcpu - vcpu),
    freeMemoryGiB: tidy(usablePerHost.memoryGiB - memoryGiB),
    ...(offered === undefined ? {} : { gpuCount, freeGpuCount: offered - gpuCount }),
    vms,
  });
  for (const [index, load] of loads.entries()) addRow(rows, rowOf(load, index + 1, 1));
  const emptyCount = hostCount - loads.length;
  if (emptyCount > 0) rows.push(rowOf({ vcpu: 0, memoryGiB: 0, vms: [] }, loads.length + 1, emptyCount));
  return rows;
}

function lossRowsOf(losses: readonly HostLoss[]): readonly LossesAlike[] {
  const rows: LossesAlike[] = [];
  for (const { hostNumber, ...loss } of losses) addRow(rows, { firstHostNumber: hostNumber, hostCount: 1, ...loss });
  return rows;
}

/** Adds a host to the last row where it is like those of it. */
function addRow<Row extends HostNumbers>(rows: Row[], row: Row): void {
  const last = rows.at(-1);
  if (last !== undefined && sayingOf(last) === sayingOf(row))
    rows[rows.length - 1] = { ...last, hostCount: last.hostCount + row.hostCount };
  else rows.push(row);
}

function sayingOf({ firstHostNumber: _first, hostCount: _count, ...said }: HostNumbers): string {
  return JSON.stringify(said);
}
