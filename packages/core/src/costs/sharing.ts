import { addMoney, allocateMoney, type Money } from "../base/money.ts";
import type { ClusterPlan } from "../clusters/clusters.ts";
import type { TenantId } from "../input/fleet.ts";
import type { CostLine, CostPortion } from "./cost-line.ts";
import type { SharingBasis, SharingMethod } from "./sharing-methods/sharing-method.ts";

/** A portion of a line with what each tenant bears of it; the shares sum to the portion exactly. */
export interface Split {
  readonly portion: CostPortion;
  /** Id of the method; `own`: the cluster is the tenant's alone, so it bears the whole portion. */
  readonly basis: string;
  /** In the order of the tenants' ids. */
  readonly shares: readonly Share[];
}

/** What one tenant bears. */
export interface Share {
  readonly tenantId: TenantId;
  readonly amount: Money;
}

/** A cost line with what each tenant bears of it; the shares sum to the line exactly. */
export interface SharedLine {
  readonly line: CostLine;
  readonly splits: readonly Split[];
}

/**
 * Gives every cost line to tenants. What arises in a tenant's own cluster is that tenant's. What arises in a cluster that
 * serves several is shared by the tenants who live there or whose clusters it manages; its central stack by those who
 * report to it as well. What belongs to no cluster is shared by all, or by the tenants of the clusters it is for. Tenants
 * are taken in the order of their ids, so that the cent that does not divide falls to the same one however the fleet is
 * written.
 * @throws InputError where the method needs what a tenant has not, as weights
 */
export function shareCosts(
  lines: readonly CostLine[],
  clusters: readonly ClusterPlan[],
  basis: SharingBasis,
  method: SharingMethod,
): readonly SharedLine[] {
  method.require?.(basis);
  const byName = new Map(clusters.map((cluster) => [cluster.name, cluster]));
  const known = new Map<string, Bearers>();
  const bearersOf = (portion: CostPortion) => {
    const key = placeKeyOf(portion);
    const bearers = known.get(key) ?? bearersOfPortion(portion, byName, basis, method);
    known.set(key, bearers);
    return bearers;
  };
  return lines.map((line) => {
    const [only, ...others] = line.portions;
    const owner = only === undefined || others.length > 0 ? undefined : ownerOf(bearersOf(only));
    if (owner !== undefined) return ownLine(line, owner);
    return { line, splits: line.portions.map((portion) => split(portion, bearersOf(portion))) };
  });
}

function ownerOf({ basis, tenantIds }: Bearers): TenantId | undefined {
  return basis === "own" ? tenantIds[0] : undefined;
}

/** Lines that one tenant bears whole, known as long as somebody has the line: most are, and the same in plan after plan. */
const ownLines = new WeakMap<CostLine, SharedLine>();

function ownLine(line: CostLine, tenantId: TenantId): SharedLine {
  const known = ownLines.get(line);
  if (known?.splits[0]?.shares[0]?.tenantId === tenantId) return known;
  const bearers: Bearers = { tenantIds: [tenantId], weights: [1n], basis: "own" };
  const shared = { line, splits: line.portions.map((portion) => split(portion, bearers)) };
  ownLines.set(line, shared);
  return shared;
}

/** What a tenant bears of a portion; undefined where it is not among those who share it. */
export function shareOf(shares: readonly Share[], tenantId: TenantId): Money | undefined {
  let [low, high] = [0, shares.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((shares[middle] as Share).tenantId < tenantId) low = middle + 1;
    else high = middle;
  }
  const found = shares[low];
  return found?.tenantId === tenantId ? found.amount : undefined;
}

/** What a tenant bears of a line, by whether it arises in its own cluster; null where it bears nothing of that kind. */
export function sharesOf(
  { splits }: SharedLine,
  tenantId: TenantId,
): { readonly own: Money | null; readonly shared: Money | null } {
  const sumOf = (isOwn: boolean) =>
    splits
      .filter(({ basis }) => (basis === "own") === isOwn)
      .flatMap(({ shares }) => shareOf(shares, tenantId) ?? [])
      .reduce<Money | null>((sum, share) => (sum === null ? share : addMoney(sum, share)), null);
  return { own: sumOf(true), shared: sumOf(false) };
}

interface Bearers {
  readonly tenantIds: readonly TenantId[];
  readonly weights: readonly bigint[];
  readonly basis: Split["basis"];
}

function split(portion: CostPortion, { tenantIds, weights, basis }: Bearers): Split {
  const parts = allocateMoney(portion.amount, weights);
  return { portion, basis, shares: tenantIds.map((tenantId, index) => ({ tenantId, amount: parts[index] as Money })) };
}

/** The same for portions that the same tenants bear. Names of clusters have no spaces. */
function placeKeyOf({ clusterName, amongClusters, isForCentralStack = false }: CostPortion): string {
  if (clusterName === null) return `among ${amongClusters?.join(" ") ?? "all"}`;
  return isForCentralStack ? `stack ${clusterName}` : clusterName;
}

function bearersOfPortion(
  portion: CostPortion,
  byName: ReadonlyMap<string, ClusterPlan>,
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
  clusters: readonly ClusterPlan[],
): readonly TenantId[] {
  const idsOf = (some: readonly ClusterPlan[]) => some.flatMap(({ tenantIds }) => tenantIds);
  const managed = idsOf(clusters.filter(({ name, managedBy }) => name === clusterName || managedBy === clusterName));
  if (managed.length > 0 && !isForCentralStack) return managed;
  return [...managed, ...idsOf(clusters.filter(({ reportsTo }) => reportsTo === clusterName))];
}

function sharedAmong(
  tenantIds: readonly TenantId[],
  clusters: readonly ClusterPlan[],
  basis: SharingBasis,
  method: SharingMethod,
): Bearers {
  const ids = [...tenantIds].sort();
  return { tenantIds: ids, weights: method.weightsOf(ids, basis, clusters), basis: method.id };
}
