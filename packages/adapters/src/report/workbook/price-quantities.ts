import { isFlat, type PlannedFleet, type PriceBasisId, type PriceLine, type TenantId } from "@nkp-planner/core";
import type { ClustersPart } from "./clusters-sheet.ts";
import { type Counted, comesTo, sumOfCounted } from "./counted.ts";
import type { NodesPart } from "./nodes-sheet.ts";
import type { TenantsPart } from "./tenants-sheets.ts";

export interface ChargedSheets {
  readonly nodes: NodesPart;
  readonly clusters: ClustersPart;
  readonly tenants: TenantsPart;
}

/**
 * What a tenant is charged for, as a formula over the sheets' inputs; undefined where the list divides it by tiers,
 * includes a part of it, or charges for something that the sheets do not hold by tenant.
 */
export function chargedQuantity(
  tenantId: TenantId,
  { sku, quantity }: PriceLine,
  { clusters: all, context }: PlannedFleet,
  sheets: ChargedSheets,
): Counted | undefined {
  const item = context.priceList?.items.find((one) => one.sku === sku);
  if (item === undefined || !isFlat(item.tariff)) return undefined;
  const names = all.filter(({ tenantIds: [only, ...others] }) => only === tenantId && others.length === 0);
  const sum = (of: (name: string) => Counted | undefined) => sumOfCounted(names.map(({ name }) => of(name)));
  const ofBasis = Object.hasOwn(BASES, item.per) ? BASES[item.per as PriceBasisId] : undefined;
  const found = ofBasis?.(sheets, { sum, tenantId, storageClass: item.storageClass });
  return comesTo(found, quantity) ? found : undefined;
}

interface Charged {
  sum(of: (clusterName: string) => Counted | undefined): Counted | undefined;
  readonly tenantId: TenantId;
  readonly storageClass: string | null;
}

/** What the sheets hold of a basis of prices. */
const BASES: Readonly<Partial<Record<PriceBasisId, (sheets: ChargedSheets, charged: Charged) => Counted | undefined>>> =
  {
    cluster: ({ clusters }, { sum }) => sum((name) => clusters.countOf(name, "clusters")),
    node: ({ nodes }, { sum }) => sum((name) => nodes.totalOf(name, "workload", "nodes")),
    "node-vcpu": ({ nodes }, { sum }) => sum((name) => nodes.totalOf(name, "workload", "vcpu")),
    "node-memory": ({ nodes }, { sum }) => sum((name) => nodes.totalOf(name, "workload", "memoryGiB")),
    storage: ({ clusters }, { sum, storageClass }) =>
      sum((name) =>
        storageClass === null ? clusters.countOf(name, "tenantClaims") : clusters.claimsOf(name, storageClass),
      ),
    "requested-vcpu": ({ tenants }, { tenantId }) => tenants.requestedOf(tenantId).vcpu,
    "requested-memory": ({ tenants }, { tenantId }) => tenants.requestedOf(tenantId).memoryGiB,
  };
