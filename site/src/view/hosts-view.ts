import {
  type HostClusterPlan,
  type HostPlan,
  type HostsAlike,
  hostListOf,
  hostNumbersText,
  type LossesAlike,
  type PlacedVms,
  type PlannedFleet,
  placedVmsText,
} from "@nkp-planner/core";
import { planTitle } from "./plan-title.ts";
import type { Writer } from "./writer.ts";

/** What lies on the hosts of one model, and what becomes of it when a host is lost. */
export interface HostsView {
  readonly modelId: string;
  readonly title: string;
  /** One for each cluster of hosts. */
  readonly hostClusters: readonly HostClusterView[];
}

export interface HostClusterView {
  /** The model, and the cluster of hosts where the fleet names any. */
  readonly title: string;
  /** What is shown, what binds and what is proven, a sentence each. */
  readonly notes: readonly string[];
  /** How full the disks of every host are: data is spread over all alike, wherever its VMs are. */
  readonly disk: Fullness;
  readonly rows: readonly HostRow[];
  readonly losses: readonly LossRow[];
  /** All VMs on the hosts left, where others have to move first; empty where they do not. */
  readonly rowsAfterMoves: readonly HostRow[];
}

/** Hosts that carry the same, with the figures of one of them. */
export interface HostRow {
  /** `3`, or `4 to 9`. */
  readonly hosts: string;
  readonly vcpu: Fullness;
  readonly memory: Fullness;
  /** What each of them carries, a line for the VMs of one pool. */
  readonly vms: readonly string[];
}

/** How full a host is, of what it offers below the threshold. */
export interface Fullness {
  readonly ratio: string;
  /** `68 of 68.4`. */
  readonly amount: string;
}

/** The loss of any one of these hosts, alone. */
export interface LossRow {
  readonly hosts: string;
  /** Without the room that is kept for an upgrade. */
  readonly vmCount: string;
  readonly outcome: string;
  /** Whether some VMs stay down. */
  readonly isLoss: boolean;
  /** Which VMs go where. */
  readonly details: readonly string[];
}

export function hostsView(plan: PlannedFleet, writer: Writer): HostsView {
  const title = planTitle(plan);
  return {
    modelId: plan.model.id,
    title,
    hostClusters: plan.infrastructure.hostClusters.map((hosts) => hostClusterView(hosts, title, writer)),
  };
}

function hostClusterView(hosts: HostClusterPlan, planTitle: string, writer: Writer): HostClusterView {
  const { name, hostCount, spareHostCount, demand, usablePerHost } = hosts;
  const { rows, losses, rowsAfterMoves, notes } = hostListOf(hosts);
  const draw = (row: HostsAlike) => rowOf(row, hosts, writer);
  const leftCount = hostCount - spareHostCount;
  return {
    title: name === null ? planTitle : `${planTitle}, ${name}`,
    notes,
    disk: fullness(demand.storageGiB / Math.max(1, hostCount), usablePerHost.storageGiB, writer),
    rows: rows.map(draw),
    losses: losses.map((loss) => lossOf(loss, rows, leftCount, writer)),
    rowsAfterMoves: rowsAfterMoves.map(draw),
  };
}

function rowOf(row: HostsAlike, { usablePerHost }: HostPlan, writer: Writer): HostRow {
  return {
    hosts: hostNumbersText(row),
    vcpu: fullness(row.vcpu, usablePerHost.vcpu, writer),
    memory: fullness(row.memoryGiB, usablePerHost.memoryGiB, writer),
    vms: row.vms.map(placedVmsText),
  };
}

function fullness(used: number, offered: number, writer: Writer): Fullness {
  return {
    ratio: writer.ratio(offered === 0 ? 0 : used / offered),
    amount: `${writer.number(used, 1)} of ${writer.number(offered, 1)}`,
  };
}

function lossOf(loss: LossesAlike, rows: readonly HostsAlike[], leftCount: number, writer: Writer): LossRow {
  const { end, restarts, down } = loss;
  const lost = rows.find((row) => isOn(row, loss.firstHostNumber));
  const vmCount = countOf(lost?.vms ?? []);
  const places = [...new Set(restarts.map(({ hostNumber }) => hostNumber))];
  const its = vmCount === 1 ? "its VM" : `all its ${writer.number(vmCount)} VMs`;
  const started = `${vmCount === 1 ? "starts" : "start"} again on ${hostsText(places)}`;
  const outcomes: Readonly<Record<typeof end, string>> = {
    restart: `${its} ${started}`,
    moves: `others move first, then ${its} find room on the ${writer.number(leftCount)} hosts left`,
    down: `${writer.number(countOf(down))} of its ${writer.number(vmCount)} VMs stay down${places.length === 0 ? "" : `; the others start again on ${hostsText(places)}`}`,
    untried: "not tried: there are too many hosts",
  };
  return {
    hosts: hostNumbersText(loss),
    vmCount: writer.number(vmCount),
    outcome: outcomes[end],
    isLoss: end === "down",
    details: [
      ...(places.length < 2 && down.length === 0
        ? []
        : places.map(
            (place) => `host ${place}: ${vmsText(restarts.filter(({ hostNumber }) => hostNumber === place))}`,
          )),
      ...(down.length === 0 ? [] : [`down: ${vmsText(down)}`]),
    ],
  };
}

function isOn({ firstHostNumber, hostCount }: HostsAlike, hostNumber: number): boolean {
  return hostNumber >= firstHostNumber && hostNumber < firstHostNumber + hostCount;
}

/** VMs, without the room that is kept for an upgrade. */
function countOf(all: readonly PlacedVms[]): number {
  return all.reduce((sum, { vmCount, isSurge }) => sum + (isSurge ? 0 : vmCount), 0);
}

function vmsText(all: readonly PlacedVms[]): string {
  return all.map(placedVmsText).join(", ");
}

/** `host 4`, `hosts 4 and 5`, `hosts 4, 5 and 6`. */
function hostsText(numbers: readonly number[]): string {
  const [last, ...before] = numbers.toReversed();
  if (before.length === 0) return `host ${last}`;
  return `hosts ${before.toReversed().join(", ")} and ${last}`;
}
