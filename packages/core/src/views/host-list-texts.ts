import { countText, numberText } from "../base/findings/format.ts";
import type { PlacedVms } from "../clusters/hosts/host-loads.ts";
import { poolOfVms } from "../clusters/hosts/vm-group.ts";
import type { HostNumbers, LossesAlike } from "./host-list.ts";

/** `2 × tenant-a workload 8/32`: how many, whose, what for, vCPU and GiB of one. */
export function placedVmsText(vms: PlacedVms): string {
  const { clusterName, role, vmCount, vmVcpu, vmMemoryGiB, vmGpuCount, isSurge } = vms;
  const size = `${numberText(vmVcpu)}/${numberText(vmMemoryGiB)}${vmGpuCount === undefined ? "" : ` and ${countText(vmGpuCount, "GPUs")}`}`;
  const name = role === "prism-central" ? clusterName : `${clusterName} ${poolOfVms(vms)}`;
  return `${numberText(vmCount)} × ${name} ${size}${isSurge ? " (kept free for an upgrade)" : ""}`;
}

/** `7`, or `3 to 7`. */
export function hostNumbersText({ firstHostNumber, hostCount }: HostNumbers): string {
  const last = firstHostNumber + hostCount - 1;
  return last === firstHostNumber ? String(last) : `${firstHostNumber} to ${last}`;
}

/** VMs of a lost host, and what becomes of them. */
export interface LossLine {
  readonly vms: string;
  readonly restartOn: string;
}

/** How the loss of a host ends, a line for what goes to one host: `2 × tenant-a workload 8/32`, `host 12`. */
export function lossLines({ end, restarts, down }: LossesAlike): readonly LossLine[] {
  const hostNumbers = new Set(restarts.map(({ hostNumber }) => hostNumber));
  const [only] = hostNumbers;
  if (end === "moves" || end === "untried") return [{ vms: "all", restartOn: WITHOUT_PLACES[end] }];
  if (hostNumbers.size === 1 && down.length === 0) return [{ vms: "all", restartOn: `host ${only}` }];
  return [
    ...restarts.map((vms) => ({ vms: placedVmsText(vms), restartOn: `host ${vms.hostNumber}` })),
    ...down.map((vms) => ({ vms: placedVmsText(vms), restartOn: "none: down" })),
  ];
}

const WITHOUT_PLACES = { moves: "others move first", untried: "not tried" } as const;
