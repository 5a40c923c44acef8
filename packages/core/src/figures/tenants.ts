import type { FleetPlan } from "../plan.ts";
import { shareLine } from "./costs.ts";
import { COMPUTED, type Figure, plainLine } from "./figure.ts";

type Tenant = FleetPlan["tenants"][number];

/** The figures of one tenant, by field; each opens to its lines. */
export const tenantFigures: Readonly<Record<string, (plan: FleetPlan, tenant: Tenant) => Omit<Figure, "id">>> = {
  monthlyCost: (plan, { tenantId, name, monthlyCost }) => ({
    title: `Cost of ${name} a month`,
    unit: `${plan.currency} a month`,
    value: monthlyCost,
    formula: null,
    lines: plan.shared.flatMap((shared) => shareLine(shared, tenantId) ?? []),
  }),
  monthlyPrice: (plan, { name, monthlyPrice }) => ({
    title: `Price of ${name} a month`,
    unit: `${plan.currency} a month`,
    value: monthlyPrice,
    formula: monthlyPrice === null ? "unknown: the fleet gives this tenant no price" : null,
    lines: [
      plainLine("price in the fleet file", monthlyPrice, {
        confidence: monthlyPrice === null ? "unknown" : "user",
        sources: [],
      }),
    ],
  }),
  monthlyMargin: (plan, { tenantId, name, monthlyPrice, monthlyCost, monthlyMargin }) => ({
    title: `Margin of ${name} a month`,
    unit: `${plan.currency} a month`,
    value: monthlyMargin,
    formula: "price − cost",
    lines: [
      plainLine("price", monthlyPrice, { ...COMPUTED, opens: `tenant.${tenantId}.monthlyPrice` }),
      plainLine("cost", monthlyCost, { ...COMPUTED, opens: `tenant.${tenantId}.monthlyCost` }),
    ],
  }),
  marginRatio: (_plan, { tenantId, name, monthlyPrice, monthlyMargin, marginRatio }) => ({
    title: `Margin ratio of ${name}`,
    unit: "ratio",
    value: marginRatio,
    formula: "(price − cost) ÷ price",
    lines: [
      plainLine("margin", monthlyMargin, { ...COMPUTED, opens: `tenant.${tenantId}.monthlyMargin` }),
      plainLine("price", monthlyPrice, { ...COMPUTED, opens: `tenant.${tenantId}.monthlyPrice` }),
    ],
  }),
};
