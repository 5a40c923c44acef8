import { type Money, sumMoney } from "../base/money.ts";
import { BYTES_PER_GIB, MILLICORES_PER_VCPU } from "../base/units.ts";
import type { ClusterPlan } from "../clusters/clusters.ts";
import type { CostLine } from "../costs/cost-line.ts";
import { costsOfEfforts, type Effort } from "../costs/efforts.ts";
import type { TenantEconomics } from "../plan/totals/margin.ts";
import type { TotalDefinition } from "../plan/totals/total-definition.ts";
import { type PlanTotals, TOTALS, totalsOf } from "../plan/totals/totals.ts";
import type { PlanningContext } from "../price-list/planning-context.ts";
import type { ModelPart } from "./fleet-part.ts";

/** The totals that follow from hosts, which are counted for the whole fleet. */
export const OF_HOSTS: readonly string[] = ["hostCount", "usedHostCount"];

/** Amounts that are unknown as soon as one tenant's is. */
export const KNOWN = ["monthlyPrice", "contributionMonthlyMargin", "oneTimePrice"] as const;

/** Some clusters with their costs, and the tenants who live in them. */
export interface Summed {
  readonly clusters: readonly ClusterPlan[];
  readonly costs: readonly CostLine[];
  readonly oneTimeCosts: readonly CostLine[];
  readonly efforts: readonly Effort[];
  readonly tenants: readonly TenantEconomics[];
}

/** Clusters and costs as sums that add up. @param context with its prices in the fleet's currency */
export function sumsOf(
  summed: Summed,
  context: PlanningContext,
  currency: string,
): Pick<ModelPart, "counts" | "amounts" | "known" | "clustersByEdition"> {
  const { clusters, costs, efforts } = summed;
  const totals = totalsOf({ ...summed, infrastructure: { hostClusters: [], prismCentral: null } }, context, currency);
  const { monthlyCostByDriver, monthlyCostByAttribution, failureAddedMonthlyCost, oneTimeCost } = totals;
  const named = (group: string, amounts: Readonly<Record<string, Money>>) =>
    Object.entries(amounts).map(([name, amount]) => [`${group}/${name}`, amount] as const);
  const amounts: readonly (readonly [string, Money])[] = [
    // A kind that has no line is no row of zeros.
    ...named("driver", monthlyCostByDriver).filter(([key]) => costs.some(({ driver }) => key === `driver/${driver}`)),
    ...named("attribution", monthlyCostByAttribution),
    ...named(
      "rate",
      amountsBy(costs, ({ rate }) => rate.key, currency),
    ),
    ...named("hours", amountsOfHours(efforts, context, currency)),
    ["failureAddedMonthlyCost", failureAddedMonthlyCost],
    ["oneTimeCost", oneTimeCost],
  ];
  return {
    counts: Object.fromEntries(countsOf(totals)),
    amounts: Object.fromEntries(amounts),
    known: Object.fromEntries(KNOWN.map((id) => [id, totals[id]])),
    clustersByEdition: editionsOf(clusters),
  };
}

/** Totals that are numbers, as whole pieces, millicores and bytes: a part of a fleet is small enough for a double to hold them. */
function countsOf(totals: PlanTotals): readonly (readonly [string, string])[] {
  return (Object.entries(TOTALS) as [keyof PlanTotals, TotalDefinition][])
    .filter(([id, { kind }]) => (kind === "count" || kind === "amount") && !OF_HOSTS.includes(id))
    .map(([id, { unit }]) => [id, String(Math.round((totals[id] as number) * grainsOf(unit)))] as const);
}

/** How many of what is added up make one of a unit: millicores of a vCPU, bytes of a GiB. */
export function grainsOf(unit: string): number {
  if (unit === "vCPU") return MILLICORES_PER_VCPU;
  return unit === "GiB" ? BYTES_PER_GIB : 1;
}

function amountsBy(
  lines: readonly CostLine[],
  keyOf: (line: CostLine) => string,
  currency: string,
): Readonly<Record<string, Money>> {
  const keys = [...new Set(lines.map(keyOf))];
  const sumOf = (key: string) =>
    sumMoney(
      lines.filter((line) => keyOf(line) === key).map(({ amount }) => amount),
      currency,
    );
  return Object.fromEntries(keys.map((key) => [key, sumOf(key)]));
}

/** What comes with each assumption of hours. */
function amountsOfHours(
  efforts: readonly Effort[],
  context: PlanningContext,
  currency: string,
): Readonly<Record<string, Money>> {
  const ids = [...new Set(efforts.map(({ formula }) => formula.hoursId))];
  const linesOf = (id: string) =>
    costsOfEfforts(
      efforts.filter(({ formula }) => formula.hoursId === id),
      context,
      "month",
    );
  return Object.fromEntries(
    ids.map((id) => [
      id,
      sumMoney(
        linesOf(id).map(({ amount }) => amount),
        currency,
      ),
    ]),
  );
}

function editionsOf(clusters: readonly ClusterPlan[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const { edition } of clusters) counts.set(edition, (counts.get(edition) ?? 0) + 1);
  return Object.fromEntries(counts);
}
