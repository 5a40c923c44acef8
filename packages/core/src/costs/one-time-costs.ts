import type { IsoDate } from "../base/provenance.ts";
import type { ClusterPlan } from "../clusters/clusters.ts";
import { choiceOf } from "../input/parameters.ts";
import { findRate } from "../prices/price-book.ts";
import { kindsBilled } from "../prices/price-kinds.ts";
import type { PricedContext } from "../prices/priced-context.ts";
import { billed } from "./billing.ts";
import { ALL_WORKLOAD, type CostLine } from "./cost-line.ts";
import { costsOfEfforts, onboardingsOn } from "./efforts.ts";

/** What taking on each tenant on a day costs once: the price book's fees a tenant, and hours at the rate of who does it. */
export function oneTimeCosts(
  clusters: readonly ClusterPlan[],
  context: PricedContext,
  on: IsoDate,
): readonly CostLine[] {
  const efforts = onboardingsOn(on, clusters, context.choices);
  return [...onboardingFees(clusters, context), ...costsOfEfforts(efforts, context, "once")];
}

function onboardingFees(clusters: readonly ClusterPlan[], { choices, priceBook }: PricedContext): readonly CostLine[] {
  const { sources } = choiceOf(choices, "onboarding-hours");
  return kindsBilled("once-a-tenant").flatMap(({ kind }) => {
    const fee = findRate(priceBook, kind);
    if (fee === undefined) return [];
    const evidence = { confidence: "user", sources, note: fee.derivation } as const;
    const uses = clusters.map(({ name, tenantIds }) => ({
      ...{ clusterName: name, poolName: null, label: fee.name, weights: ALL_WORKLOAD, ...evidence },
      quantity: tenantIds.length,
    }));
    return billed(fee, uses, "once");
  });
}
