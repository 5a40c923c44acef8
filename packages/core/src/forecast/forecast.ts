import type { CurrencyCode } from "../base/currency.ts";
import { firstOfMonthFrom } from "../base/dates.ts";
import { distinctFindings, type Finding, shortfallsOf } from "../base/findings/finding.ts";
import type { IsoDate } from "../base/provenance.ts";
import type { ClusterPlan } from "../clusters/clusters.ts";
import { remember } from "../clusters/pools/cluster-cache.ts";
import type { StandingClusters } from "../clusters/pools/node-pool.ts";
import type { PlanInput, Tenant, TenantId } from "../input/fleet.ts";
import type { OperatingModel } from "../models/operating-model.ts";
import { clustersOf, type FleetPlan, pricedPlan, structureWith } from "../plan/plan.ts";
import { PlanningCache } from "../plan/planning-cache.ts";
import { stoppedAt, untilStopped } from "../plan/planning-stopped.ts";
import { type PlanningContext, periodOn } from "../price-list/planning-context.ts";
import { partMonthBefore } from "./calendar-months.ts";
import type { ClusterEvent } from "./cluster-event.ts";
import { ClusterLedger } from "./cluster-ledger.ts";
import { type ForecastMonth, monthsFrom, requireRoomToGrow, tenantsInMonth } from "./fleet-in-month.ts";
import { type ForecastOptions, requireOptions } from "./forecast-options.ts";
import { HostLedgers } from "./host-ledgers.ts";
import { type MonthAlone, monthAlone } from "./month-outcome.ts";
import { nodesKept } from "./nodes-kept.ts";
import { pricesOver } from "./prices-over-time.ts";
import { giverOf, ratesGiven } from "./rates-given.ts";
import { ratesTaken } from "./rates-taken.ts";
import { nodesKey } from "./reshaping.ts";
import { type ForecastResult, resultOf } from "./result.ts";
import { tenantsOverTime } from "./tenants-over-time.ts";
import { upgradesPlayed, upgradeWorkOf } from "./upgrade-work.ts";

/** A fleet over time by one operating model. */
export interface Forecast extends ForecastResult {
  readonly model: FleetPlan["model"];
  readonly currency: CurrencyCode;
  /** The first month's first day: the first of a month. */
  readonly start: IsoDate;
  readonly discountPercentPerYear: number;
  /** How many of a hundred tenants that nothing binds leave in a year. */
  readonly churnPercentPerYear: number;
  /** How many come in a year beside those whose days are known. */
  readonly newTenantsPerYear: number;
  /** What happens to its clusters beside nodes that are added as they are needed, in the order of the months. */
  readonly events: readonly ClusterEvent[];
  /** What its months cannot give, each once, how far its prices hold, and how nodes are kept. */
  readonly findings: readonly Finding[];
}

/**
 * Plans a fleet month by month of the calendar, from the first whole one on: who is under contract, grown; what exists then; what it brings and costs.
 *
 * - Prices of a month are those of its first day; the price list's indexation raises what it asks once a year, from
 *   month 13, or from the thirteenth in which a price that a change has brought holds. What
 *   is agreed, and what is paid once, is not indexed.
 * - A cluster keeps the shape of its nodes from the month it is built in and gets nodes only; other or fewer ones are an
 *   event, taken where not everything runs on what stands, or where they pay back within `reshape-payback-months`.
 * - Tenants come and leave on the days of their contracts, and by rates, given by the options, the fleet or an assumption: `tenantsOverTime`.
 * - What taking a tenant on costs and brings once falls into the month it arrives in. Who is there on the first day
 *   has been taken on before, unless its contract begins on the day asked for or later.
 * - Each month's plan keeps the room for growth that the planning horizon asks for, from that month on.
 * - Where `onMonth` or the cache's `onStep` throws PlanningStopped, it is a forecast of the months before, and says so.
 * @throws InputError as `planFleet`, and where options are out of bounds or a tenant grows beyond them
 * @throws PlanningStopped where not even the first month is planned
 */
export function forecastOf(
  input: PlanInput,
  model: OperatingModel,
  asGiven: PlanningContext,
  options: ForecastOptions,
): Forecast {
  requireOptions(options);
  const askedFrom = options.start ?? input.asOf;
  const start = firstOfMonthFrom(askedFrom);
  requireRoomToGrow(input.tenants, options.months, asGiven);
  const { currency } = input;
  const cache = options.cache ?? new PlanningCache();
  const contextOf = ({ firstDay }: Pick<ForecastMonth, "firstDay">) => cache.contextIn(asGiven, currency, firstDay);
  const context = contextOf({ firstDay: start });
  const ledgers = new HostLedgers(currency);
  const { countOf, planOf, workOf } = planner(input, model, asGiven, cache);
  const asked = monthsFrom(start, options.months);
  const rates = ratesGiven(options, input, context);
  const people = tenantsOverTime(input.tenants, asked, rates);
  const tenantsOf = (month: ForecastMonth) => tenantsInMonth(people.tenants, month, context, people.arrivals);
  const clusterLedger = new ClusterLedger(
    asked,
    (month, standing) => countOf(tenantsOf(month), month.firstDay, standing),
    contextOf,
  );
  const events: ClusterEvent[] = [];
  const shortfalls: { readonly findings: readonly Finding[] }[] = [];
  let here: ReadonlySet<TenantId> | null = null;
  const everybody = new Set<TenantId>();
  const months: MonthAlone[] = [];
  const stopped = untilStopped(asked, (month) => {
    options.onMonth?.(month.monthNumber);
    const tenants = tenantsOf(month);
    const arrived = arrivedTenants(tenants, here, askedFrom);
    here = new Set(tenants.map(({ id }) => id));
    for (const { id } of tenants) everybody.add(id);
    const stands = clusterLedger.clustersIn(month);
    const plan = planOf(tenants, month.firstDay, stands.clusters);
    shortfalls.push({ findings: shortfallsOf(plan) });
    const { events: changes } = stands;
    const upgradesWithin = workOf(tenants, stands.clusters, { start, months: options.months });
    const planned = { month, start, plan, tenants, arrived, events: changes, upgradesWithin };
    months.push(monthAlone({ ...planned, context: contextOf(month) }, ledgers));
    events.push(...stands.events);
  });
  const { id, title, phrase, summary } = model;
  return {
    model: { id, title, phrase, summary },
    currency,
    start,
    discountPercentPerYear: options.discountPercentPerYear,
    ...rates,
    events,
    findings: [
      ...(stopped === null ? [] : [stoppedAt(stopped, months.length, options.months, "months", title)]),
      ...partMonthBefore(start, askedFrom),
      ...pricesOver(
        start,
        months.at(-1)?.firstDay ?? start,
        input.tenants.filter(({ id }) => everybody.has(id)),
        context,
      ),
      ...ratesTaken(people, rates, (name) => giverOf(name, options, input, context)),
      ...upgradesPlayed(input, context, start),
      nodesKept(context),
      ...distinctFindings(shortfalls),
    ],
    ...resultOf(months, ledgers.residualValueAfter(months.length), options, currency),
  };
}

/** Counts and plans the same tenants of the same sizes on the same nodes once, as of the first day that has them, at each time's prices. */
function planner(input: PlanInput, model: OperatingModel, context: PlanningContext, cache: PlanningCache) {
  const { release, currency, hosting, upgrades } = input;
  const all = {
    ...{ release, currency },
    ...(hosting === undefined ? {} : { hosting }),
    ...(upgrades === undefined ? {} : { upgrades }),
  };
  const counted = new Map<string, readonly ClusterPlan[]>();
  const planned = new Map<string, FleetPlan>();
  const worked = new Map<string, ReturnType<typeof upgradeWorkOf>>();
  const keyOf = (tenants: readonly Tenant[], asOf: IsoDate, nodes: readonly (readonly [string, string])[]) =>
    JSON.stringify([tenants.map(({ id, demand }) => [id, demand]), periodOn(context, asOf), nodes]);
  return {
    countOf(tenants: readonly Tenant[], asOf: IsoDate, standing: StandingClusters): readonly ClusterPlan[] {
      const nodes = [...standing].map(([name, pools]) => [name, nodesKey(pools)] as const);
      return remember(counted, keyOf(tenants, asOf, nodes), () =>
        clustersOf({ ...all, asOf, tenants }, model, context, cache, standing),
      );
    },
    planOf(tenants: readonly Tenant[], asOf: IsoDate, clusters: readonly ClusterPlan[]): FleetPlan {
      const nodes = clusters.map(({ name, pools }) => [name, nodesKey(pools)] as const);
      return remember(planned, keyOf(tenants, asOf, nodes), () => {
        const fleet = { ...all, asOf, tenants };
        return pricedPlan(fleet, model, structureWith(clusters, fleet, model, context, cache), context, cache);
      });
    },
    workOf(
      tenants: readonly Tenant[],
      clusters: readonly ClusterPlan[],
      { start, months }: { readonly start: IsoDate; readonly months: number },
    ): ReturnType<typeof upgradeWorkOf> {
      const nodes = clusters.map(({ name, pools }) => [name, nodesKey(pools)] as const);
      return remember(worked, keyOf(tenants, start, nodes), () =>
        upgradeWorkOf({ ...all, asOf: start }, tenants, clusters, model, context, months),
      );
    },
  };
}

/**
 * @param before who was there a month ago; null in the first month
 * @param askedFrom from when on the forecast is asked for: who comes between that day and the first month is new in it
 */
function arrivedTenants(
  tenants: readonly Tenant[],
  before: ReadonlySet<TenantId> | null,
  askedFrom: IsoDate,
): ReadonlySet<TenantId> {
  const hasJustCome = ({ contract: { from } }: Tenant) => from !== null && from >= askedFrom;
  const isNew = (tenant: Tenant) => (before === null ? hasJustCome(tenant) : !before.has(tenant.id));
  return new Set(tenants.filter(isNew).map(({ id }) => id));
}
