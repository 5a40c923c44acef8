import type { CurrencyCode } from "../base/currency.ts";
import { isInfeasible } from "../base/findings/finding.ts";
import {
  addMoney,
  indexMoney,
  type Money,
  roundToMinorUnit,
  subtractMoney,
  sumKnown,
  sumMoney,
} from "../base/money.ts";
import type { IsoDate } from "../base/provenance.ts";
import { MONTHS_PER_YEAR } from "../base/units.ts";
import type { CostLine } from "../costs/cost-line.ts";
import { costsOfEfforts, type Effort } from "../costs/efforts.ts";
import { oneTimeCosts } from "../costs/one-time-costs.ts";
import type { Tenant, TenantId } from "../input/fleet.ts";
import type { FleetPlan } from "../plan/plan.ts";
import type { PlanningContext } from "../price-list/planning-context.ts";
import { priceOf } from "../price-list/price-lines.ts";
import type { PriceList } from "../price-list/price-list.ts";
import { paysAgreedPrice, pricesOfTenants } from "../price-list/tenant-prices.ts";
import type { ClusterEvent } from "./cluster-event.ts";
import type { ForecastMonth } from "./fleet-in-month.ts";
import type { HostLedgers } from "./host-ledgers.ts";
import { indexedList, isOfOneDay } from "./indexed-list.ts";

/** What one month brings. Money that rests on a price nobody has said is null. */
export interface MonthOutcome {
  /** 1 is the first. */
  readonly monthNumber: number;
  readonly firstDay: IsoDate;
  /** false: the month's plan falls short, and its amounts are of what could be planned. */
  readonly isFeasible: boolean;
  readonly tenantCount: number;
  readonly nodeCount: number;
  readonly hostCount: number;
  readonly hostsBoughtCount: number;
  /** Days of the month on which clusters are upgraded. */
  readonly upgradeCount: number;
  /** What recurs, indexed. */
  readonly monthlyPrice: Money | null;
  /** What recurs, with the month's upgrades as they fall, and hosts owned written off. */
  readonly monthlyCost: Money;
  /** Of monthlyCost: the hours of the month's upgrades. */
  readonly upgradeCost: Money;
  /** monthlyPrice − monthlyCost. */
  readonly monthlyMargin: Money | null;
  readonly oneTimePrice: Money | null;
  /** What taking on the month's new tenants costs, and changing the nodes of clusters. */
  readonly oneTimeCost: Money;
  /** Of oneTimeCost: the hours of changes of shape and shrinkings. */
  readonly reshapeCost: Money;
  /** oneTimePrice − oneTimeCost. */
  readonly oneTimeMargin: Money | null;
  /** What the hosts bought in this month are paid. */
  readonly hostPurchases: Money;
  /** Both margins, with hosts when they are paid and not as they are written off; the last month with what they are still worth. */
  readonly cashFlow: Money | null;
  /** Of both margins, since the first month. */
  readonly cumulativeMargin: Money | null;
  readonly cumulativeCash: Money | null;
}

/** A month by itself: what adds up over the months is `resultOf`'s. */
export type MonthAlone = Omit<MonthOutcome, "cumulativeMargin" | "cumulativeCash">;

/** A month with the plan that holds in it. */
export interface PlannedMonth {
  readonly month: ForecastMonth;
  readonly start: IsoDate;
  readonly plan: FleetPlan;
  /** Who is under contract. */
  readonly tenants: readonly Tenant[];
  readonly arrived: ReadonlySet<TenantId>;
  /** What happens to clusters on its first day. */
  readonly events: readonly ClusterEvent[];
  /** With the prices of its first day. */
  readonly context: PlanningContext;
  /** The work of the upgrades of its clusters from a day up to, and without, another. */
  upgradesWithin(from: IsoDate, until: IsoDate): readonly Effort[];
}

/** A month by itself: what it costs, brings and does, nothing added up. */
export function monthAlone(planned: PlannedMonth, ledgers: HostLedgers): MonthAlone {
  const { month, plan, arrived, events, context, upgradesWithin } = planned;
  const { currency, totals } = plan;
  const { monthNumber, firstDay, nextFirstDay } = month;
  const upgrades = upgradesWithin(firstDay, nextFirstDay);
  const hosts = ledgers.hostsIn(plan, monthNumber, context.priceBook);
  const rented = totals.monthlyCostByDriver.host;
  const hostCost = hosts.cost;
  const costOfWork = (efforts: readonly Effort[]) => costOfLines(costsOfEfforts(efforts, context, "month"), currency);
  const upgradeCost = costOfWork(upgrades);
  const averaged = costOfWork(plan.efforts.filter(({ activity }) => activity === "upgrades"));
  const withoutAverages = subtractMoney(totals.monthlyCost, addMoney(rented, averaged));
  const monthlyCost = sumMoney([withoutAverages, hostCost, upgradeCost], currency);
  const monthlyPrice = indexedPrice(planned);
  const arriving = plan.tenants.filter(({ tenantId }) => arrived.has(tenantId));
  const oneTimePrice = sumKnown(
    arriving.map((tenant) => tenant.oneTimePrice),
    currency,
  );
  const reshapeCost = sumMoney(
    events.map(({ effortCost }) => effortCost),
    currency,
  );
  const oneTimeCost = addMoney(costOfLines(onboardingOf(planned), currency), reshapeCost);
  const monthlyMargin = monthlyPrice === null ? null : subtractMoney(monthlyPrice, monthlyCost);
  const oneTimeMargin = oneTimePrice === null ? null : subtractMoney(oneTimePrice, oneTimeCost);
  const hostPurchases = hosts.price;
  const margins = sumKnown([monthlyMargin, oneTimeMargin], currency);
  const paidInsteadOfWrittenOff = subtractMoney(hosts.writtenOff, hostPurchases);
  return {
    monthNumber,
    firstDay,
    isFeasible: !isInfeasible(plan),
    tenantCount: plan.tenants.length,
    nodeCount: totals.nodeCount,
    hostCount: totals.hostCount,
    hostsBoughtCount: hosts.hostsBoughtCount,
    upgradeCount: new Set(upgrades.map(({ due }) => due)).size,
    monthlyPrice,
    monthlyCost,
    upgradeCost,
    monthlyMargin,
    oneTimePrice,
    oneTimeCost,
    reshapeCost,
    oneTimeMargin,
    hostPurchases,
    cashFlow: margins === null ? null : addMoney(margins, paidInsteadOfWrittenOff),
  };
}

/**
 * What recurs, each tenant's price raised by the price list's percentage for every whole year, and rounded; where prices
 * of the list have changed since the forecast began, each of the list's own, by its own years.
 */
function indexedPrice(planned: PlannedMonth): Money | null {
  const { month, start, plan, tenants, context } = planned;
  const { priceList } = context;
  if (priceList !== undefined && !isOfOneDay(priceList, start)) return indexedByPrice(planned, priceList);
  const yearCount = Math.floor((month.monthNumber - 1) / MONTHS_PER_YEAR);
  const percent = priceList?.indexationPercentPerYear ?? 0;
  const byId = new Map(tenants.map((tenant) => [tenant.id, tenant]));
  const prices = plan.tenants.map(({ tenantId, monthlyPrice }) => {
    if (monthlyPrice === null || paysAgreedPrice(byId.get(tenantId) as Tenant, context)) return monthlyPrice;
    return roundToMinorUnit(indexMoney(monthlyPrice, percent, yearCount));
  });
  return sumKnown(prices, plan.currency);
}

function indexedByPrice({ month, start, plan, tenants, context }: PlannedMonth, list: PriceList): Money | null {
  const priceList = indexedList(list, start, month.firstDay);
  const lines = pricesOfTenants({ tenants }, plan.clusters, { ...context, priceList });
  const prices = tenants.map(({ id }) => {
    const ofTenant = lines.get(id);
    return ofTenant === undefined ? null : priceOf(ofTenant, "recurring", plan.currency);
  });
  return sumKnown(prices, plan.currency);
}

/** What taking on a month's new tenants costs, billed as if they were the only ones. */
function onboardingOf({ month, plan, arrived, context }: PlannedMonth): readonly CostLine[] {
  const clusters = plan.clusters.map((cluster) => ({
    ...cluster,
    tenantIds: cluster.tenantIds.filter((id) => arrived.has(id)),
  }));
  return oneTimeCosts(clusters, context, month.firstDay);
}

function costOfLines(lines: readonly CostLine[], currency: CurrencyCode): Money {
  return sumMoney(
    lines.map(({ amount }) => amount),
    currency,
  );
}
