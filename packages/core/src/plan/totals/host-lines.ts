import { COMPUTED, type FigureLine, plainLine } from "../../base/figure.ts";
import { numberText } from "../../base/findings/format.ts";
import { type HostPlan, lowerBoundText } from "../../clusters/hosts/hosts.ts";
import type { HostClusterPlan } from "../../clusters/hosts/infrastructure.ts";
import type { TotalParts } from "./total-parts.ts";

type HostClusters = Pick<TotalParts, "hostClusters">;

/** What a host is, and how few could be enough. */
export function hostFormula({ hostClusters }: HostClusters): string {
  const texts = hostClusters.map((hosts) => {
    const { coreCount, memoryGiB, rawTiB } = hosts.profile;
    return `${of(hosts)}hosts of ${coreCount} cores, ${memoryGiB} GiB and ${rawTiB} TiB; ${lowerBoundText(hosts)}`;
  });
  return texts.join("; ");
}

/** `gold: `, where the fleet names clusters of hosts. */
function of({ name }: HostClusterPlan): string {
  return name === null ? "" : `${name}: `;
}

/** Lines of each cluster of hosts, with its name where the fleet names it. */
export function linesOfHosts<Line extends { readonly label: string }>(
  { hostClusters }: HostClusters,
  linesOf: (hosts: HostClusterPlan) => readonly Line[],
): readonly Line[] {
  return hostClusters.flatMap((hosts) =>
    linesOf(hosts).map((line) => (hosts.name === null ? line : { ...line, label: `${of(hosts)}${line.label}` })),
  );
}

/** Hosts under all clusters, with what each bound asks for. */
export function hostLines(parts: HostClusters): readonly FigureLine[] {
  return linesOfHosts(parts, linesAtSites);
}

/** A stretched cluster's hosts are there once more. */
function linesAtSites({ lines, hostCount, siteCount }: HostClusterPlan): readonly FigureLine[] {
  if (siteCount === 1) return lines.hosts;
  return [...lines.hosts, plainLine("As many at the second site", hostCount, { ...COMPUTED, quantityUnit: "hosts" })];
}

/** Demand × the part of a host that one unit takes, of the resource used most. */
export function usedHostLines(parts: HostClusters): readonly FigureLine[] {
  return linesOfHosts(parts, usedLines);
}

function usedLines({
  usedBy,
  demand,
  usablePerHost,
  usedHostCount,
  siteCount,
}: HostClusterPlan): readonly FigureLine[] {
  if (usedBy === "nothing") return [];
  const { field, unit, title, opens, limit } = MEASURES[usedBy];
  const offered = usablePerHost[field] ?? 0;
  const sites = siteCount === 1 ? "" : "at each of two sites ";
  return [
    {
      ...COMPUTED,
      label: `Demand for ${title}, of which hosts have the least`,
      quantity: demand[field] ?? 0,
      quantityUnit: unit,
      rate: siteCount / offered,
      rateUnit: `hosts per ${unit}`,
      value: siteCount * usedHostCount,
      ...(limit === undefined
        ? { note: `${sites}one host has ${numberText(offered)}; --set host-gpus says so` }
        : { note: `${sites}one host offers ${numberText(offered, 1)} ${unit}; ${limit} opens it`, opens }),
    },
  ];
}

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
  gpu: { field: "gpuCount", unit: "GPUs", title: "GPUs", opens: undefined, limit: undefined },
} as const satisfies Readonly<Record<Exclude<HostPlan["usedBy"], "nothing">, object>>;

/** IP addresses that every cluster takes of its subnet. */
export function addressLines({ clusters }: TotalParts): readonly FigureLine[] {
  return clusters.map(({ name, network }) =>
    plainLine(`${name}, a subnet of /${network.subnetPrefixBitCount}`, network.addressCount, {
      ...COMPUTED,
      opens: `cluster.${name}.ipAddressCount`,
    }),
  );
}
