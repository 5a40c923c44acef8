import type { PlatformCatalog } from "../../input/catalog.ts";
import { evidenceOf } from "../../input/evidence.ts";
import { type Evidence, type NumberLine, quantityLine, tidy } from "../../input/number-line.ts";
import { type Choices, choiceOf, type HostProfile, numberOf } from "../../input/parameters.ts";
import { type HostResourceLines, type HostResources, hostCapacityOf } from "../host-capacity/host-capacity.ts";
import { type HostStorage, hostStorageOf } from "../host-capacity/host-storage.ts";
import { countHosts, type HostBound, type HostCount } from "./host-count.ts";
import { hostDemandOf } from "./host-demand.ts";
import { surgesOf, type VmGroup } from "./vm-group.ts";

export interface HostContext {
  readonly catalog: Pick<PlatformCatalog, "storageSchemes">;
  readonly choices: Choices;
  readonly hostProfile: HostProfile;
  /** Where the host's sizes come from; absent: from what is assumed of all hosts. */
  readonly hostEvidence?: Evidence;
  /** false: the fleet does not run as asked anyway, so that sums and bounds are enough; true where it is not said. */
  readonly isPacked?: boolean;
  /** true: what each host carries is not asked for, and left empty. */
  readonly isForCount?: boolean;
}

/** Hosts under a fleet: how many, why, and what each of them carries. */
export interface HostPlan extends HostCount {
  readonly profile: HostProfile;
  /** Hosts that may fail at once with every VM running. */
  readonly spareHostCount: number;
  /** What one host offers after the controller VM and the thresholds. */
  readonly usablePerHost: HostResources;
  readonly demand: HostResources;
  /** Demand over what the hosts left after a failure offer; 1 is full. */
  readonly utilisation: {
    readonly cpuRatio: number;
    readonly memoryRatio: number;
    readonly storageRatio: number;
    /** Absent: no VM has a GPU. */
    readonly gpuRatio?: number;
  };
  /** How many hosts' worth the fleet uses of the resource it uses most of: its part of hosts shared with others. */
  readonly usedHostCount: number;
  readonly usedBy: "cpu" | "memory" | "storage" | "gpu" | "nothing";
  readonly lines: {
    readonly usablePerHost: HostResourceLines;
    readonly demand: HostResourceLines;
    /** Their sum is the number of hosts. */
    readonly hosts: readonly NumberLine[];
  };
  /** The upgrades that hosts keep room for, one at a time; `loads` has the room for the first. */
  readonly upgrades: readonly VmGroup[];
  /** VMs that no host has room for: left out of all counts. */
  readonly vmsTooLarge: readonly VmGroup[];
  /** Hosts that may fail at once without loss of data; null: not said. */
  readonly failuresToleratedCount: number | null;
}

/**
 * Places VMs on AHV hosts and counts the hosts: see `countHosts`. VMs larger than a host are left out of the counts,
 * and named.
 * @param claimsGiB volume claims of all clusters, before any copies
 */
export function placeOnHosts(groups: readonly VmGroup[], claimsGiB: number, context: HostContext): HostPlan {
  const { choices, hostProfile, hostEvidence, isPacked = true, isForCount = false } = context;
  const storage = hostStorageOf(context);
  const capacity = hostCapacityOf(hostProfile, storage, choices, hostEvidence);
  const present = groups.filter(({ vmCount }) => vmCount > 0);
  const hasGpus = present.some(({ gpuCount = 0 }) => gpuCount > 0);
  const usable = hasGpus ? { ...capacity.usable, gpuCount: numberOf(choices, "host-gpus") } : capacity.usable;
  const fitting = present.filter((group) => fits(group, usable));
  const surges = surgesOf(fitting, numberOf(choices, "simultaneous-upgrades"));
  const { demand, lines } = hostDemandOf(fitting, surges, claimsGiB, storage, choices);
  const spareHostCount = numberOf(choices, "host-spare");
  const rules = { spareHostCount, minimumHostCount: storage.minimumHostCount, isPacked, isForCount };
  const count = countHosts(fitting, surges, demand, usable, rules);
  const used = usedHosts(demand, usable);
  const leftHostCount = Math.max(0, count.hostCount - spareHostCount);
  return {
    ...count,
    profile: hostProfile,
    spareHostCount,
    usablePerHost: usable,
    demand,
    utilisation: {
      cpuRatio: shareOf(used.cpu, leftHostCount),
      memoryRatio: shareOf(used.memory, leftHostCount),
      storageRatio: shareOf(used.storage, leftHostCount),
      ...(hasGpus ? { gpuRatio: shareOf(used.gpu, leftHostCount) } : {}),
    },
    ...mostUsed(used),
    lines: { usablePerHost: capacity.lines, demand: lines, hosts: hostLines(count, storage, choices) },
    upgrades: surges,
    vmsTooLarge: present.filter((group) => !fits(group, usable)),
    failuresToleratedCount: storage.failuresToleratedCount,
  };
}

/** What is proven of the number of hosts, as a part of a sentence. */
export function lowerBoundText({ lowerBoundHostCount, isPacked }: HostCount): string {
  const bound = `no placement has fewer than ${lowerBoundHostCount}`;
  return isPacked ? bound : `VMs are not placed, as the fleet does not run as asked: by sums and bounds alone ${bound}`;
}

function fits({ vcpu, memoryGiB, gpuCount = 0 }: VmGroup, usable: HostResources): boolean {
  return vcpu <= usable.vcpu && memoryGiB <= usable.memoryGiB && gpuCount <= (usable.gpuCount ?? 0);
}

/** Hosts' worth of each resource, not rounded up: demand ÷ what one host offers. */
function usedHosts(demand: HostResources, usable: HostResources) {
  return {
    cpu: shareOf(demand.vcpu, usable.vcpu),
    memory: shareOf(demand.memoryGiB, usable.memoryGiB),
    storage: shareOf(demand.storageGiB, usable.storageGiB),
    gpu: shareOf(demand.gpuCount ?? 0, usable.gpuCount ?? 0),
  };
}

function shareOf(part: number, whole: number): number {
  return part === 0 ? 0 : tidy(part / whole);
}

function mostUsed(used: ReturnType<typeof usedHosts>) {
  const resources = ["cpu", "memory", "storage", "gpu"] as const;
  return resources.reduce<Pick<HostPlan, "usedHostCount" | "usedBy">>(
    (most, one) => (used[one] > most.usedHostCount ? { usedHostCount: used[one], usedBy: one } : most),
    { usedHostCount: 0, usedBy: "nothing" },
  );
}

const COMPUTED = { confidence: "computed", sources: [] } as const;

const BOUND_TITLES: Readonly<Record<HostBound, string>> = {
  nothing: "Hosts",
  cpu: "Hosts for vCPU",
  memory: "Hosts for memory",
  storage: "Hosts for storage",
  gpu: "Hosts for GPUs",
  packing: "Hosts for VMs that cannot be split",
  separation: "More, so that VMs that stand for each other are apart",
  minimum: "More, the least that keeps data so",
};

/** Hosts for what asks for most of them, spare ones, and what is added to reach a minimum. */
function hostLines(count: HostCount, storage: HostStorage, choices: Choices): readonly NumberLine[] {
  const needs: readonly (readonly [HostBound, number])[] = [
    ["cpu", count.cpuHostCount],
    ["memory", count.memoryHostCount],
    ["storage", count.storageHostCount],
    ["gpu", count.gpuHostCount],
    ["packing", count.packingHostCount],
  ];
  const [need, needed] = needs.reduce((most, one) => (one[1] > most[1] ? one : most), ["nothing", 0] as const);
  if (needed === 0) return [];
  const spare = numberOf(choices, "host-spare");
  const added = count.hostCount - needed - spare;
  const evidence = count.boundBy === "minimum" ? storage.schemeEvidence : COMPUTED;
  return [
    quantityLine(BOUND_TITLES[need], [needed, "hosts"], COMPUTED),
    quantityLine("Spare hosts", [spare, "hosts"], evidenceOf(choiceOf(choices, "host-spare"))),
    ...(added === 0 ? [] : [quantityLine(BOUND_TITLES[count.boundBy], [added, "hosts"], evidence)]),
  ];
}
