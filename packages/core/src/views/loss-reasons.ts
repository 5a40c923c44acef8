import { numberText } from "../base/findings/format.ts";
import {
  addMoney,
  compareMoney,
  isZeroMoney,
  type Money,
  noMoney,
  smallerMoney,
  subtractMoney,
} from "../base/money.ts";
import type { CostLine } from "../costs/cost-line.ts";
import { costOfNodes } from "../costs/node-costs.ts";
import { shareOf } from "../costs/sharing.ts";
import type { FleetPlan } from "../plan/plan.ts";
import { lossMakersOf, type TenantEconomics } from "../plan/totals/margin.ts";

/** A part of a tenant's cost that has one reason. */
export interface CostReason {
  readonly kind: "minimum" | "failure" | "shared" | "platform" | "idle" | "workload";
  readonly monthlyCost: Money;
}

/** What a part of a cost is for, so that all outputs say it the same: "… costs 1,127.00". */
export const COST_REASON_TITLES: Readonly<Record<CostReason["kind"], string>> = {
  minimum: "nodes that only the documented minimum asks for",
  failure: "nodes held back for a loss",
  shared: "its share of what serves all",
  platform: "the platform on its own cluster",
  idle: "what nobody requests on its cluster",
  workload: "what it runs",
};

/** A tenant that costs more than it pays, and why. */
export interface LossReason {
  readonly tenant: TenantEconomics;
  /** price − cost, below zero. */
  readonly monthlyMargin: Money;
  /** What makes it so: the largest of the reasons that serve no request of the tenant, else its own workload. */
  readonly cause: CostReason;
  /** The largest single line of what the tenant bears. */
  readonly line: CostLine;
  readonly lineMonthlyCost: Money;
  readonly reasons: readonly CostReason[];
}

/** Every loss-making tenant with the line and the reason that make it so, the largest loss first. */
export function lossReasonsOf(plan: FleetPlan): readonly LossReason[] {
  return lossMakersOf(plan.tenants)
    .map((tenant) => reasonOf(tenant, plan))
    .sort((a, b) => compareMoney(a.monthlyMargin, b.monthlyMargin));
}

function reasonOf(tenant: TenantEconomics, plan: FleetPlan): LossReason {
  const reasons = costReasonsOf(tenant.tenantId, plan);
  const beside = reasons.filter(({ kind }) => kind !== "workload");
  const [cause = reasons[0] as CostReason] = beside.toSorted((a, b) => compareMoney(b.monthlyCost, a.monthlyCost));
  const lines = plan.shared
    .map(({ line, splits }) => ({
      line,
      cost: splits
        .flatMap(({ shares }) => shareOf(shares, tenant.tenantId) ?? [])
        .reduce(addMoney, noMoney(plan.currency)),
    }))
    .toSorted((a, b) => compareMoney(b.cost, a.cost));
  const largest = lines[0] as (typeof lines)[number];
  return {
    tenant,
    monthlyMargin: tenant.monthlyMargin as Money,
    cause,
    line: largest.line,
    lineMonthlyCost: largest.cost,
    reasons,
  };
}

/** A tenant's cost by reason: of its own cluster what minimums, losses, platform and idle take, its share of the rest. They sum to its cost. */
export function costReasonsOf(tenantId: string, plan: FleetPlan): readonly CostReason[] {
  const { currency, clusters, costs } = plan;
  const none = noMoney(currency);
  const own = clusters.filter(({ tenantIds }) => tenantIds.length === 1 && tenantIds[0] === tenantId);
  const sums = { overhead: none, idle: none, workload: none };
  let shared = none;
  for (const { splits } of plan.shared) {
    for (const { basis, portion, shares } of splits) {
      const share = shareOf(shares, tenantId);
      if (share === undefined) continue;
      if (basis !== "own") {
        shared = addMoney(shared, share);
        continue;
      }
      sums.overhead = addMoney(sums.overhead, portion.attribution.overhead);
      sums.idle = addMoney(sums.idle, portion.attribution.idle);
      sums.workload = addMoney(sums.workload, portion.attribution.workload);
    }
  }
  const nodes = (of: Parameters<typeof costOfNodes>[2]) =>
    costOfNodes(own, costs, of)
      .map(({ monthlyCost }) => monthlyCost)
      .reduce(addMoney, none);
  const wanted = {
    minimum: nodes(({ floorAddedNodeCount }) => floorAddedNodeCount),
    failure: nodes(({ failureAddedNodeCount }) => failureAddedNodeCount),
  };
  // Nodes for a minimum or a loss carry platform and idle in their turn: they come out of idle first, what is left of idle stays.
  const minimum = smallerMoney(wanted.minimum, sums.idle);
  const failure = smallerMoney(wanted.failure, subtractMoney(sums.idle, minimum));
  const idle = subtractMoney(subtractMoney(sums.idle, minimum), failure);
  const all: readonly CostReason[] = [
    { kind: "workload", monthlyCost: sums.workload },
    { kind: "platform", monthlyCost: sums.overhead },
    { kind: "minimum", monthlyCost: minimum },
    { kind: "failure", monthlyCost: failure },
    { kind: "idle", monthlyCost: idle },
    { kind: "shared", monthlyCost: shared },
  ];
  return all.filter(({ monthlyCost }) => !isZeroMoney(monthlyCost));
}

/** How many tenants cost more than they pay, of those whose price is known: `2 of 12`, `2 of 10, 2 unknown`, `unknown`. */
export function lossCountText(
  tenants: readonly TenantEconomics[],
  count: (value: number) => string = numberText,
): string {
  const known = tenants.filter(({ monthlyMargin }) => monthlyMargin !== null).length;
  if (known === 0 && tenants.length > 0) return "unknown";
  const losses = `${count(lossMakersOf(tenants).length)} of ${count(known)}`;
  return known === tenants.length ? losses : `${losses}, ${count(tenants.length - known)} unknown`;
}
