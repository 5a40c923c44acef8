import { discountOf, type Tenant } from "@nkp-planner/core";
import * as z from "zod";
import { defineCheckRule } from "../check-rule.ts";
import type { Checked } from "../subject/checked.ts";
import { aboutTenant } from "../subject/tenant-about.ts";

/** So many digits of a percentage are looked at, so that 0.1 and 0.2 are not more than 0.3. */
const DIGITS = 9;

/** Tenants with more discount than the price list or a policy gives. */
export const discountAboveCeiling = defineCheckRule({
  id: "discount-above-ceiling",
  title: "Discount above the ceiling",
  severity: "error",
  summary:
    "Holds the discount of each tenant, by its term and its contract together, against the ceiling of the price list in percent, and against that of a policy.",
  why: "A quote gives no more than the ceiling of the list: what was agreed above it is not in the tenant's price, and not in its margin either.",
  fix: "Lower discountPercent in the tenant's contract, or raise the ceiling where it is meant.",
  sources: [],
  thresholds: z.strictObject({
    mostDiscountPercent: z
      .number()
      .min(0)
      .max(100)
      .exactOptional()
      .meta({
        description:
          "The most discount of a tenant in percent, beside the ceiling of the price list; left out: that alone counts.",
        examples: [10],
      }),
  }),
  statements: {
    "above-list": "{tenant}: {agreed} % of discount are agreed, the price list gives {most} % at most.",
    "above-policy": "{tenant}: {agreed} % of discount are agreed, the policy allows {most} % at most.",
  },
  *judge(checked, say, { mostDiscountPercent = null }) {
    const ofList = checked.plan.context.priceList?.discountCeiling.percent ?? null;
    const most = Math.min(ofList ?? 100, mostDiscountPercent ?? 100);
    if (ofList === null && mostDiscountPercent === null) return;
    for (const tenant of checked.plan.input.tenants) {
      const wanted = wantedOf(checked, tenant);
      // Nothing is taken off a price that was agreed as a whole.
      if (wanted === 0 || tenant.monthlyPrice !== null) continue;
      const about = aboutTenant(checked, tenant.id, "contract", "discountPercent");
      const agreed = Number(wanted.toFixed(DIGITS));
      if (agreed <= most) yield say.pass(about);
      else yield say.fail(about, most === ofList ? "above-list" : "above-policy", { tenant: tenant.id, agreed, most });
    }
  },
});

/** What is agreed by term and contract, before any ceiling. */
function wantedOf({ plan }: Checked, tenant: Tenant): number {
  const { priceList } = plan.context;
  if (priceList === undefined) return tenant.contract.discountPercent ?? 0;
  return discountOf({ tenant }, { ...priceList, discountCeiling: { percent: null, monthly: null } });
}
