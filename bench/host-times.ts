import { examplePriceBook, planningContext } from "@nkp-planner/catalog";
import {
  type HostContext,
  hostProfileOf,
  type Infrastructure,
  operatingModels,
  parseFleet,
  placeOnHosts,
  structureOf,
  type VmGroup,
} from "@nkp-planner/core";
import { RELEASE } from "./fleets.ts";
import { figureText, printPart, tableText, timeText } from "./report.ts";
import { progress, timed } from "./timing.ts";

const VM_COUNTS = [10_000, 100_000, 1_000_000];
const QUICK_VM_COUNTS = [10_000, 100_000];
const POD_COUNTS = [200_000, 400_000, 1_000_000];
const QUICK_POD_COUNTS = [200_000];
const VMS_A_CLUSTER = 10;
const CONTROL_PLANE_NODES = 3;
const WORKERS = [
  [4, 8],
  [4, 16],
  [8, 12],
  [8, 32],
  [16, 64],
  [32, 128],
] as const;

const context = planningContext({ release: RELEASE, priceBook: examplePriceBook });
const onHosts: HostContext = { ...context, hostProfile: hostProfileOf(context.choices) };

/** One cluster of workers of one size, or clusters of ten VMs each whose workers have six sizes in turn. */
const FLEETS: Readonly<Record<string, (vmCount: number) => readonly VmGroup[]>> = {
  "one cluster": (vmCount) => clusterOf(0, vmCount),
  "clusters of ten VMs": (vmCount) =>
    Array.from({ length: vmCount / VMS_A_CLUSTER }, (_, index) => clusterOf(index, VMS_A_CLUSTER)).flat(),
};

function clusterOf(index: number, vmCount: number): readonly VmGroup[] {
  const [vcpu, memoryGiB] = WORKERS[index % WORKERS.length] as (typeof WORKERS)[number];
  const cluster = { clusterName: `cluster-${index + 1}`, diskGiB: 80, surgeCount: 1 };
  return [
    { ...cluster, role: "control-plane", vmCount: CONTROL_PLANE_NODES, vcpu: 2, memoryGiB: 8 },
    { ...cluster, role: "workload", vmCount: vmCount - CONTROL_PLANE_NODES, vcpu, memoryGiB },
  ];
}

/** How long hosts take to be counted: alike VMs are placed as one, so it should hardly grow with their number. */
export function measureHosts(isQuick: boolean): void {
  progress("placing VMs on hosts");
  for (const groupsOf of Object.values(FLEETS)) placeOnHosts(groupsOf(QUICK_VM_COUNTS[0] as number), 0, onHosts);
  const rows = Object.entries(FLEETS).flatMap(([name, groupsOf]) =>
    (isQuick ? QUICK_VM_COUNTS : VM_COUNTS).map((vmCount) => {
      const groups = groupsOf(vmCount);
      const { ms, result } = timed(() => placeOnHosts(groups, 0, onHosts));
      if (result.hostCount < result.lowerBoundHostCount) throw new Error(`${name}: fewer hosts than are proven.`);
      return [name, ...[vmCount, result.hostCount, result.lowerBoundHostCount].map(figureText), timeText(ms)];
    }),
  );
  const [model] = operatingModels;
  if (model === undefined) throw new Error("There is no operating model.");
  const plans = (isQuick ? QUICK_POD_COUNTS : POD_COUNTS).map((podCount) => {
    progress(`a tenant of ${podCount} pods`);
    const fleet = fleetOfPods(podCount);
    const { ms, result } = timed(() => structureOf(fleet, model, context));
    const { hostCount, isPacked } = result.infrastructure.hostClusters[0] as Infrastructure["hostClusters"][number];
    return [figureText(podCount), figureText(hostCount), isPacked ? "yes" : "no", timeText(ms)];
  });
  printPart(
    "8  Hosts: counted by placing whole VMs on them",
    [
      "Once each; of every host it is known which VMs it carries, so that the time of",
      "the largest is that of writing it down. A tenant of so many pods is infeasible:",
      "its hosts are counted by sums and bounds, and its nodes take the time.",
    ],
    tableText(["fleet", "VMs", "hosts", "at least", "time"], rows),
    "",
    tableText(["pods of one tenant", "hosts", "placed", "time of the plan"], plans),
  );
}

function fleetOfPods(replicas: number) {
  return parseFleet({
    apiVersion: "nkp-planner/v1",
    kind: "Fleet",
    asOf: "2026-11-23",
    release: RELEASE,
    currency: "EUR",
    tenants: [{ id: "one", workloads: [{ name: "web", replicas, requests: { cpu: "500m", memory: "1Gi" } }] }],
  });
}
