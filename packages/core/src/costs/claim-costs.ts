import type { SourceId } from "../base/provenance.ts";
import { gibOf } from "../base/units.ts";
import type { ClusterPlan } from "../clusters/clusters.ts";
import { hasRate, storageRateOf } from "../prices/price-book.ts";
import type { PricedContext } from "../prices/priced-context.ts";
import type { Bill, Use } from "./billing.ts";
import { ALL_OVERHEAD, ALL_WORKLOAD, type CostLine } from "./cost-line.ts";

/** The classes of volumes that clusters claim, as the bill lists them; null: those without one. */
export function classesClaimed(clusters: readonly ClusterPlan[]): readonly (string | null)[] {
  return [
    ...new Set([null, ...clusters.flatMap(({ demand }) => demand.claims.map(({ storageClass }) => storageClass))]),
  ];
}

/** What volume claims cost, by class; nothing where hosts are priced, which hold the data. */
export function claimCosts(
  clusters: readonly ClusterPlan[],
  classes: readonly (string | null)[],
  { priceBook }: PricedContext,
  bill: Bill,
): readonly CostLine[] {
  if (hasRate(priceBook, "host")) return [];
  return classes.flatMap((storageClass) =>
    bill(storageRateOf(priceBook, storageClass), () => [
      ...(storageClass === null ? clusters.map(platformClaims) : []),
      ...clusters.map((cluster) => tenantClaims(cluster, storageClass)),
    ]),
  );
}

function platformClaims(cluster: ClusterPlan): Use {
  return {
    clusterName: cluster.name,
    poolName: null,
    label: "volume claims of the platform",
    quantity: gibOf(cluster.platformClaimsBytes),
    weights: ALL_OVERHEAD,
    confidence: "derived-manifest",
    sources: sourcesOfClaims(cluster),
    note: undefined,
  };
}

function tenantClaims({ name, demand }: ClusterPlan, storageClass: string | null): Use {
  return {
    clusterName: name,
    poolName: null,
    label: `volume claims of tenants${storageClass === null ? "" : `, class ${storageClass}`}`,
    quantity: gibOf(demand.claims.find((one) => one.storageClass === storageClass)?.claimedBytes ?? 0),
    weights: ALL_WORKLOAD,
    confidence: "user",
    sources: [],
    note: undefined,
  };
}

function sourcesOfClaims({ footprint }: ClusterPlan): readonly SourceId[] {
  return [
    ...new Set(footprint.filter(({ requestsEach }) => requestsEach.storageBytes > 0).flatMap(({ sources }) => sources)),
  ];
}
