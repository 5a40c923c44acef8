import { addMoney, isZeroMoney, type Money, noMoney, smallerMoney } from "../base/money.ts";
import { costOfNodes, type NodeCost } from "../costs/node-costs.ts";
import type { FleetPlan } from "../plan/plan.ts";

/** Overhead of every line, and of what is idle the part of nodes that only the documented minimum adds. */
export function platformCostOf(plan: Pick<FleetPlan, "clusters" | "costs" | "currency">): Money {
  return [
    ...plan.costs.map(({ attribution }) => attribution.overhead),
    ...floorCostsOf(plan).map(({ monthlyCost }) => monthlyCost),
  ].reduce(addMoney, noMoney(plan.currency));
}

/** What nodes that only the documented minimum adds cost of what is idle: their overhead is counted as such. */
export function floorCostsOf({ clusters, costs }: Pick<FleetPlan, "clusters" | "costs">): readonly NodeCost[] {
  return costOfNodes(clusters, costs, ({ floorAddedNodeCount }) => floorAddedNodeCount)
    .map((cost) => ({ ...cost, monthlyCost: smallerMoney(cost.monthlyCost, cost.portion.attribution.idle) }))
    .filter(({ monthlyCost }) => !isZeroMoney(monthlyCost));
}
