import { numberText } from "../format.ts";
import { lowerBoundText } from "../hosts/hosts.ts";
import { choiceOf } from "../parameters.ts";
import type { PlannedFleet } from "../planned-fleet.ts";
import { COMPUTED, type Figure, type FigureLine, plainLine } from "./figure.ts";

/** What all clusters stand on, by id: hosts and what of them is used, addresses, nodes held back for a loss. */
export const infrastructureFigures: Readonly<Record<string, (plan: PlannedFleet) => Omit<Figure, "id">>> = {
  failureAddedNodeCount: (plan) => ({
    title: "Nodes held back so that a loss is survived",
    unit: "nodes",
    value: plan.totals.failureAddedNodeCount,
    formula: null,
    lines: heldBack(plan, () => 1),
  }),
  failureAddedVcpu: (plan) => ({
    title: "vCPU held back so that a loss is survived",
    unit: "vCPU",
    value: plan.totals.failureAddedVcpu,
    formula: null,
    lines: heldBack(plan, ({ shape }) => shape.vcpu),
  }),
  hostCount: ({ infrastructure: { hosts } }) => ({
    title: "Hosts",
    unit: "hosts",
    value: hosts.hostCount,
    formula: `hosts of ${hosts.profile.coreCount} cores, ${hosts.profile.memoryGiB} GiB and ${hosts.profile.rawTiB} TiB; ${lowerBoundText(hosts)}`,
    lines: hosts.lines.hosts,
  }),
  usedHostCount: ({ infrastructure: { hosts } }) => ({
    title: "Hosts' worth used",
    unit: "hosts",
    value: hosts.usedHostCount,
    formula: null,
    lines: usedLines(hosts),
  }),
  hostDemandVcpu: ({ infrastructure: { hosts } }) => ({
    title: "vCPU that hosts must carry",
    unit: "vCPU",
    value: hosts.demand.vcpu,
    formula: null,
    lines: hosts.lines.demand.vcpu,
  }),
  hostDemandMemoryGiB: ({ infrastructure: { hosts } }) => ({
    title: "Memory that hosts must carry",
    unit: "GiB",
    value: hosts.demand.memoryGiB,
    formula: null,
    lines: hosts.lines.demand.memoryGiB,
  }),
  hostDemandStorageGiB: ({ infrastructure: { hosts } }) => ({
    title: "Storage that hosts must carry, copies included",
    unit: "GiB",
    value: hosts.demand.storageGiB,
    formula: null,
    lines: hosts.lines.demand.storageGiB,
  }),
  usableVcpuPerHost: ({ infrastructure: { hosts } }) => ({
    title: "vCPU that one host offers",
    unit: "vCPU",
    value: hosts.usablePerHost.vcpu,
    formula: null,
    lines: hosts.lines.usablePerHost.vcpu,
  }),
  usableMemoryGiBPerHost: ({ infrastructure: { hosts } }) => ({
    title: "Memory that one host offers",
    unit: "GiB",
    value: hosts.usablePerHost.memoryGiB,
    formula: null,
    lines: hosts.lines.usablePerHost.memoryGiB,
  }),
  usableStorageGiBPerHost: ({ infrastructure: { hosts } }) => ({
    title: "Storage that one host offers",
    unit: "GiB",
    value: hosts.usablePerHost.storageGiB,
    formula: null,
    lines: hosts.lines.usablePerHost.storageGiB,
  }),
  ipAddressCount: (plan) => ({
    title: "IP addresses",
    unit: "addresses",
    value: plan.totals.ipAddressCount,
    formula: null,
    lines: plan.clusters.map(({ name, network }) =>
      plainLine(`${name}, a subnet of /${network.subnetPrefixBitCount}`, network.addressCount, {
        ...COMPUTED,
        opens: `cluster.${name}.ipAddressCount`,
      }),
    ),
  }),
};

const MEASURES = {
  cpu: { field: "vcpu", unit: "vCPU", title: "vCPU", opens: "hostDemandVcpu", limit: "usableVcpuPerHost" },
  memory: {
    field: "memoryGiB",
    unit: "GiB",
    title: "memory",
    opens: "hostDemandMemoryGiB",
    limit: "usableMemoryGiBPerHost",
  },
  storage: {
    field: "storageGiB",
    unit: "GiB",
    title: "storage",
    opens: "hostDemandStorageGiB",
    limit: "usableStorageGiBPerHost",
  },
} as const;

/** Demand × the part of a host that one unit takes, of the resource used most. */
function usedLines({
  usedBy,
  demand,
  usablePerHost,
  usedHostCount,
}: PlannedFleet["infrastructure"]["hosts"]): readonly FigureLine[] {
  if (usedBy === "nothing") return [];
  const { field, unit, title, opens, limit } = MEASURES[usedBy];
  return [
    {
      ...COMPUTED,
      label: `Demand for ${title}, of which hosts have the least`,
      quantity: demand[field],
      quantityUnit: unit,
      rate: 1 / usablePerHost[field],
      rateUnit: `hosts per ${unit}`,
      value: usedHostCount,
      note: `one host offers ${numberText(usablePerHost[field], 1)} ${unit}; ${limit} opens it`,
      opens,
    },
  ];
}

type Pool = PlannedFleet["clusters"][number]["pools"][number];

function heldBack({ clusters, context }: PlannedFleet, each: (pool: Pool) => number) {
  const { confidence, sources, title } = choiceOf(context.choices, "loss-survived");
  return clusters.flatMap((cluster) =>
    cluster.pools
      .filter(({ failureAddedNodeCount }) => failureAddedNodeCount > 0)
      .map((pool) =>
        plainLine(`${cluster.name}, ${pool.role}`, pool.failureAddedNodeCount * each(pool), {
          confidence,
          sources,
          note: title,
          opens: `cluster.${cluster.name}.workerNodeCount`,
        }),
      ),
  );
}
