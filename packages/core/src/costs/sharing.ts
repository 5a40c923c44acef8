import { addMoney, allocateMoney, type Money } from "../base/money.ts";
import type { ClusterPlan } from "../clusters/clusters.ts";
import type { TenantId } from "../input/fleet.ts";
import { type Bearers, bearersAmong, homesIn } from "./bearers.ts";
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
  const bearersOf = bearersAmong(homesIn(clusters), basis, method);
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

function split(portion: CostPortion, { tenantIds, weights, basis }: Bearers): Split {
  const parts = allocateMoney(portion.amount, weights);
  return { portion, basis, shares: tenantIds.map((tenantId, index) => ({ tenantId, amount: parts[index] as Money })) };
}
