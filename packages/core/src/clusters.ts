import type { PlanningContext } from "./context.ts";
import { addDemand, type Demand, demandOf, NO_DEMAND } from "./demand.ts";
import { type FootprintLine, footprintOf, type NodeCounts, totalRequests } from "./footprint.ts";
import type { Tenant } from "./input.ts";
import type { ClusterBlueprint } from "./models/operating-model.ts";
import { type NodePool, poolsOf } from "./node-pools.ts";
import type { Shortfall } from "./shortfalls.ts";

/** A cluster with its nodes counted. */
export interface ClusterPlan extends ClusterBlueprint {
  /** Clusters it manages beside itself. */
  readonly managedClusterCount: number;
  readonly demand: Demand;
  readonly footprint: readonly FootprintLine[];
  readonly nodes: NodeCounts;
  readonly pools: readonly NodePool[];
  /** Volume claims of platform and tenants, before any replication below. */
  readonly platformClaimsBytes: number;
  readonly tenantClaimsBytes: number;
  /** Minor versions it may lag behind the newest and stay supported. */
  readonly supportWindowMinors: number;
  readonly shortfalls: readonly Shortfall[];
}

/** Counts the nodes of one cluster of a layout. */
export function planCluster(
  blueprint: ClusterBlueprint,
  layout: readonly ClusterBlueprint[],
  tenants: ReadonlyMap<string, Tenant>,
  context: PlanningContext,
): ClusterPlan {
  const managedClusterCount = layout.filter(({ managedBy }) => managedBy === blueprint.name).length;
  const residents = blueprint.tenantIds.flatMap((id) => tenants.get(id) ?? []);
  const demand = residents.map(demandOf).reduce(addDemand, NO_DEMAND);
  const footprint = footprintOf(blueprint, managedClusterCount, context);
  const { pools, shortfalls } = poolsOf(blueprint, demand, footprint, context);
  const countOf = (isControlPlane: boolean) =>
    pools
      .filter(({ role }) => (role === "control-plane") === isControlPlane)
      .reduce((sum, { nodeCount }) => sum + nodeCount, 0);
  const nodes = { controlPlane: countOf(true), workers: countOf(false) };
  const window = blueprint.role === "self-managed" ? "support-window-self-managed" : "support-window-attached";
  return {
    ...blueprint,
    managedClusterCount,
    demand,
    footprint,
    nodes,
    pools,
    platformClaimsBytes: totalRequests(footprint, nodes).storageBytes,
    tenantClaimsBytes: demand.requests.storageBytes,
    supportWindowMinors: context.choices.numberOf(window),
    shortfalls: [...shortfalls, ...cadenceShortfalls(blueprint, residents)],
  };
}

/** An attached cluster follows its plane, whatever its tenant prefers. */
function cadenceShortfalls({ name, role }: ClusterBlueprint, residents: readonly Tenant[]): readonly Shortfall[] {
  if (role !== "attached") return [];
  return residents
    .filter(({ upgradeCadence }) => upgradeCadence === "own")
    .map((tenant) => ({
      code: "cadence-not-own",
      severity: "unmet-wish",
      clusterName: name,
      tenantId: tenant.id,
      statement: `${tenant.name} wants its own upgrade cadence; an attached cluster follows the plane's.`,
    }));
}
