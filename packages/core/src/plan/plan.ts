import type { CurrencyCode } from "../base/currency.ts";
import { type Finding, isInfeasible } from "../base/findings/finding.ts";
import type { IsoDate } from "../base/provenance.ts";
import { type ClusterPlan, planCluster } from "../clusters/clusters.ts";
import { infrastructureUnder } from "../clusters/hosts/host-clusters.ts";
import type { Infrastructure } from "../clusters/hosts/infrastructure.ts";
import type { StandingClusters } from "../clusters/pools/node-pool.ts";
import type { CostLine } from "../costs/cost-line.ts";
import { costsOf, ratesNeeded } from "../costs/costs.ts";
import type { Effort } from "../costs/efforts.ts";
import { oneTimeCosts } from "../costs/one-time-costs.ts";
import { type SharedLine, shareCosts } from "../costs/sharing.ts";
import { sharingMethodNamed } from "../costs/sharing-methods/sharing-methods.ts";
import { monthlyEfforts } from "../costs/upgrade-labour.ts";
import { hasCentralServices, hasServices } from "../demand/footprint.ts";
import type { PlanInput } from "../input/fleet.ts";
import { fleetOfDay } from "../input/fleet-of-day.ts";
import { allChoices, choiceOf } from "../input/parameters.ts";
import { withCentralServices } from "../models/central-services.ts";
import { readLayout, requireLayout } from "../models/layout-problems.ts";
import type { ClusterBlueprint, OperatingModel } from "../models/operating-model.ts";
import { withPlanes } from "../models/planes.ts";
import type { PlanningContext } from "../price-list/planning-context.ts";
import { pricesOfTenants } from "../price-list/tenant-prices.ts";
import { withIncludedLicence } from "../prices/included-licence.ts";
import { requireRates } from "../prices/price-book.ts";
import { pricesOn } from "../prices/price-periods.ts";
import { basisFindings, clusterFindings, infrastructureFindings } from "./plan-findings.ts";
import { PlanningCache } from "./planning-cache.ts";
import { requireWithin } from "./planning-limits.ts";
import { stepAt } from "./planning-step.ts";
import { requireRelease } from "./release-check.ts";
import { sharingBasisOf } from "./sharing-basis.ts";
import { economicsOf, type TenantEconomics } from "./totals/margin.ts";
import { type PlanTotals, totalsOf } from "./totals/totals.ts";

/** What exists: the half of a plan that no price of a tenant and no share of a cost can change. */
export interface FleetStructure {
  readonly clusters: readonly ClusterPlan[];
  /** Hosts under all clusters together, and Prism Central. */
  readonly infrastructure: Infrastructure;
  /** What the fleet cannot have. */
  readonly findings: readonly Finding[];
}

/** A fleet run by one operating model: what exists, what it costs, who bears it, what it rests on. */
export interface FleetPlan extends FleetStructure {
  readonly model: Pick<OperatingModel, "id" | "title" | "phrase" | "summary">;
  readonly release: string;
  readonly currency: CurrencyCode;
  /** What recurs every month. */
  readonly costs: readonly CostLine[];
  /** What a month asks of people; priced among the costs. */
  readonly efforts: readonly Effort[];
  readonly shared: readonly SharedLine[];
  /** What taking the tenants on costs once; in no total of a month. */
  readonly oneTimeCosts: readonly CostLine[];
  readonly oneTimeShared: readonly SharedLine[];
  readonly tenants: readonly TenantEconomics[];
  readonly totals: PlanTotals;
  /** What it cannot give, and what it rests on. */
  readonly findings: readonly Finding[];
  readonly basis: PlanBasis;
}

/** What a plan was made of and with, by name: the inputs themselves stay with whoever planned (`PlannedFleet`). */
export interface PlanBasis {
  readonly asOf: IsoDate;
  readonly priceBookId: string;
  /** null: tenants pay what is agreed with each. */
  readonly priceListId: string | null;
  /** The assumptions that are not at their default: id → what was chosen. */
  readonly settings: Readonly<Record<string, string>>;
}

/**
 * Plans the tenants under contract on a fleet's day by one operating model: layout, clusters, costs, shares, prices, margins.
 * @throws InputError when the price book or the price list lacks a price that the plan needs, or a rate to the fleet's
 * currency, or when the context is of another release than the fleet, or the fleet is beyond a limit of the cache
 */
export function planFleet(
  input: PlanInput,
  model: OperatingModel,
  context: PlanningContext,
  cache: PlanningCache = new PlanningCache(),
): FleetPlan {
  return pricedPlan(input, model, structureOf(input, model, context, cache), context, cache);
}

/**
 * What exists, before anything is added up.
 * @throws InputError when the price book lacks a rate that the plan needs (the cheapest shape of node is chosen by it),
 * or the model's layout breaks a rule of layouts, or the fleet is beyond a limit of the cache
 */
export function structureOf(
  fleet: PlanInput,
  model: OperatingModel,
  asGiven: PlanningContext,
  cache: PlanningCache = new PlanningCache(),
): FleetStructure {
  return structureWith(clustersOf(fleet, model, asGiven, cache), fleet, model, asGiven, cache);
}

/**
 * The clusters of a model with their nodes counted: the half of what exists that asks for no hosts.
 * @param standing pools that stand already: they keep their shape and have no fewer nodes
 * @throws InputError as `structureOf`
 */
export function clustersOf(
  fleet: PlanInput,
  model: OperatingModel,
  asGiven: PlanningContext,
  cache: PlanningCache = new PlanningCache(),
  standing: StandingClusters = new Map(),
): readonly ClusterPlan[] {
  requireRelease(fleet, asGiven);
  const input = fleetOfDay(fleet);
  requireWithin(input, cache.limits);
  const layout = layoutOf(input, model, asGiven);
  requireRates(
    withIncludedLicence(pricesOn(asGiven.priceBook, input.asOf), asGiven.choices),
    input.currency,
    ratesNeeded(layout, input.tenants),
  );
  const context = cache.contextIn(asGiven, input.currency, input.asOf);
  const counted = cache.clustersOf(context);
  const byId = new Map(input.tenants.map((tenant) => [tenant.id, tenant]));
  const managedCounts = countsOf(layout.map(({ managedBy }) => managedBy));
  const kept = cache.keptOf(context, model.id);
  const clusters = layout.map((blueprint, index) => {
    cache.begin(stepAt(model, layout, index));
    const { name } = blueprint;
    const managedClusterCount = managedCounts.get(name) ?? 0;
    const living = blueprint.tenantIds.map((id) => byId.get(id));
    const from = { blueprint, managedClusterCount, living, standing: standing.get(name) };
    return kept.planOf(from, () =>
      planCluster(blueprint, managedClusterCount, byId, context, counted, standing.get(name)),
    );
  });
  kept.end();
  return clusters;
}

/** What exists with these clusters: hosts under them, and what they cannot give. */
export function structureWith(
  clusters: readonly ClusterPlan[],
  fleet: PlanInput,
  model: OperatingModel,
  asGiven: PlanningContext,
  cache: PlanningCache = new PlanningCache(),
): FleetStructure {
  const input = fleetOfDay(fleet);
  const context = cache.contextIn(asGiven, input.currency, input.asOf);
  cache.begin(stepAt(model, clusters, clusters.length));
  const found = clusterFindings({ input, clusters, context });
  // What does not run anyway is not laid on hosts: its counts are bounds.
  const infrastructure = infrastructureUnder(
    clusters,
    input,
    context,
    !isInfeasible({ findings: found }),
    cache.keptOf(context, model.id).infrastructure,
  );
  const findings = [...found, ...infrastructureFindings({ input, clusters, infrastructure, context })];
  return { clusters, infrastructure, findings };
}

/**
 * The same fleet at a context's prices: what exists stays, costs, shares, prices and margins are computed again.
 * @throws InputError as `planFleet`
 */
export function pricedPlan(
  fleet: PlanInput,
  model: OperatingModel,
  structure: FleetStructure,
  asGiven: PlanningContext,
  cache: PlanningCache = new PlanningCache(),
): FleetPlan {
  const input = fleetOfDay(fleet);
  const { currency, tenants: all } = input;
  const { clusters, infrastructure } = structure;
  const context = cache.contextIn(asGiven, currency, input.asOf);
  const method = sharingMethodNamed(choiceOf(context.choices, "shared-cost").chosen, context.ownSharing);
  const basis = sharingBasisOf(input, clusters);
  const efforts = clusters.length === 0 ? [] : monthlyEfforts(fleet, model, clusters, context);
  const costs = costsOf(clusters, infrastructure, efforts, context);
  const shared = shareCosts(costs, clusters, basis, method);
  const onceCosts = oneTimeCosts(clusters, context, input.asOf);
  const oneTimeShared = shareCosts(onceCosts, clusters, basis, method);
  const tenants = economicsOf(all, shared, oneTimeShared, pricesOfTenants(input, clusters, context), currency);
  const { id, title, phrase, summary } = model;
  return {
    model: { id, title, phrase, summary },
    release: context.catalog.release.id,
    currency,
    clusters,
    infrastructure,
    costs,
    efforts,
    shared,
    oneTimeCosts: onceCosts,
    oneTimeShared,
    tenants,
    totals: totalsOf({ clusters, infrastructure, costs, oneTimeCosts: onceCosts, tenants }, context, currency),
    findings: [...structure.findings, ...basisFindings({ input, clusters, infrastructure, context })],
    basis: basisOf(input, context),
  };
}

function basisOf({ asOf }: PlanInput, { choices, priceBook, priceList }: PlanningContext): PlanBasis {
  const changed = allChoices(choices).filter(({ isDefault }) => !isDefault);
  return {
    asOf,
    priceBookId: priceBook.id,
    priceListId: priceList?.id ?? null,
    settings: Object.fromEntries(changed.map(({ parameter, chosen }) => [parameter.id, chosen])),
  };
}

/**
 * The model's clusters for the tenants of the fleet's day, and the provider's central stack where tenants' agents need one.
 * @throws InputError where the model leaves tenants out, lays them out twice or names what is not there
 */
export function layoutOf(
  input: PlanInput,
  model: OperatingModel,
  context: Pick<PlanningContext, "catalog" | "choices">,
): readonly ClusterBlueprint[] {
  const { tenants } = fleetOfDay(input);
  const { value: mostClusters } = choiceOf(context.choices, "clusters-per-plane");
  const own = withPlanes(readLayout(model.id, model.layout(tenants)), mostClusters);
  const layout = hasCentralServices(context)
    ? withCentralServices(own, (blueprint) => hasServices(blueprint, context))
    : own;
  requireLayout(model.id, layout, tenants, context.catalog);
  return layout;
}

function countsOf(values: readonly (string | null)[]): ReadonlyMap<string | null, number> {
  const counts = new Map<string | null, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
