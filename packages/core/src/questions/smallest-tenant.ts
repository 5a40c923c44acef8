import { requireMarginRatio } from "../base/money.ts";
import type { Resources } from "../base/units.ts";
import type { PlanInput, Tenant } from "../input/fleet.ts";
import { schedulingOf } from "../input/workload-fields.ts";
import type { OperatingModel } from "../models/operating-model.ts";
import { planFleet } from "../plan/plan.ts";
import type { PlanningCache } from "../plan/planning-cache.ts";
import type { TenantEconomics } from "../plan/totals/margin.ts";
import type { PlanningContext } from "../price-list/planning-context.ts";

/** A tenant of so many equal pods, as it would fare in the fleet. */
export interface TriedTenant {
  readonly podCount: number;
  readonly economics: TenantEconomics;
  readonly isWorthIt: boolean;
}

/** The smallest tenant that leaves a margin. */
export interface SmallestTenant {
  /** From this size on every larger one tried leaves the margin; null: the largest tried does not. */
  readonly fromPodCount: number | null;
  readonly provenUpToPodCount: number;
  /** Smaller sizes that leave it all the same: a node that is full pays, the next one that is empty does not. */
  readonly alsoAtPodCounts: readonly number[];
  readonly at: TriedTenant | null;
  readonly before: TriedTenant | null;
}

export interface SmallestTenantQuestion {
  readonly input: PlanInput;
  readonly model: OperatingModel;
  readonly context: PlanningContext;
  readonly pod: Resources;
  readonly marginRatio: number;
  readonly cache?: PlanningCache;
}

const NEWCOMER = "newcomer";

/**
 * One more tenant of equal pods joins the fleet, priced by the list, at its full cost with its share of what all share.
 * @throws RangeError unless 0 ≤ marginRatio < 1
 */
export function tryTenant(question: SmallestTenantQuestion, podCount: number): TriedTenant {
  const { input, model, context, pod, marginRatio, cache } = question;
  requireMarginRatio(marginRatio);
  const newcomer = newcomerOf(pod, podCount, input);
  const plan = planFleet({ ...input, tenants: [...input.tenants, newcomer] }, model, context, cache);
  const economics = plan.tenants.at(-1) as TenantEconomics;
  return { podCount, economics, isWorthIt: economics.marginRatio !== null && economics.marginRatio >= marginRatio };
}

/** The answer over sizes that were all planned: margins jump with every node, so none is skipped. */
export function smallestTenantOf(tried: readonly TriedTenant[]): SmallestTenant {
  const lastBad = tried.findLastIndex(({ isWorthIt }) => !isWorthIt);
  const at = tried[lastBad + 1];
  return {
    fromPodCount: at?.podCount ?? null,
    provenUpToPodCount: tried.at(-1)?.podCount ?? 0,
    alsoAtPodCounts: tried
      .filter(({ isWorthIt }, index) => isWorthIt && index < lastBad)
      .map(({ podCount }) => podCount),
    at: at ?? null,
    before: at === undefined ? null : (tried[lastBad] ?? null),
  };
}

function newcomerOf(pod: Resources, podCount: number, { tenants }: PlanInput): Tenant {
  const ids = new Set(tenants.map(({ id }) => id));
  let id = NEWCOMER;
  while (ids.has(id)) id = `${id}-1`;
  return {
    id,
    name: "One more tenant",
    demand: [
      {
        name: "pods",
        kind: "Deployment",
        replicas: podCount,
        requestsPerReplica: pod,
        ...schedulingOf({}),
      },
    ],
    pools: [],
    upgradeCadence: "fleet",
    growthPercentPerYear: null,
    monthlyPrice: null,
    contract: {
      termMonths: null,
      supportPlan: null,
      bundle: null,
      discountPercent: null,
      options: [],
      from: null,
      until: null,
    },
    shareWeight: 1,
  };
}
