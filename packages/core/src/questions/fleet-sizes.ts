import { type Finding, findingsOfKind } from "../base/findings/finding.ts";
import { compareMoney, type Money, sumMoney } from "../base/money.ts";
import { costsOf } from "../costs/costs.ts";
import { monthlyEfforts } from "../costs/upgrade-labour.ts";
import type { PlanInput, Tenant } from "../input/fleet.ts";
import { fleetOfDay } from "../input/fleet-of-day.ts";
import type { OperatingModel } from "../models/operating-model.ts";
import { type FleetPlan, structureOf } from "../plan/plan.ts";
import { PlanningCache } from "../plan/planning-cache.ts";
import type { PlanningContext } from "../price-list/planning-context.ts";
import { platformCostOf } from "../views/platform-cost.ts";

/** What one model costs at one size of the fleet. */
export interface SizedCost {
  readonly modelId: string;
  /** What does not run of it; none: it runs, else the cost is of what could be planned. */
  readonly shortfalls: readonly Finding[];
  readonly monthlyCost: Money;
  /** What serves no tenant: the platform, and nodes that only documented minimums ask for. */
  readonly platformMonthlyCost: Money;
}

export interface FleetSize {
  readonly tenantCount: number;
  /** One a model, in the models' order. */
  readonly costs: readonly SizedCost[];
}

/** The first n tenants of a fleet on its day, beginning again from its first where it has fewer. */
export function fleetOfSize(input: PlanInput, tenantCount: number): PlanInput {
  const { tenants } = fleetOfDay(input);
  const nth = (index: number): Tenant => {
    const tenant = tenants[index % tenants.length] as Tenant;
    const round = Math.floor(index / tenants.length);
    return round === 0 ? tenant : { ...tenant, id: `${tenant.id}-${round + 1}`, name: `${tenant.name} ${round + 1}` };
  };
  return {
    ...input,
    tenants: tenants.length === 0 ? [] : Array.from({ length: tenantCount }, (_, index) => nth(index)),
  };
}

/** Plans the fleet's mix of tenants at one size by each model. */
export function costAtSize(
  input: PlanInput,
  tenantCount: number,
  models: readonly OperatingModel[],
  context: PlanningContext,
  cache: PlanningCache = new PlanningCache(),
): FleetSize {
  const fleet = fleetOfSize(input, tenantCount);
  return { tenantCount, costs: models.map((model) => sizedCost(fleet, model, context, cache)) };
}

function sizedCost(fleet: PlanInput, model: OperatingModel, context: PlanningContext, cache: PlanningCache): SizedCost {
  const { currency, asOf } = fleet;
  const { clusters, infrastructure, findings } = structureOf(fleet, model, context, cache);
  const efforts = clusters.length === 0 ? [] : monthlyEfforts(fleet, model, clusters, context);
  const costs = costsOf(clusters, infrastructure, efforts, cache.contextIn(context, currency, asOf));
  return sizedCostOf({ model, clusters, costs, findings, currency });
}

/** What a plan costs, as one of several sizes. */
export function sizedCostOf({
  model,
  clusters,
  costs,
  findings,
  currency,
}: Pick<FleetPlan, "clusters" | "costs" | "findings" | "currency"> & {
  readonly model: Pick<OperatingModel, "id">;
}): SizedCost {
  return {
    modelId: model.id,
    shortfalls: findingsOfKind({ findings }, "infeasible"),
    monthlyCost: sumMoney(
      costs.map(({ amount }) => amount),
      currency,
    ),
    platformMonthlyCost: platformCostOf({ clusters, costs, currency }),
  };
}

/** For which of the sizes tried one model costs more than another, by the whole cost or by the platform's alone. */
export type Dearer =
  | { readonly kind: "always" | "never" }
  /** Dearer up to this many tenants, and at no larger size tried. */
  | { readonly kind: "up-to"; readonly tenantCount: number }
  /** Dearer at some sizes, with others between them. */
  | { readonly kind: "sometimes"; readonly tenantCounts: readonly number[] };

/** At which numbers of tenants one model costs more than another. */
export function dearerAt(
  sizes: readonly FleetSize[],
  modelId: string,
  otherId: string,
  field: "monthlyCost" | "platformMonthlyCost",
): Dearer {
  const costOf = ({ costs }: FleetSize, id: string) => costs.find((cost) => cost.modelId === id)?.[field] as Money;
  const isDearer = sizes.map((size) => compareMoney(costOf(size, modelId), costOf(size, otherId)) > 0);
  const tenantCounts = sizes.filter((_, index) => isDearer[index]).map(({ tenantCount }) => tenantCount);
  if (tenantCounts.length === 0) return { kind: "never" };
  if (tenantCounts.length === sizes.length) return { kind: "always" };
  const firstCheaper = isDearer.indexOf(false);
  const last = tenantCounts.at(-1) as number;
  const isUpTo = isDearer.slice(firstCheaper).every((is) => !is);
  return isUpTo ? { kind: "up-to", tenantCount: last } : { kind: "sometimes", tenantCounts };
}
