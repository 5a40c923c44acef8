import type { ClusterPlan } from "../clusters.ts";
import type { PlanningContext } from "../context.ts";
import { findRate } from "../prices/price-book.ts";
import { billed, type Use } from "./billing.ts";
import { ALL_WORKLOAD, type CostLine } from "./cost-line.ts";

/** What taking on each tenant costs once: the price book's fee a tenant, and hours at the rate of who does it. */
export function oneTimeCosts(
  clusters: readonly ClusterPlan[],
  { choices, priceBook }: PlanningContext,
): readonly CostLine[] {
  const housing = clusters.filter(({ tenantIds }) => tenantIds.length > 0);
  const fee = findRate(priceBook, "onboarding");
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
  return [
    ...(fee === undefined
      ? []
      : billed(
          "other",
          fee,
          housing.map((cluster) => ({ ...use(cluster, 1), label: fee.name, confidence: "user", note: fee.derivation })),
        )),
    ...(labour === undefined
      ? []
      : billed(
          "labour",
          labour,
          housing.map((cluster) => ({
            ...use(cluster, choices.numberOf("onboarding-hours")),
            label: "onboarding, hours once",
          })),
        )),
  ];
}
