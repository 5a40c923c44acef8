import { addMoney, type Money, noMoney, smallerMoney } from "./money.ts";
import { costOfNodes } from "./node-costs.ts";
import type { FleetPlan } from "./plan.ts";

/** Overhead of every line, and of what is idle the part of nodes that only the documented minimum adds. */
export function platformCostOf({
  clusters,
  costs,
  currency,
}: Pick<FleetPlan, "clusters" | "costs" | "currency">): Money {
  const floors = costOfNodes(clusters, costs, ({ floorAddedNodeCount }) => floorAddedNodeCount).map(
    ({ portion, monthlyCost }) => smallerMoney(monthlyCost, portion.attribution.idle),
  );
  return [...costs.map(({ attribution }) => attribution.overhead), ...floors].reduce(addMoney, noMoney(currency));
}
