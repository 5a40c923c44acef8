import type { Resources } from "../../base/units.ts";
import type { ClusterPlan } from "../../clusters/clusters.ts";
import type { Tenant, TenantId } from "../../input/fleet.ts";

/** What shares are computed by, one entry a tenant. */
export interface SharingBasis {
  readonly tenants: readonly Pick<Tenant, "id" | "name" | "ref" | "shareWeight">[];
  readonly requests: ReadonlyMap<TenantId, Resources>;
}

/** A cluster as those who share costs see it. */
export interface SharingCluster extends Pick<ClusterPlan, "name" | "tenantIds" | "managedBy" | "reportsTo"> {
  readonly nodes: Pick<ClusterPlan["nodes"], "workers">;
}

/** What a cost that serves several tenants is split by. */
export interface SharingMethod<Id extends string = string> {
  readonly id: Id;
  /** Whole numbers that stand in the proportion of the shares, in the order of the tenants. @throws InputError where there are none */
  weightsOf(
    tenantIds: readonly TenantId[],
    basis: SharingBasis,
    clusters: readonly SharingCluster[],
  ): readonly bigint[];
  /** @throws InputError for what the fleet lacks for it; absent: every fleet has it */
  require?(basis: SharingBasis): void;
}
