import { type FigureLine, namedLines } from "../../base/figure.ts";
import { isZeroMoney } from "../../base/money.ts";
import type { PlannedFleet } from "../../plan/planned-fleet.ts";
import { shareLines } from "../../plan/totals/cost-lines.ts";
import type { FigureDefinition } from "../../plan/totals/figure-definition.ts";
import type { TenantEconomics } from "../../plan/totals/margin.ts";
import { originOfLine } from "../../price-list/price-places.ts";
import { sizedTenants } from "./sized-tenants.ts";

/** A tenant in its plan. */
export interface PlannedTenant {
  readonly plan: PlannedFleet;
  readonly tenant: TenantEconomics;
}

/** What a tenant's figures are fields of. */
export type TenantField = Exclude<keyof TenantEconomics, "tenantId" | "ref" | "name" | "origin" | "priceLines">;

type TenantFigureDefinition = Omit<FigureDefinition<PlannedTenant>, "value">;

const NO_PRICE = "unknown: no price is agreed with this tenant, and no price list given";

const definitions = {
  monthlyCost: {
    title: "Cost of {name} a month",
    unit: "money a month",
    how: "What the tenant bears of the cost a month: its own cluster, and its share of what serves several.",
    lines: ({ plan, tenant }) => plan.shared.flatMap((shared) => shareLines(shared, tenant.tenantId)),
  },
  ownMonthlyCost: {
    title: "Cost of {name}'s own cluster a month",
    unit: "money a month",
    how: "Of the tenant's cost: what it alone causes.",
    lines: ({ plan, tenant }) => plan.shared.flatMap((shared) => shareLines(shared, tenant.tenantId, "own")),
  },
  sharedMonthlyCost: {
    title: "{name}'s share of what serves several tenants, a month",
    unit: "money a month",
    how: "Of the tenant's cost: its share of what serves several.",
    lines: ({ plan, tenant }) => plan.shared.flatMap((shared) => shareLines(shared, tenant.tenantId, "shared")),
  },
  monthlyPrice: {
    title: "Price of {name} a month",
    unit: "money a month",
    how: "What the tenant pays every month.",
    whenUnknown: NO_PRICE,
    lines: ({ plan, tenant }) => priceLines(tenant, "recurring", plan),
  },
  monthlyMargin: {
    title: "Margin of {name} a month",
    unit: "money a month",
    how: "What the tenant pays less what it costs.",
    whenUnknown: NO_PRICE,
    formula: "price − cost",
    lines: (of) => fieldLines(of, { monthlyPrice: "price", monthlyCost: "cost" }),
  },
  marginRatio: {
    title: "Margin ratio of {name}",
    unit: "ratio",
    how: "What of the tenant's price is left as margin.",
    whenUnknown: `${NO_PRICE}, or the price is zero`,
    formula: "(price − cost) ÷ price",
    lines: (of) => fieldLines(of, { monthlyMargin: "margin", monthlyPrice: "price" }),
  },
  markupRatio: {
    title: "Markup of {name}",
    unit: "ratio",
    how: "What the tenant's margin is beside its cost.",
    whenUnknown: `${NO_PRICE}, or the cost is zero`,
    formula: "(price − cost) ÷ cost",
    lines: (of) => fieldLines(of, { monthlyMargin: "margin", monthlyCost: "cost" }),
  },
  contributionMonthlyMargin: {
    title: "Contribution margin of {name} a month",
    unit: "money a month",
    how: "What the tenant leaves to pay for what is shared.",
    whenUnknown: NO_PRICE,
    formula: "price − cost of its own cluster",
    lines: (of) => fieldLines(of, { monthlyPrice: "price", ownMonthlyCost: "cost of its own cluster" }),
  },
  contributionMarginRatio: {
    title: "Contribution margin ratio of {name}",
    unit: "ratio",
    how: "What of the tenant's price is left to pay for what is shared.",
    whenUnknown: `${NO_PRICE}, or the price is zero`,
    formula: "(price − cost of its own cluster) ÷ price",
    lines: (of) => fieldLines(of, { contributionMonthlyMargin: "contribution margin", monthlyPrice: "price" }),
  },
  oneTimePrice: {
    title: "Price of {name}, once",
    unit: "money once",
    how: "What the tenant pays once.",
    whenUnknown: "unknown: no price list given",
    lines: ({ plan, tenant }) => priceLines(tenant, "one-time", plan),
  },
  oneTimeCost: {
    title: "Cost of taking on {name}, once",
    unit: "money once",
    how: "What taking the tenant on costs once.",
    lines: ({ plan, tenant }) => plan.oneTimeShared.flatMap((shared) => shareLines(shared, tenant.tenantId)),
  },
} as const satisfies Readonly<Record<TenantField, TenantFigureDefinition>>;

/** The figures of one tenant, by field of its economics, in the order of documents; each opens to its lines. */
export const tenantFigures = withValues(definitions);

function withValues(
  all: Readonly<Record<TenantField, TenantFigureDefinition>>,
): Readonly<Record<TenantField, FigureDefinition<PlannedTenant>>> {
  const entries = (Object.entries(all) as [TenantField, TenantFigureDefinition][]).map(([field, definition]) => [
    field,
    {
      ...definition,
      value: ({ tenant }: PlannedTenant) => tenant[field],
      sizedTenants: ({ tenant }: PlannedTenant) => sizedTenants([tenant]),
    },
  ]);
  return Object.fromEntries(entries);
}

/** Lines that are figures of the same tenant. */
function fieldLines<Field extends TenantField>(
  { tenant }: PlannedTenant,
  labels: Readonly<Record<Field, string>>,
): readonly FigureLine[] {
  return namedLines(labels, tenant, `tenant.${tenant.tenantId}.`);
}

function priceLines(
  tenant: TenantEconomics,
  billing: "recurring" | "one-time",
  { context: { priceList }, input }: PlannedFleet,
): readonly FigureLine[] {
  const asGiven = input.tenants.find(({ id }) => id === tenant.tenantId);
  return tenant.priceLines
    .filter((line) => line.billing === billing)
    .map(({ sku, name, service, quantity, unit, unitPrice, discount, amount }) => ({
      label: name,
      quantity,
      quantityUnit: unit,
      rate: unitPrice,
      rateUnit: `per ${unit} (${sku})`,
      value: amount,
      confidence: "user",
      sources: [],
      rateOrigin: originOfLine({ service, sku }, asGiven, priceList),
      note: isZeroMoney(discount) ? undefined : `less ${discount.amount} of discounts, each rounded`,
    }));
}
