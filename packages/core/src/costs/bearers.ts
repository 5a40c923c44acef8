import type { TenantId } from "../input/fleet.ts";
import type { CostPortion } from "./cost-line.ts";
import type { SharingBasis, SharingCluster, SharingMethod } from "./sharing-methods/sharing-method.ts";

/** Who bears a portion of a cost, in the order of their ids, and in which proportion. */
export interface Bearers {
  readonly tenantIds: readonly TenantId[];
  readonly weights: readonly bigint[];
  /** Id of the method; `own`: the cluster is the tenant's alone, so it bears the whole portion. */
  readonly basis: string;
}

/** Who bears each portion of costs; asked again for the same place, the answer is the same object. */
export function bearersAmong(
  clusters: readonly SharingCluster[],
  basis: SharingBasis,
  method: SharingMethod,
): (portion: CostPortion) => Bearers {
  const byName = new Map(clusters.map((cluster) => [cluster.name, cluster]));
  const known = new Map<string, Bearers>();
  return (portion) => {
    const key = placeKeyOf(portion);
    const bearers = known.get(key) ?? bearersOfPortion(portion, byName, basis, method);
    known.set(key, bearers);
    return bearers;
  };
}

/** The same for portions that the same tenants bear. Names of clusters have no spaces. */
function placeKeyOf({ clusterName, amongClusters, isForCentralStack = false }: CostPortion): string {
  if (clusterName === null) return `among ${amongClusters?.join(" ") ?? "all"}`;
  return isForCentralStack ? `stack ${clusterName}` : clusterName;
}

function bearersOfPortion(
  portion: CostPortion,
  byName: ReadonlyMap<string, SharingCluster>,
  basis: SharingBasis,
  method: SharingMethod,
): Bearers {
  const { clusterName, amongClusters } = portion;
  const [only, ...others] = byName.get(clusterName ?? "")?.tenantIds ?? [];
  if (only !== undefined && others.length === 0) return { tenantIds: [only], weights: [1n], basis: "own" };
  const clusters = [...byName.values()];
  const names = clusterName === null ? amongClusters : [clusterName];
  const served = names?.flatMap((name) => tenantsServed(name, portion, clusters)) ?? [];
  const ids = served.length === 0 ? basis.tenants.map(({ id }) => id) : [...new Set(served)];
  return sharedAmong(ids, clusters, basis, method);
}

/** Who lives in a cluster or is managed by it; with its central stack, or where it is there for nobody else, who reports to it. */
function tenantsServed(
  clusterName: string,
  { isForCentralStack = false }: Pick<CostPortion, "isForCentralStack">,
  clusters: readonly SharingCluster[],
): readonly TenantId[] {
  const idsOf = (some: readonly SharingCluster[]) => some.flatMap(({ tenantIds }) => tenantIds);
  const managed = idsOf(clusters.filter(({ name, managedBy }) => name === clusterName || managedBy === clusterName));
  if (managed.length > 0 && !isForCentralStack) return managed;
  return [...managed, ...idsOf(clusters.filter(({ reportsTo }) => reportsTo === clusterName))];
}

function sharedAmong(
  tenantIds: readonly TenantId[],
  clusters: readonly SharingCluster[],
  basis: SharingBasis,
  method: SharingMethod,
): Bearers {
  const ids = [...tenantIds].sort();
  return { tenantIds: ids, weights: method.weightsOf(ids, basis, clusters), basis: method.id };
}
