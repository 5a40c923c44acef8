import { type Assumption, assumptionsOf } from "./assumptions.ts";
import { type ClusterPlan, planCluster } from "./clusters.ts";
import type { PlanningContext } from "./context.ts";
import { type CostLine, costsOf, ratesNeeded } from "./costs.ts";
import type { CurrencyCode } from "./currency.ts";
import { demandOf } from "./demand.ts";
import type { PlanInput } from "./input.ts";
import { economicsOf, type TenantEconomics } from "./margin.ts";
import type { OperatingModel } from "./models/operating-model.ts";
import { requireRates } from "./price-book.ts";
import { type SharedLine, type SharingMethod, shareCosts } from "./sharing.ts";
import type { Shortfall } from "./shortfalls.ts";
import { type PlanTotals, totalsOf } from "./totals.ts";

/** A fleet run by one operating model: what exists, what it costs, who bears it, what it rests on. */
export interface FleetPlan {
  readonly model: Pick<OperatingModel, "id" | "title" | "phrase" | "summary">;
  readonly release: string;
  readonly currency: CurrencyCode;
  readonly clusters: readonly ClusterPlan[];
  readonly costs: readonly CostLine[];
  readonly shared: readonly SharedLine[];
  readonly tenants: readonly TenantEconomics[];
  readonly totals: PlanTotals;
  readonly assumptions: readonly Assumption[];
  readonly shortfalls: readonly Shortfall[];
  /** What the plan was made with, so that any figure can be opened later. */
  readonly context: PlanningContext;
}

/**
 * Plans a fleet by one operating model: layout, clusters, costs, shares, margins.
 * @throws InputError when the price book is in another currency or lacks a rate that the plan needs
 */
export function planFleet(input: PlanInput, model: OperatingModel, context: PlanningContext): FleetPlan {
  const { currency } = input;
  const layout = model.layout(input.tenants);
  requireRates(context.priceBook, currency, ratesNeeded(layout));
  const byId = new Map(input.tenants.map((tenant) => [tenant.id, tenant]));
  const clusters = layout.map((blueprint) => planCluster(blueprint, layout, byId, context));
  const costs = costsOf(clusters, context);
  const demands = new Map(input.tenants.map((tenant) => [tenant.id, demandOf(tenant)]));
  const shared = shareCosts(costs, clusters, demands, context.choices.of("shared-cost").chosen as SharingMethod);
  const tenants = economicsOf(input.tenants, shared, currency);
  const { id, title, phrase, summary } = model;
  return {
    model: { id, title, phrase, summary },
    release: context.catalog.release.id,
    currency,
    clusters,
    costs,
    shared,
    tenants,
    totals: totalsOf(clusters, costs, tenants, context.choices, currency),
    assumptions: assumptionsOf(input, clusters, context),
    shortfalls: clusters.flatMap((cluster) => cluster.shortfalls),
    context,
  };
}
