import { isZeroMoney, ratioOf } from "../../base/money.ts";
import { shareOf } from "../../costs/sharing.ts";
import { defineCriterion } from "./criterion.ts";

const DIGITS_OF_HOURS = 2;

/** Hours of people. */
export const effort = defineCriterion({
  id: "effort",
  title: "Hours of people a month",
  measures:
    "Hours of people that the plan's cost has each month, operations and upgrades; of a tenant those that it pays, of shared hours its share.",
  unit: "hours a month",
  better: "less",
  measure: ({ plan }) =>
    plan.costs.filter(({ driver }) => driver === "labour").reduce((sum, { quantity }) => sum + quantity, 0),
  measureOfTenant: ({ plan }, tenantId) => {
    const lines = plan.shared.filter(({ line }) => line.driver === "labour");
    // Who bears hours that cost nothing, nobody has said.
    if (lines.some(({ line }) => isZeroMoney(line.amount))) return null;
    const hours = lines.reduce((sum, { line, splits }) => {
      const shares = splits.flatMap(({ shares: all }) => shareOf(all, tenantId) ?? []);
      return shares.reduce((all, share) => all + line.quantity * (ratioOf(share, line.amount) ?? 0), sum);
    }, 0);
    // Shares are whole cents, so that smaller parts of an hour say nothing.
    return Number(hours.toFixed(DIGITS_OF_HOURS));
  },
});
