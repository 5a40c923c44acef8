import { compareMoney, divideMoney, multiplyMoney } from "@nkp-planner/core";
import * as z from "zod";
import { defineCheckRule } from "../check-rule.ts";
import { aboutTenant } from "../subject/tenant-about.ts";

/** Tenants that leave less of their price than a policy asks for. */
export const marginBelowFloor = defineCheckRule({
  id: "margin-below-floor",
  title: "Margin below the floor",
  severity: "error",
  summary:
    "Holds the margin of each tenant, price less cost as part of the price, against a least one. Asked only where a policy sets it.",
  why: "A change of nodes, of prices or of the price list moves what a tenant leaves, and nobody sees it in a manifest.",
  fix: "Change the price or what the tenant costs: nkp-planner cost says of what that is made, nkp-planner explain where a figure comes from.",
  sources: [],
  thresholds: z.strictObject({
    leastMarginPercent: z
      .number()
      .min(-100)
      .max(100)
      .exactOptional()
      .meta({
        description: "The least margin of each tenant in percent of its monthly price; left out: it is not asked.",
        examples: [20],
      }),
  }),
  statements: {
    below:
      "{tenant}: the margin is {margin} a month, {percent} % of the price; at least {least} % are asked, {needed}.",
    "no-price": "{tenant}: pays nothing and costs {cost} a month; at least {least} % of margin are asked.",
    unknown:
      "{tenant}: the margin is not known, because nobody has said what it pays: a price list and an agreed price are missing.",
  },
  *judge(checked, say, { leastMarginPercent: least }) {
    if (least === undefined) return;
    for (const { tenantId, monthlyPrice, monthlyCost, monthlyMargin, marginRatio } of checked.plan.tenants) {
      const about = aboutTenant(checked, tenantId, "id");
      if (monthlyPrice === null || monthlyMargin === null) {
        yield say.unknown(about, "unknown", { tenant: tenantId });
        continue;
      }
      const words = { tenant: tenantId, least };
      // margin ÷ price ≥ least ÷ 100, without a division
      if (compareMoney(multiplyMoney(monthlyMargin, 100), multiplyMoney(monthlyPrice, least)) >= 0)
        yield say.pass(about);
      else if (marginRatio === null)
        yield say.fail(about, "no-price", { ...words, cost: { kind: "money", value: monthlyCost } });
      else
        yield say.fail(about, "below", {
          ...words,
          margin: { kind: "money", value: monthlyMargin },
          needed: { kind: "money", value: divideMoney(multiplyMoney(monthlyPrice, least), 100) },
          percent: percentBelow(marginRatio),
        });
    }
  },
});

/** A share in percent with two digits, rounded down: what is below a floor never reads as if it were on it. */
function percentBelow(ratio: number): number {
  return Math.floor(ratio * 100 * 100) / 100;
}
