import type { Edition } from "../input/edition-facts.ts";
import type { Tenant } from "../input/fleet.ts";
import { type ClusterBlueprint, clusterNameOf } from "./operating-model.ts";

const MANAGEMENT = "management";

/** A cluster for each tenant, which manages itself. */
export function oneEach(edition: Edition, tenants: readonly Tenant[]): readonly ClusterBlueprint[] {
  return tenants.map((tenant) => ({
    name: clusterNameOf(tenant),
    role: "self-managed",
    edition,
    tenantIds: [tenant.id],
    managedBy: null,
    poolRoles: ["control-plane", "workload"],
  }));
}

/** One management cluster that no tenant lives in, and under it a cluster for each tenant. */
export function underOnePlane(edition: Edition, tenants: readonly Tenant[]): readonly ClusterBlueprint[] {
  if (tenants.length === 0) return [];
  return [
    {
      name: MANAGEMENT,
      role: "management",
      edition,
      tenantIds: [],
      managedBy: null,
      poolRoles: ["control-plane", "platform"],
    },
    ...tenants.map(
      (tenant): ClusterBlueprint => ({
        name: clusterNameOf(tenant),
        role: "attached",
        edition,
        tenantIds: [tenant.id],
        managedBy: MANAGEMENT,
        poolRoles: ["control-plane", "workload"],
      }),
    ),
  ];
}
