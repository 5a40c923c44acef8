import { numberText } from "../base/findings/format.ts";
import {
  compareMoney,
  isNegativeMoney,
  isZeroMoney,
  type Money,
  moneyAsNumber,
  noMoney,
  smallerMoney,
  subtractMoney,
  sumMoney,
} from "../base/money.ts";
import type { ClusterPlan } from "../clusters/clusters.ts";
import { type Attribution, type CostLine, sumAttributions } from "../costs/cost-line.ts";
import { costOfNodes } from "../costs/node-costs.ts";
import { type SharedLine, shareOf } from "../costs/sharing.ts";
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
  const borne = borneByTenant(plan);
  return lossMakersOf(plan.tenants)
    .map((tenant) => reasonOf(tenant, plan, borne.get(tenant.tenantId) ?? NOTHING_BORNE))
    .sort((a, b) => compareMoney(a.monthlyMargin, b.monthlyMargin));
}

/** What a tenant has a part in: lines in the order of the plan, and the clusters that are its alone. */
interface Borne {
  readonly lines: SharedLine[];
  readonly clusters: ClusterPlan[];
}

const NOTHING_BORNE: Borne = { lines: [], clusters: [] };

/** For all tenants at once: to look through all lines for each takes its time in fleets of hundreds. */
function borneByTenant({ shared, clusters }: FleetPlan): ReadonlyMap<string, Borne> {
  const all = new Map<string, Borne>();
  const borneBy = (tenantId: string) => {
    const borne = all.get(tenantId) ?? { lines: [], clusters: [] };
    all.set(tenantId, borne);
    return borne;
  };
  for (const line of shared) {
    for (const { shares } of line.splits) {
      for (const { tenantId } of shares) {
        const { lines } = borneBy(tenantId);
        if (lines.at(-1) !== line) lines.push(line);
      }
    }
  }
  for (const cluster of clusters) {
    const [only, ...others] = cluster.tenantIds;
    if (only !== undefined && others.length === 0) borneBy(only).clusters.push(cluster);
  }
  return all;
}

function reasonOf(tenant: TenantEconomics, plan: FleetPlan, borne: Borne): LossReason {
  const reasons = reasonsIn(borne, tenant.tenantId, plan.currency);
  const beside = reasons.filter(({ kind }) => kind !== "workload");
  const [cause = reasons[0] as CostReason] = beside.toSorted((a, b) => compareMoney(b.monthlyCost, a.monthlyCost));
  const ofBorne = largestOf(borne.lines, tenant.tenantId, plan.currency);
  const isCost = ofBorne !== undefined && !isZeroMoney(ofBorne.cost) && !isNegativeMoney(ofBorne.cost);
  const largest = (isCost ? ofBorne : largestOf(plan.shared, tenant.tenantId, plan.currency)) as LargestLine;
  return {
    tenant,
    monthlyMargin: tenant.monthlyMargin as Money,
    cause,
    line: largest.line,
    lineMonthlyCost: largest.cost,
    reasons,
  };
}

interface LargestLine {
  readonly line: CostLine;
  readonly cost: Money;
}

/** The first of the lines of which a tenant bears most. */
function largestOf(lines: readonly SharedLine[], tenantId: string, currency: string): LargestLine | undefined {
  let largest: LargestLine | undefined;
  for (const { line, splits } of lines) {
    const shares = splits.flatMap((one) => shareOf(one.shares, tenantId) ?? []);
    const [only = noMoney(currency), ...others] = shares;
    const cost = others.length === 0 ? only : sumMoney(shares, currency);
    if (largest === undefined || isAbove(cost, largest.cost)) largest = { line, cost };
  }
  return largest;
}

/** Nearly all are told apart as numbers, which keep the order. */
function isAbove(cost: Money, other: Money): boolean {
  const difference = moneyAsNumber(cost) - moneyAsNumber(other);
  return difference > 0 || (difference === 0 && compareMoney(cost, other) > 0);
}

/** A tenant's cost by reason: of its own cluster what minimums, losses, platform and idle take, its share of the rest. They sum to its cost. */
export function costReasonsOf(tenantId: string, plan: FleetPlan): readonly CostReason[] {
  return reasonsIn(borneByTenant(plan).get(tenantId) ?? NOTHING_BORNE, tenantId, plan.currency);
}

function reasonsIn({ lines, clusters }: Borne, tenantId: string, currency: string): readonly CostReason[] {
  const own: Attribution[] = [];
  const others: Money[] = [];
  for (const { basis, portion, shares } of lines.flatMap(({ splits }) => splits)) {
    const share = shareOf(shares, tenantId);
    if (share === undefined) continue;
    if (basis === "own") own.push(portion.attribution);
    else others.push(share);
  }
  const sums = sumAttributions(own, currency);
  const costs = lines.map(({ line }) => line);
  const nodes = (of: Parameters<typeof costOfNodes>[2]) =>
    sumMoney(
      costOfNodes(clusters, costs, of).map(({ monthlyCost }) => monthlyCost),
      currency,
    );
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
    { kind: "shared", monthlyCost: sumMoney(others, currency) },
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
