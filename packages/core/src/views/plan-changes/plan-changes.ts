import { type ClusterChange, clusterChanges } from "./cluster-changes.ts";
import type { FindingToCompare, PlanToCompare, TenantToCompare } from "./compared-plan.ts";
import { type CostMovement, type CostThresholds, costMovement } from "./cost-movement.ts";
import { type FigureChange, figureChanges } from "./figure-changes.ts";
import { type FindingChanges, findingChanges, isShortfall } from "./finding-changes.ts";
import { type RateChange, rateChanges } from "./rate-changes.ts";
import { type TenantChange, tenantChanges } from "./tenant-changes.ts";

/** What one plan changes against another. */
export interface PlanChanges<Said extends FindingToCompare = FindingToCompare> {
  readonly base: ComparedModel;
  readonly head: ComparedModel;
  readonly cost: CostMovement;
  /** Every total, whether it changed or not. */
  readonly totals: readonly FigureChange[];
  readonly clusters: readonly ClusterChange[];
  readonly tenants: readonly TenantChange[];
  readonly rates: readonly RateChange[];
  readonly findings: FindingChanges<Said>;
  /** Of the findings, what the second plan cannot give and the first one could. */
  readonly newShortfalls: readonly Said[];
  /** false: nothing at all that is compared. */
  readonly isChanged: boolean;
}

/** A plan by its model, and what its figures rest on. */
export interface ComparedModel {
  readonly modelId: string;
  readonly title: string;
  /** Whether something that was asked for does not run: its figures are those of what can be planned without it. */
  readonly isInfeasible: boolean;
  /** Ids of those whose price nobody has said. */
  readonly tenantsWithoutPrice: readonly string[];
}

const NO_THRESHOLDS: CostThresholds = { amount: null, percent: null };

/**
 * What a plan changes against another: totals, clusters with their pools, tenants, prices, findings. Amounts of two
 * currencies are not taken from each other. `planChanges(before.plan, after.plan).cost.difference` is what a month costs
 * more, of two plan documents.
 */
export function planChanges<Said extends FindingToCompare>(
  base: PlanToCompare<Said>,
  head: PlanToCompare<Said>,
  thresholds: CostThresholds = NO_THRESHOLDS,
): PlanChanges<Said> {
  const cost = costMovement(base, head, thresholds);
  const totals = figureChanges(base.totals, head.totals);
  const clusters = clusterChanges(base.clusters, head.clusters);
  const tenants = tenantChanges(base.tenants, head.tenants);
  const rates = rateChanges(base, head);
  const findings = findingChanges(base.findings, head.findings);
  const lists = [clusters, tenants, rates, findings.added, findings.gone];
  return {
    ...{ base: modelOf(base), head: modelOf(head), cost, totals, clusters, tenants, rates, findings },
    newShortfalls: findings.added.filter(isShortfall),
    isChanged:
      base.modelId !== head.modelId ||
      totals.some(({ isChanged }) => isChanged) ||
      lists.some((list) => list.length > 0),
  };
}

function modelOf({ modelId, title, tenants, findings }: PlanToCompare): ComparedModel {
  const tenantsWithoutPrice = tenants.filter(isWithoutPrice).map(({ tenantId }) => tenantId);
  return { modelId, title, isInfeasible: findings.some(({ kind }) => kind === "infeasible"), tenantsWithoutPrice };
}

function isWithoutPrice({ monthlyPrice }: TenantToCompare): boolean {
  return monthlyPrice === null;
}
