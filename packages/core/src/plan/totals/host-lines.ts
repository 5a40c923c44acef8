import { COMPUTED, type FigureLine, plainLine } from "../../base/figure.ts";
import { numberText } from "../../base/findings/format.ts";
import { type HostPlan, lowerBoundText } from "../../clusters/hosts/hosts.ts";
import type { TotalParts } from "./total-parts.ts";

/** What a host is, and how few could be enough. */
export function hostFormula({ hosts }: TotalParts): string {
  const { coreCount, memoryGiB, rawTiB } = hosts.profile;
  return `hosts of ${coreCount} cores, ${memoryGiB} GiB and ${rawTiB} TiB; ${lowerBoundText(hosts)}`;
}

export function hostLines({ hosts }: TotalParts): readonly FigureLine[] {
  return hosts.lines.hosts;
}

/** Demand × the part of a host that one unit takes, of the resource used most. */
export function usedHostLines({ hosts }: TotalParts): readonly FigureLine[] {
  const { usedBy, demand, usablePerHost, usedHostCount } = hosts;
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
} as const satisfies Readonly<Record<Exclude<HostPlan["usedBy"], "nothing">, object>>;

export function addressLines({ clusters }: TotalParts): readonly FigureLine[] {
  return clusters.map(({ name, network }) =>
    plainLine(`${name}, a subnet of /${network.subnetPrefixBitCount}`, network.addressCount, {
      ...COMPUTED,
      opens: `cluster.${name}.ipAddressCount`,
    }),
  );
}
