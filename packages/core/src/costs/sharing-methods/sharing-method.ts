import type { Resources } from "../../base/units.ts";
import type { Tenant, TenantId } from "../../input/fleet.ts";

/** What shares are computed by, one entry a tenant. */
export interface SharingBasis {
  readonly tenants: readonly Pick<Tenant, "id" | "name" | "ref" | "shareWeight">[];
  readonly requests: Pick<ReadonlyMap<TenantId, Resources>, "get">;
  /** How many workers the cluster has in which each lives. */
  readonly workerCounts: Pick<ReadonlyMap<TenantId, number>, "get">;
}

/** What a cost that serves several tenants is split by. */
export interface SharingMethod<Id extends string = string> {
  readonly id: Id;
  /** Whole numbers that stand in the proportion of the shares, in the order of the tenants. @throws InputError where there are none */
  weightsOf(tenantIds: readonly TenantId[], basis: SharingBasis): readonly bigint[];
  /** @throws InputError for what the fleet lacks for it; absent: every fleet has it */
  require?(basis: SharingBasis): void;
}
