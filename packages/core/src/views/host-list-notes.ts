import { countText, numberText } from "../base/findings/format.ts";
import type { HostLoad, PlacedVms } from "../clusters/hosts/host-loads.ts";
import type { LossEnd } from "../clusters/hosts/host-losses.ts";
import type { HostPlacement } from "../clusters/hosts/host-placement.ts";
import { type HostPlan, lowerBoundText } from "../clusters/hosts/hosts.ts";
import type { HostClusterPlan } from "../clusters/hosts/infrastructure.ts";
import { poolOfVms, setOf, type VmGroup } from "../clusters/hosts/vm-group.ts";

/** The hosts of one site, with how many sites have them; absent: one. */
export type PlacedHosts = HostPlan & Partial<Pick<HostClusterPlan, "siteCount">>;

/** What the list shows, what it proves, and what it leaves out. */
export function hostListNotes(
  hosts: PlacedHosts,
  { loads, losses }: Pick<HostPlacement, "loads" | "losses">,
): readonly string[] {
  const { hostCount, isPacked, boundBy, usablePerHost, upgrades } = hosts;
  if (hostCount === 0) return ["There are no hosts: there is nothing to place."];
  const bound = `${countText(hostCount, "hosts")}: ${boundBy} binds; ${lowerBoundText(hosts)}.`;
  if (!isPacked) return [bound];
  return [
    bound,
    ...(hosts.siteCount === 2 ? [SECOND_SITE] : []),
    `VMs may take ${numberText(usablePerHost.vcpu)} vCPU and ${numberText(usablePerHost.memoryGiB)} GiB${usablePerHost.gpuCount === undefined ? "" : ` and ${countText(usablePerHost.gpuCount, "GPUs")}`} of each host. This is one placement of several that hold; data lies on all hosts together and is not listed.`,
    ...(upgrades.length > 1 ? [upgradesNote(upgrades)] : []),
    ...lossNotes(hosts, { loads, losses }),
    ...togetherNotes(loads),
  ];
}

const SECOND_SITE =
  "Stretched: as many hosts again, at the second site, take everything when this site is lost; they are not listed.";

function upgradesNote(upgrades: readonly VmGroup[]): string {
  const named = upgrades.map(
    ({ vcpu, memoryGiB, ...group }) =>
      `${group.clusterName} ${poolOfVms(group)} ${numberText(vcpu)}/${numberText(memoryGiB)}`,
  );
  return `Room is kept for one upgrade at a time, and shown for the first of these; for each other one there is a placement like this: ${named.join(", ")}.`;
}

/** What becomes of a host that fails, whichever it is. */
function lossNotes(hosts: HostPlan, { loads, losses }: Pick<HostPlacement, "loads" | "losses">): readonly string[] {
  const { hostCount, spareHostCount } = hosts;
  const emptyCount = hostCount - loads.length;
  const has = (asked: LossEnd) => losses.some(({ end }) => end === asked);
  const left = countText(hostCount - spareHostCount, "hosts");
  const notes: string[] = [];
  if (has("untried")) notes.push("There are so many hosts that not every loss was tried.");
  if (spareHostCount === 0) return [...notes, noSpareNote(losses.map(({ down }) => vmCountOf(down)))];
  if (emptyCount >= spareHostCount)
    notes.push(
      `Left empty: ${countText(emptyCount, "hosts")}. The VMs of as many that fail start again there, whichever fail.`,
    );
  else if (has("moves") || spareHostCount > 1)
    notes.push(
      `Where the VMs of ${spareHostCount === 1 ? "a lost host" : `up to ${spareHostCount} lost hosts`} do not all find room on the others as they stand, others have to move first: a placement of all VMs on the ${left} left was found, and is listed below.`,
    );
  else if (!has("untried"))
    notes.push(
      "Whichever one host fails, all its VMs start again on the others as these stand, proven by placing them.",
    );
  return notes;
}

function noSpareNote(downCounts: readonly number[]): string {
  const most = downCounts.reduce((sum, count) => Math.max(sum, count), 0);
  return most === 0
    ? "No host is spare, and yet the VMs of any one that fails find room on the others; room for an upgrade that lay on it may be lost."
    : `No host is spare: when one fails, up to ${countText(most, "VMs")} stay down until it is back.`;
}

/** The pool of workers of which one host carries the largest part; none where every node has a host of its own. */
function togetherNotes(loads: readonly HostLoad[]): readonly string[] {
  const isWorker = ({ role, isSurge }: PlacedVms) => !isSurge && (role === "workload" || role === "platform");
  const totals = new Map<string, number>();
  for (const vms of loads.flatMap((load) => load.vms).filter(isWorker))
    totals.set(setOf(vms), (totals.get(setOf(vms)) ?? 0) + vms.vmCount);
  let worst = { share: 0, vmCount: 0, text: "" };
  for (const [index, load] of loads.entries())
    for (const vms of load.vms.filter(isWorker)) {
      const total = totals.get(setOf(vms)) ?? 0;
      const share = vms.vmCount / total;
      const isWorse = share > worst.share || (share === worst.share && vms.vmCount > worst.vmCount);
      if (vms.vmCount > 1 && isWorse)
        worst = {
          share,
          vmCount: vms.vmCount,
          text: `host ${index + 1} takes ${vms.vmCount} of ${countText(total, "nodes")} of ${vms.clusterName} ${poolOfVms(vms)}`,
        };
    }
  if (worst.share === 0) return [];
  return [
    `Control plane nodes of a cluster are kept apart, workers are not: the loss of ${worst.text} with it, until they start again.`,
  ];
}

function vmCountOf(all: readonly PlacedVms[]): number {
  return all.reduce((sum, { vmCount }) => sum + vmCount, 0);
}
