import type { ClusterPlan } from "../clusters/clusters.ts";
import { hostClustersOf, type PlacedFleet, vmGroupsOf } from "../clusters/hosts/host-clusters.ts";
import { type VmsOfHosts, vmsOf } from "./vm-kinds.ts";

/** What clusters have on each cluster of hosts, by its name; the name is empty where the fleet names none. */
export function vmsByHosts(fleet: PlacedFleet, clusters: readonly ClusterPlan[]): Readonly<Record<string, VmsOfHosts>> {
  const homeOf = hostClustersOf(fleet);
  const homes = new Map<string, ClusterPlan[]>();
  for (const cluster of clusters) {
    const home = homeOf(cluster.tenantIds) ?? "";
    const here = homes.get(home);
    if (here === undefined) homes.set(home, [cluster]);
    else here.push(cluster);
  }
  const claimsOf = (all: readonly ClusterPlan[]) =>
    all.reduce((sum, { platformClaimsBytes, tenantClaimsBytes }) => sum + platformClaimsBytes + tenantClaimsBytes, 0);
  return Object.fromEntries([...homes].map(([home, all]) => [home, vmsOf(all.flatMap(vmGroupsOf), claimsOf(all))]));
}
