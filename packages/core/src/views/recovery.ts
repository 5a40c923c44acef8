import { addMoney, type Money, noMoney, ratioOf, subtractMoney } from "../base/money.ts";
import type { FleetPlan } from "../plan/plan.ts";
import { platformCostOf } from "./platform-cost.ts";

/** Which part of the platform's cost the way of charging brings back. */
export interface Recovery {
  /** What serves no tenant: overhead of every cluster, and nodes that only documented minimums ask for. */
  readonly platformMonthlyCost: Money;
  /** Of tenants' recurring prices: fees for being there, minimum fees, and of what is charged by the node the platform's part. */
  readonly recoveredMonthlyPrice: Money;
  /** Prices of which nobody can say what they pay for: agreed ones, and support. */
  readonly undividedMonthlyPrice: Money;
  /** recovered ÷ cost; null where the platform costs nothing or no price can be divided. */
  readonly recoveredRatio: number | null;
  /** cost − recovered: what the prices of workloads must bring in. */
  readonly leftMonthlyCost: Money;
}

/**
 * How a price list pays for the platform: a base fee per cluster recovers it from the tenant, a price per requested
 * vCPU leaves it as overhead, a price per node recovers what the platform takes of the tenant's nodes.
 */
export function recoveryOf(plan: FleetPlan): Recovery {
  const { currency } = plan;
  const lines = plan.tenants.flatMap(({ priceLines }) => priceLines.filter(({ billing }) => billing === "recurring"));
  const none = noMoney(currency);
  const recovered = lines.map(({ recovers }) => recovers?.overhead ?? none).reduce(addMoney, none);
  const undivided = lines.map(({ recovers, amount }) => (recovers === null ? amount : none)).reduce(addMoney, none);
  const platform = platformCostOf(plan);
  const isKnown = lines.some(({ recovers }) => recovers !== null);
  return {
    platformMonthlyCost: platform,
    recoveredMonthlyPrice: recovered,
    undividedMonthlyPrice: undivided,
    recoveredRatio: isKnown ? ratioOf(recovered, platform) : null,
    leftMonthlyCost: subtractMoney(platform, recovered),
  };
}
