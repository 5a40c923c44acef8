import { daysBetween } from "../base/dates.ts";
import type { Finding } from "../base/findings/finding.ts";
import type { IsoDate } from "../base/provenance.ts";
import type { ClusterPlan } from "../clusters/clusters.ts";
import { type Effort, upgradesOn } from "../costs/efforts.ts";
import { upgradeLabourOf } from "../costs/upgrade-labour.ts";
import type { PlanInput, Tenant } from "../input/fleet.ts";
import { numberOf } from "../input/parameters.ts";
import type { OperatingModel } from "../models/operating-model.ts";
import { text } from "../plan/rules/figures.ts";
import type { PlanningContext } from "../price-list/planning-context.ts";
import { forecastFinding } from "./forecast-texts.ts";
import { upgradeDays } from "./upgrade-events.ts";

/**
 * The work of upgrades on their days. Where a calendar counts it, it is played from the first day on as if all of these
 * tenants had been there then: who comes later has the version that its pace would have given it.
 * @param fleet with the first day as its own
 * @param months how many from then are looked at
 */
export function upgradeWorkOf(
  fleet: Omit<PlanInput, "tenants">,
  tenants: readonly Tenant[],
  clusters: readonly ClusterPlan[],
  model: OperatingModel,
  context: PlanningContext,
  months: number,
): (from: IsoDate, until: IsoDate) => readonly Effort[] {
  const there = {
    ...fleet,
    tenants: tenants.map((tenant) => ({ ...tenant, contract: { ...tenant.contract, from: null, until: null } })),
  };
  const { choices, upgradeEfforts } = context;
  if (upgradeEfforts === undefined || upgradeLabourOf(there, context) !== "counted")
    return (from, until) =>
      upgradesOn(upgradeDays(fleet.asOf, from, until, numberOf(choices, "days-between-minors")), clusters, choices);
  const dated = upgradeEfforts(there, model, clusters, context, months);
  return (from, until) => dated.filter(({ due }) => daysBetween(from, due) >= 0 && daysBetween(due, until) > 0);
}

/** That labour of upgrades is counted from a calendar; nothing where it is hours for each cluster. */
export function upgradesPlayed(fleet: PlanInput, context: PlanningContext, first: IsoDate): readonly Finding[] {
  if (upgradeLabourOf({ ...fleet, asOf: first }, context) !== "counted") return [];
  return [forecastFinding("forecast", "upgrades-played", { figures: { first: text(first) } })];
}
