import { isNegativeMoney } from "../base/money.ts";
import { type ClusterPlan, planCluster } from "../clusters/clusters.ts";
import type { Infrastructure } from "../clusters/hosts/infrastructure.ts";
import { costsOf, ratesNeeded } from "../costs/costs.ts";
import { oneTimeCosts } from "../costs/one-time-costs.ts";
import { shareCosts } from "../costs/sharing.ts";
import { sharingMethodNamed } from "../costs/sharing-methods/sharing-methods.ts";
import { monthlyEfforts } from "../costs/upgrade-labour.ts";
import { hasCentralServices, hasServices } from "../demand/footprint.ts";
import type { PlanInput, TenantId } from "../input/fleet.ts";
import { fleetOfDay } from "../input/fleet-of-day.ts";
import { choiceOf } from "../input/parameters.ts";
import { withCentralServices } from "../models/central-services.ts";
import { readLayout, requireLayout } from "../models/layout-problems.ts";
import type { ClusterBlueprint, OperatingModel } from "../models/operating-model.ts";
import { basisFindings, clusterFindings } from "../plan/plan-findings.ts";
import type { PlanningCache } from "../plan/planning-cache.ts";
import { requireRelease } from "../plan/release-check.ts";
import { sharingBasisOf } from "../plan/sharing-basis.ts";
import { economicsOf, type TenantEconomics } from "../plan/totals/margin.ts";
import { paysInventedAgreed } from "../price-list/invented-prices.ts";
import type { PlanningContext } from "../price-list/planning-context.ts";
import { paysAgreedPrice, pricesOfTenants } from "../price-list/tenant-prices.ts";
import { withIncludedLicence } from "../prices/included-licence.ts";
import { requireRates } from "../prices/price-book.ts";
import { pricesOn } from "../prices/price-periods.ts";
import { type Bearing, bearingsOf } from "./bearing.ts";
import type { ModelPart } from "./fleet-part.ts";
import { foundIn, isOfOne } from "./found-in.ts";
import { inventedIn, NOT_OF_PARTS, saidBy } from "./said.ts";
import { requireStreamed } from "./stream-problems.ts";
import { sumsOf } from "./sums.ts";
import { pricedByCluster } from "./unit-prices.ts";
import { vmsByHosts } from "./vms-by-hosts.ts";

/** Hosts are counted for the whole fleet. */
const NO_HOSTS: Infrastructure = { hostClusters: [], prismCentral: null };

/** Some tenants of a fleet by one model: what they add to it, and each of them for itself. */
export interface PartOfTenants {
  readonly part: ModelPart;
  /** What each pays, costs by its own cluster, and leaves; what it bears of shared costs is not known yet. */
  readonly tenants: readonly TenantEconomics[];
  /** By what each of these tenants bears what is shared, in the same order. */
  readonly bearings: readonly Bearing[];
}

/**
 * What some tenants of a fleet add to it.
 * @param some the fleet with these tenants only
 * @param fromIndex place of the first of them in the whole input, so that what is told of few stays the same
 * @throws InputError as `planFleet`, and where a model, a price or an assumption asks for all tenants at once
 */
export function partOf(
  some: PlanInput,
  model: OperatingModel,
  asGiven: PlanningContext,
  cache: PlanningCache,
  fromIndex = 0,
): PartOfTenants {
  requireRelease(some, asGiven);
  const input = fleetOfDay(some);
  const { currency, asOf } = input;
  const layout = layoutOfSome(input, model, asGiven);
  requireRates(
    withIncludedLicence(pricesOn(asGiven.priceBook, asOf), asGiven.choices),
    currency,
    ratesNeeded(layout, input.tenants),
  );
  const context = cache.contextIn(asGiven, currency, asOf);
  requireStreamed(some, model, context);
  const clusters = ownClusters(input, layout, context, cache);
  const byCluster = { ...context, priceBook: pricedByCluster(context.priceBook) };
  const efforts = clusters.length === 0 ? [] : monthlyEfforts(some, model, clusters, context);
  const costs = costsOf(clusters, NO_HOSTS, efforts, byCluster);
  const once = oneTimeCosts(clusters, context, asOf);
  const method = sharingMethodNamed(choiceOf(context.choices, "shared-cost").chosen, context.ownSharing);
  const basis = sharingBasisOf(input, clusters);
  const tenants = economicsOf(
    input.tenants,
    shareCosts(costs, clusters, basis, method),
    shareCosts(once, clusters, basis, method),
    pricesOfTenants(input, clusters, context),
    currency,
  );
  const placeOf = new Map(some.tenants.map(({ id }, index) => [id, fromIndex + index]));
  const placeOfTenant = (tenantId: TenantId | undefined) => placeOf.get(tenantId ?? "") ?? fromIndex;
  const rested = basisFindings({ input, clusters, infrastructure: NO_HOSTS, context });
  const part: ModelPart = {
    modelId: model.id,
    tenantCount: input.tenants.length,
    absentTenantCount: input.absentTenants.length,
    inventedPriceCount: input.tenants.filter((tenant) => paysInventedAgreed([tenant], context)).length,
    agreedPriceCount: input.tenants.filter((tenant) => paysAgreedPrice(tenant, context)).length,
    losingTenantCount: tenants.filter(isLosing).length,
    claimingClusterCount: clusters.filter(({ tenantClaimsBytes }) => tenantClaimsBytes > 0).length,
    ...sumsOf({ clusters, costs, oneTimeCosts: once, efforts, tenants }, context, currency),
    reportingClusterCount: layout.filter(({ reportsTo }) => reportsTo !== undefined).length,
    managed: managedBy(layout),
    shared: Object.fromEntries(layout.filter(isShared).map((one) => [one.name, one])),
    reporter: reporterOf(layout),
    vms: vmsByHosts(input, clusters),
    found: foundIn([...clusterFindings({ input, clusters, context }), ...rested.filter(isOfOne)], placeOfTenant),
    said: saidBy(
      [
        ...rested.filter((finding) => !isOfOne(finding) && !NOT_OF_PARTS.includes(finding.code)),
        ...inventedIn(input.tenants, context),
      ],
      fromIndex,
    ),
  };
  return { part, tenants, bearings: bearingsOf(clusters, basis) };
}

/** The model's clusters for some tenants, with one management cluster for all: how many there are, the whole fleet decides. */
function layoutOfSome(
  { tenants }: Pick<PlanInput, "tenants">,
  model: OperatingModel,
  context: PlanningContext,
): readonly ClusterBlueprint[] {
  const own = readLayout(model.id, model.layout(tenants));
  const layout = hasCentralServices(context)
    ? withCentralServices(own, (blueprint) => hasServices(blueprint, context))
    : own;
  requireLayout(model.id, layout, tenants, context.catalog);
  // A central stack of its own is laid out for the whole fleet, where that has no management cluster.
  const planned = new Set(own.map(({ name }) => name));
  return layout.filter(({ name }) => planned.has(name));
}

function isLosing({ contributionMonthlyMargin: margin }: TenantEconomics): boolean {
  return margin !== null && isNegativeMoney(margin);
}

function isShared({ tenantIds }: ClusterBlueprint): boolean {
  return tenantIds.length === 0;
}

function ownClusters(
  { tenants }: PlanInput,
  layout: readonly ClusterBlueprint[],
  context: PlanningContext,
  cache: PlanningCache,
): readonly ClusterPlan[] {
  const counted = cache.clustersOf(context);
  const byId = new Map(tenants.map((tenant) => [tenant.id, tenant]));
  return layout
    .filter((blueprint) => !isShared(blueprint))
    .map((blueprint) => planCluster(blueprint, 0, byId, context, counted));
}

function managedBy(layout: readonly ClusterBlueprint[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const { managedBy: name } of layout) if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1);
  return Object.fromEntries(counts);
}

/** To whom it reports is the whole fleet's matter. */
function reporterOf(layout: readonly ClusterBlueprint[]): ClusterBlueprint | null {
  const [first] = layout
    .filter(({ reportsTo }) => reportsTo !== undefined)
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  if (first === undefined) return null;
  const { reportsTo: _, ...reporter } = first;
  return reporter;
}
