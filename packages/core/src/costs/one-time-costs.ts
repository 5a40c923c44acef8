import type { ClusterPlan } from "../clusters.ts";
import type { PlanningContext } from "../context.ts";
import { findRate } from "../prices/price-book.ts";
import { kindsBilled } from "../prices/price-kinds.ts";
import { billed, type Use } from "./billing.ts";
import { ALL_WORKLOAD, type CostLine } from "./cost-line.ts";

/** What taking on each tenant costs once: the price book's fees a tenant, and hours at the rate of who does it. */
export function oneTimeCosts(
  clusters: readonly ClusterPlan[],
  { choices, priceBook }: PlanningContext,
): readonly CostLine[] {
  const housing = clusters.filter(({ tenantIds }) => tenantIds.length > 0);
  const labour = findRate(priceBook, "labour-onboarding");
  const hours = choices.of("onboarding-hours");
  const use = ({ name, tenantIds }: ClusterPlan, quantityEach: number): Omit<Use, "label"> => ({
    clusterName: name,
    poolRole: null,
    quantity: tenantIds.length * quantityEach,
    weights: ALL_WORKLOAD,
    confidence: hours.confidence,
    sources: hours.sources,
    note: hours.note,
  });
  const fees = kindsBilled("once-a-tenant").flatMap(({ kind, row }) => {
    const fee = findRate(priceBook, kind);
    if (fee === undefined) return [];
    const evidence = { label: fee.name, confidence: "user", note: fee.derivation } as const;
    return billed(
      row.driver,
      fee,
      housing.map((cluster) => ({ ...use(cluster, 1), ...evidence })),
    );
  });
  const hoursEach = choices.numberOf("onboarding-hours");
  const work = housing.map((cluster) => ({ ...use(cluster, hoursEach), label: "onboarding, hours once" }));
  return [...fees, ...(labour === undefined ? [] : billed("labour", labour, work))];
}
