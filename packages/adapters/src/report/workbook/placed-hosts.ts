import {
  type HostClusterPlan,
  type HostLoad,
  type HostLoss,
  hostPlacementOf,
  type PlannedFleet,
} from "@nkp-planner/core";
import { type Cell, number, text } from "./cells.ts";

/** A host that carries VMs, as the sheets hold it: one line a host, whatever cluster of hosts it is of. */
export interface PlacedHost {
  readonly hosts: HostClusterPlan;
  /** Within its cluster of hosts. */
  readonly hostNumber: number;
  /** Its place among all hosts that carry VMs. */
  readonly index: number;
  readonly load: HostLoad;
  readonly loss: HostLoss;
}

/** The placement of every cluster of hosts, one after the other. */
export interface PlacedHosts {
  readonly all: readonly PlacedHost[];
  /** Clusters with hosts that carry nothing, with the number of the first of these; their lines come after all others. */
  readonly empty: readonly { readonly hosts: HostClusterPlan; readonly hostNumber: number }[];
  /** What another host of the same cluster of hosts carries, and its place among all lines. */
  beside(host: PlacedHost, hostNumber: number): { readonly load: HostLoad | null; readonly index: number };
}

export function placedHosts({ infrastructure: { hostClusters } }: PlannedFleet): PlacedHosts {
  const all = hostClusters.flatMap((hosts) => {
    const { loads, losses } = hostPlacementOf(hosts);
    return loads.map((load, at) => ({ hosts, hostNumber: at + 1, load, loss: losses[at] as HostLoss }));
  });
  const placed = all.map((one, index): PlacedHost => ({ ...one, index }));
  const carryingCountOf = (hosts: HostClusterPlan) => placed.filter((one) => one.hosts === hosts).length;
  const empty = hostClusters
    .map((hosts) => ({ hosts, hostNumber: carryingCountOf(hosts) + 1 }))
    .filter(({ hosts, hostNumber }) => hosts.isPacked && hosts.hostCount >= hostNumber);
  return {
    all: placed,
    empty,
    beside: (host, hostNumber) => {
      const index = host.index + hostNumber - host.hostNumber;
      const other = placed[index];
      if (other !== undefined && other.hosts === host.hosts) return { load: other.load, index };
      return { load: null, index: placed.length + empty.findIndex(({ hosts }) => hosts === host.hosts) };
    },
  };
}

/** `3`, or `gold 3` where the fleet names clusters of hosts. */
export function hostCell({ name }: HostClusterPlan, hostNumber: number): Cell {
  return name === null ? number(hostNumber) : text(`${name} ${hostNumber}`);
}
