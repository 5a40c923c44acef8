import { compareMoney, type Money, money } from "@nkp-planner/core";
import * as z from "zod";
import { defineCheckRule } from "../check-rule.ts";
import type { About } from "../subject/about.ts";
import type { Checked } from "../subject/checked.ts";
import { aboutTenant } from "../subject/tenant-about.ts";

const MostField = z
  .string()
  .regex(/^\d{1,15}(\.\d{1,4})?$/, { error: 'an amount in the plan\'s currency, such as "12500.00"' });

/** Plans, and tenants, that cost more than a policy allows. */
export const costAboveBudget = defineCheckRule({
  id: "cost-above-budget",
  title: "Cost above the budget",
  severity: "error",
  summary:
    "Holds the monthly cost of the plan, and of tenants, against the most that a policy allows. Asked only where it does.",
  why: "A change of the fleet or of a cluster is small in its file and may be large in its cost. A budget in the policy stops it before it is merged.",
  fix: "Take back what costs more, or raise the budget: nkp-planner cost says of what the cost is made.",
  sources: [],
  thresholds: z.strictObject({
    mostMonthlyCost: MostField.exactOptional().meta({
      description: "The most that the whole plan may cost a month, in its currency; left out: it is not asked.",
      examples: ["48000.00"],
    }),
    mostMonthlyCostByTenant: z
      .record(z.string(), MostField)
      .exactOptional()
      .meta({
        description: "The most that single tenants may cost a month, by their ids, in the currency of the plan.",
        examples: [{ kite: "3200.00" }],
      }),
  }),
  statements: {
    "plan-above": "The plan costs {cost} a month, the budget is {most}.",
    "tenant-above": "{tenant}: costs {cost} a month, the budget is {most}.",
    "tenant-unknown":
      "{tenant}: has a budget, but the plan has no tenant of this id, so that nobody knows what it costs.",
  },
  *judge(checked, say, { mostMonthlyCost, mostMonthlyCostByTenant = {} }) {
    const { plan } = checked;
    if (mostMonthlyCost !== undefined) {
      const most = money(mostMonthlyCost, plan.currency);
      const about: About = { what: "plan", clusterName: null, poolName: null, place: checked.fleet([]) };
      const { monthlyCost: cost } = plan.totals;
      if (compareMoney(cost, most) <= 0) yield say.pass(about);
      else yield say.fail(about, "plan-above", { cost: worth(cost), most: worth(most) });
    }
    for (const [tenantId, text] of Object.entries(mostMonthlyCostByTenant)) {
      const most = money(text, plan.currency);
      const about = aboutTenant(checked, tenantId, "id");
      const cost = costOfTenant(checked, tenantId);
      if (cost === undefined) yield say.unknown(about, "tenant-unknown", { tenant: tenantId });
      else if (compareMoney(cost, most) <= 0) yield say.pass(about);
      else yield say.fail(about, "tenant-above", { tenant: tenantId, cost: worth(cost), most: worth(most) });
    }
  },
});

function costOfTenant({ plan }: Checked, id: string): Money | undefined {
  return plan.tenants.find(({ tenantId }) => tenantId === id)?.monthlyCost;
}

function worth(value: Money) {
  return { kind: "money", value } as const;
}
