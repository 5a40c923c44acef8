import type { ClusterRole } from "../input/catalog.ts";
import type { Edition } from "../input/edition-facts.ts";
import type { Tenant, TenantId } from "../input/fleet.ts";

/** `control-plane`: etcd and the API; `platform`: workers no tenant may use; `workload`: workers tenants share with agents. */
export type PoolRole = "control-plane" | "platform" | "workload";

/** A cluster that will exist, before anybody has counted its nodes. */
export interface ClusterBlueprint {
  readonly name: string;
  readonly role: ClusterRole;
  /** `starter`, `pro` or `ultimate`: what is installed, and what its licences cost. */
  readonly edition: Edition;
  /** Who lives in it. A management cluster has none: it serves the tenants of the clusters it manages. */
  readonly tenantIds: readonly TenantId[];
  /** Name of the cluster that manages this one. */
  readonly managedBy: string | null;
  readonly poolRoles: readonly PoolRole[];
  /** Whether it runs the provider's central stack, to which the agents of other clusters report. */
  readonly services?: "central";
  /** Name of the cluster to which its agents ship metrics and logs. */
  readonly reportsTo?: string;
}

/** Colours that models may have in pictures. Which they are, light and dark, a page says. */
export type ModelTone = "teal" | "violet" | "amber" | "blue" | "rose" | "olive";

/** A way of running a fleet: which clusters exist, in which role and edition, and who lives in them. Nothing else. */
export interface OperatingModel {
  readonly id: string;
  readonly title: string;
  /** How the model is called within a sentence. */
  readonly phrase: string;
  /** What it is, in a sentence or two for people. */
  readonly summary: string;
  /** A colour that no other model has. */
  readonly tone: ModelTone;
  /** The clusters for these tenants: each tenant lives in one of them. */
  layout(tenants: readonly Tenant[]): readonly ClusterBlueprint[];
}

/** The model itself, checked by its type where it is written. */
export function defineOperatingModel(model: OperatingModel): OperatingModel {
  return model;
}

/** The name of a tenant's own cluster; the prefix keeps it apart from every other name. */
export function clusterNameOf(tenant: Tenant): string {
  return `tenant-${tenant.id}`;
}
