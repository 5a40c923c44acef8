import { isZeroMoney } from "../money.ts";
import type { PlannedFleet } from "../planned-fleet.ts";
import { shareLines } from "./costs.ts";
import { COMPUTED, type Figure, type FigureLine, plainLine } from "./figure.ts";

type Tenant = PlannedFleet["tenants"][number];

/** The figures of one tenant, by field; each opens to its lines. */
export const tenantFigures: Readonly<Record<string, (plan: PlannedFleet, tenant: Tenant) => Omit<Figure, "id">>> = {
  monthlyCost: (plan, { tenantId, name, monthlyCost }) => ({
    title: `Cost of ${name} a month`,
    unit: `${plan.currency} a month`,
    value: monthlyCost,
    formula: null,
    lines: plan.shared.flatMap((shared) => shareLines(shared, tenantId)),
  }),
  ownMonthlyCost: (plan, { tenantId, name, ownMonthlyCost }) => ({
    title: `Cost of ${name}'s own cluster a month`,
    unit: `${plan.currency} a month`,
    value: ownMonthlyCost,
    formula: null,
    lines: plan.shared.flatMap((shared) => shareLines(shared, tenantId, "own")),
  }),
  sharedMonthlyCost: (plan, { tenantId, name, sharedMonthlyCost }) => ({
    title: `${name}'s share of what serves several tenants, a month`,
    unit: `${plan.currency} a month`,
    value: sharedMonthlyCost,
    formula: null,
    lines: plan.shared.flatMap((shared) => shareLines(shared, tenantId, "shared")),
  }),
  monthlyPrice: (plan, { name, monthlyPrice, priceLines }) => ({
    title: `Price of ${name} a month`,
    unit: `${plan.currency} a month`,
    value: monthlyPrice,
    formula: monthlyPrice === null ? "unknown: no price is agreed with this tenant, and no price list given" : null,
    lines: priceLines.filter(({ billing }) => billing === "recurring").map(priceLine),
  }),
  oneTimePrice: (plan, { name, oneTimePrice, priceLines }) => ({
    title: `Price of ${name}, once`,
    unit: `${plan.currency}, once`,
    value: oneTimePrice,
    formula: oneTimePrice === null ? "unknown: no price list given" : null,
    lines: priceLines.filter(({ billing }) => billing === "one-time").map(priceLine),
  }),
  oneTimeCost: (plan, { tenantId, name, oneTimeCost }) => ({
    title: `Cost of taking on ${name}, once`,
    unit: `${plan.currency}, once`,
    value: oneTimeCost,
    formula: null,
    lines: plan.oneTimeShared.flatMap((shared) => shareLines(shared, tenantId)),
  }),
  contributionMonthlyMargin: (plan, { tenantId, name, monthlyPrice, ownMonthlyCost, contributionMonthlyMargin }) => ({
    title: `Contribution margin of ${name} a month`,
    unit: `${plan.currency} a month`,
    value: contributionMonthlyMargin,
    formula: "price − cost of its own cluster",
    lines: [
      plainLine("price", monthlyPrice, { ...COMPUTED, opens: `tenant.${tenantId}.monthlyPrice` }),
      plainLine("cost of its own cluster", ownMonthlyCost, {
        ...COMPUTED,
        opens: `tenant.${tenantId}.ownMonthlyCost`,
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
  markupRatio: (_plan, { tenantId, name, monthlyCost, monthlyMargin, markupRatio }) => ({
    title: `Markup of ${name}`,
    unit: "ratio",
    value: markupRatio,
    formula: "(price − cost) ÷ cost",
    lines: [
      plainLine("margin", monthlyMargin, { ...COMPUTED, opens: `tenant.${tenantId}.monthlyMargin` }),
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

function priceLine({
  sku,
  name,
  quantity,
  unit,
  unitPrice,
  discount,
  amount,
}: Tenant["priceLines"][number]): FigureLine {
  return {
    label: name,
    quantity,
    quantityUnit: unit,
    rate: unitPrice,
    rateUnit: `per ${unit} (${sku})`,
    value: amount,
    confidence: "user",
    sources: [],
    note: isZeroMoney(discount) ? undefined : `less ${discount.amount} of discounts, each rounded`,
  };
}
