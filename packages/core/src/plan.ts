import { type Assumption, assumptionsOf } from "./assumptions.ts";
import { withCentralServices } from "./central-services.ts";
import { type ClusterPlan, planCluster } from "./clusters.ts";
import type { PlanningContext } from "./context.ts";
import { type CostLine, costsOf, ratesNeeded } from "./costs.ts";
import type { CurrencyCode } from "./currency.ts";
import { demandOf } from "./demand.ts";
import { type Infrastructure, infrastructureUnder } from "./hosts/infrastructure.ts";
import type { PlanInput, TenantId } from "./input.ts";
import { economicsOf, type TenantEconomics } from "./margin.ts";
import type { ClusterBlueprint, OperatingModel } from "./models/operating-model.ts";
import { requireRates } from "./price-book.ts";
import { type SharedLine, type SharingMethod, shareCosts } from "./sharing.ts";
import type { Shortfall } from "./shortfalls.ts";
import { type PlanTotals, totalsOf } from "./totals.ts";
import { type Resources, sumResources } from "./units.ts";

/** A fleet run by one operating model: what exists, what it costs, who bears it, what it rests on. */
export interface FleetPlan {
  readonly model: Pick<OperatingModel, "id" | "title" | "phrase" | "summary">;
  readonly release: string;
  readonly currency: CurrencyCode;
  readonly clusters: readonly ClusterPlan[];
  /** Hosts under all clusters together, and Prism Central. */
  readonly infrastructure: Infrastructure;
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
  const { clusters, infrastructure, costs, shortfalls } = costedClusters(input, model, context);
  const shared = shareCosts(
    costs,
    clusters,
    requestsOf(input, clusters),
    context.choices.of("shared-cost").chosen as SharingMethod,
  );
  const tenants = economicsOf(input.tenants, shared, currency);
  const { id, title, phrase, summary } = model;
  return {
    model: { id, title, phrase, summary },
    release: context.catalog.release.id,
    currency,
    clusters,
    infrastructure,
    costs,
    shared,
    tenants,
    totals: totalsOf(clusters, infrastructure, costs, tenants, context.choices, currency),
    assumptions: assumptionsOf(input, clusters, context),
    shortfalls,
    context,
  };
}

/**
 * The first half of a plan: what exists and what it costs, before anybody bears it.
 * @throws InputError when the price book is in another currency or lacks a rate that the plan needs
 */
export function costedClusters(
  input: PlanInput,
  model: OperatingModel,
  context: PlanningContext,
): Pick<FleetPlan, "clusters" | "infrastructure" | "costs" | "shortfalls"> {
  const { currency } = input;
  const layout = layoutOf(input, model, context);
  requireRates(context.priceBook, currency, ratesNeeded(layout));
  const byId = new Map(input.tenants.map((tenant) => [tenant.id, tenant]));
  const managedCounts = countsOf(layout.map(({ managedBy }) => managedBy));
  const clusters = layout.map((blueprint) =>
    planCluster(blueprint, managedCounts.get(blueprint.name) ?? 0, byId, context),
  );
  const infrastructure = infrastructureUnder(clusters, context);
  const costs = costsOf(clusters, context);
  const shortfalls = [
    ...clusters.flatMap((cluster) => [...cluster.shortfalls, ...cluster.network.shortfalls]),
    ...infrastructure.hosts.shortfalls,
    ...(infrastructure.prismCentral?.shortfalls ?? []),
  ];
  return { clusters, infrastructure, costs, shortfalls };
}

/** The model's clusters, and the provider's central stack where tenants' agents need one. */
function layoutOf(input: PlanInput, model: OperatingModel, { choices }: PlanningContext): readonly ClusterBlueprint[] {
  const layout = model.layout(input.tenants);
  return choices.of("tenant-services").chosen === "agents" ? withCentralServices(layout) : layout;
}

/** What each tenant requests on the workers of its own cluster, DaemonSets where they run included. */
function requestsOf(input: PlanInput, clusters: readonly ClusterPlan[]): ReadonlyMap<TenantId, Resources> {
  const own = new Map(
    clusters
      .filter(({ tenantIds }) => tenantIds.length === 1)
      .map(({ tenantIds, pools }) => [tenantIds[0], sumResources(pools.map(({ tenantRequests }) => tenantRequests))]),
  );
  return new Map(input.tenants.map((tenant) => [tenant.id, own.get(tenant.id) ?? demandOf(tenant).requests]));
}

function countsOf(values: readonly (string | null)[]): ReadonlyMap<string | null, number> {
  const counts = new Map<string | null, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
