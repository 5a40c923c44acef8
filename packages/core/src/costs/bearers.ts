import type { ClusterPlan } from "../clusters/clusters.ts";
import type { TenantId } from "../input/fleet.ts";
import type { CostPortion } from "./cost-line.ts";
import type { SharingBasis, SharingMethod } from "./sharing-methods/sharing-method.ts";

/** Who bears a portion of a cost, in the order of their ids, and in which proportion. */
export interface Bearers {
  readonly tenantIds: readonly TenantId[];
  readonly weights: readonly bigint[];
  /** Id of the method; `own`: the cluster is the tenant's alone, so it bears the whole portion. */
  readonly basis: string;
}

/** Who lives where. */
export interface Homes {
  inCluster(clusterName: string): readonly TenantId[];
  /** In the clusters that it manages. */
  managedBy(clusterName: string): readonly TenantId[];
  /** In the clusters that report to it. */
  reportingTo(clusterName: string): readonly TenantId[];
}

const NOBODY: readonly TenantId[] = [];

/** Who lives in some clusters. */
export function homesIn(
  clusters: readonly Pick<ClusterPlan, "name" | "tenantIds" | "managedBy" | "reportsTo">[],
): Homes {
  const [living, managed, reporting] = [new Map(), new Map(), new Map()] as [Living, Living, Living];
  for (const { name, tenantIds, managedBy, reportsTo } of clusters) {
    living.set(name, [...tenantIds]);
    if (managedBy !== null) addTo(managed, managedBy, tenantIds);
    if (reportsTo !== undefined) addTo(reporting, reportsTo, tenantIds);
  }
  return {
    inCluster: (name) => living.get(name) ?? NOBODY,
    managedBy: (name) => managed.get(name) ?? NOBODY,
    reportingTo: (name) => reporting.get(name) ?? NOBODY,
  };
}

type Living = Map<string, TenantId[]>;

function addTo(all: Living, name: string, tenantIds: readonly TenantId[]): void {
  const here = all.get(name);
  if (here === undefined) all.set(name, [...tenantIds]);
  else here.push(...tenantIds);
}

/** Who bears each portion of costs; asked again for the same place, the answer is the same object. */
export function bearersAmong(
  homes: Homes,
  basis: SharingBasis,
  method: SharingMethod,
): (portion: CostPortion) => Bearers {
  const known = new Map<string, Bearers>();
  return (portion) => {
    const key = placeKeyOf(portion);
    const bearers = known.get(key) ?? bearersOfPortion(portion, homes, basis, method);
    known.set(key, bearers);
    return bearers;
  };
}

/** The same for portions that the same tenants bear. Names of clusters have no spaces. */
export function placeKeyOf({ clusterName, amongClusters, isForCentralStack = false }: CostPortion): string {
  if (clusterName === null) return `among ${amongClusters?.join(" ") ?? "all"}`;
  return isForCentralStack ? `stack ${clusterName}` : clusterName;
}

function bearersOfPortion(portion: CostPortion, homes: Homes, basis: SharingBasis, method: SharingMethod): Bearers {
  const { clusterName, amongClusters } = portion;
  const [only, ...others] = clusterName === null ? NOBODY : homes.inCluster(clusterName);
  if (only !== undefined && others.length === 0) return { tenantIds: [only], weights: [1n], basis: "own" };
  const names = clusterName === null ? amongClusters : [clusterName];
  const served = names?.flatMap((name) => tenantsServed(name, portion, homes)) ?? NOBODY;
  const ids = served.length === 0 ? basis.tenants.map(({ id }) => id) : [...new Set(served)];
  const tenantIds = ids.sort();
  return { tenantIds, weights: method.weightsOf(tenantIds, basis), basis: method.id };
}

/** Who lives in a cluster or is managed by it; with its central stack, or where it is there for nobody else, who reports to it. */
function tenantsServed(
  clusterName: string,
  { isForCentralStack = false }: Pick<CostPortion, "isForCentralStack">,
  homes: Homes,
): readonly TenantId[] {
  const managed = [...homes.inCluster(clusterName), ...homes.managedBy(clusterName)];
  return managed.length > 0 && !isForCentralStack ? managed : [...managed, ...homes.reportingTo(clusterName)];
}
