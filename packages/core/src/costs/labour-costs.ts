import type { ClusterPlan } from "../clusters.ts";
import type { PlanningContext } from "../context.ts";
import { rateOf } from "../prices/price-book.ts";
import type { RateKind } from "../prices/price-kinds.ts";
import { DAYS_PER_YEAR, MONTHS_PER_YEAR } from "../units.ts";
import { billed, type Use } from "./billing.ts";
import { ALL_OVERHEAD, type CostLine } from "./cost-line.ts";

/** What every fleet's labour is priced by. */
export const MONTHLY_LABOUR: readonly RateKind[] = ["labour-operations", "labour-upgrades"];

/** Hours to run and to upgrade each cluster, at the rate of the role that does it. */
export function labourCosts(clusters: readonly ClusterPlan[], context: PlanningContext): readonly CostLine[] {
  const { priceBook } = context;
  return [
    ...billed(
      "labour",
      rateOf(priceBook, "labour-operations"),
      clusters.map((cluster) => operations(cluster, context)),
    ),
    ...upgradeCosts(clusters, context),
  ];
}

/** A month's part of the hours to upgrade each cluster, on average. */
export function upgradeCosts(clusters: readonly ClusterPlan[], context: PlanningContext): readonly CostLine[] {
  const uses = clusters.map((cluster) => upgrades(cluster, context));
  return billed("labour", rateOf(context.priceBook, "labour-upgrades"), uses);
}

/** The hours of so many upgrades of each cluster, all of them in one month. */
export function upgradeEventCosts(
  clusters: readonly ClusterPlan[],
  upgradeCount: number,
  context: PlanningContext,
): readonly CostLine[] {
  const uses = clusters.map((cluster) => ({
    ...upgrades(cluster, context),
    label: `upgrades in this month, hours of ${upgradeCount}`,
    quantity: context.choices.numberOf(`upgrade-hours-${cluster.role}`) * upgradeCount,
  }));
  return billed("labour", rateOf(context.priceBook, "labour-upgrades"), uses);
}

function operations({ name, role }: ClusterPlan, { choices }: PlanningContext): Use {
  const { confidence, sources, note } = choices.of(`operations-hours-${role}`);
  return {
    clusterName: name,
    poolRole: null,
    label: "operations, hours a month",
    quantity: choices.numberOf(`operations-hours-${role}`),
    weights: ALL_OVERHEAD,
    confidence,
    sources,
    note,
  };
}

function upgrades({ name, role }: ClusterPlan, { choices }: PlanningContext): Use {
  const upgrade = choices.of(`upgrade-hours-${role}`);
  const cadence = choices.of("days-between-minors");
  return {
    clusterName: name,
    poolRole: null,
    label: `upgrades, ${upgrade.value} hours every ${cadence.value} days`,
    quantity: upgradeHoursPerMonth(choices.numberOf(`upgrade-hours-${role}`), choices.numberOf("days-between-minors")),
    weights: ALL_OVERHEAD,
    confidence: upgrade.confidence,
    sources: [...new Set([...upgrade.sources, ...cadence.sources])],
    note: upgrade.note,
  };
}

/** Hours of an upgrade × upgrades a month. */
export function upgradeHoursPerMonth(hoursEach: number, daysBetween: number): number {
  return hoursEach * (DAYS_PER_YEAR / MONTHS_PER_YEAR / daysBetween);
}
