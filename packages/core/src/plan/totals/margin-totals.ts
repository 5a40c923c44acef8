import { namedLines } from "../../base/figure.ts";
import { ratioOf, sumKnown, sumMoney } from "../../base/money.ts";
import { oneTimeCostLines, priceLines, tenantLines } from "./amount-lines.ts";
import { EVERYWHERE, type TotalTable } from "./total-definition.ts";

const NO_PRICE = "unknown, because a tenant has no price";

/** What all tenants pay and leave. One-off amounts stand apart and enter no total of a month. */
export const marginTotals = {
  monthlyPrice: {
    title: "Price a month",
    unit: "money a month",
    how: "What all tenants pay every month.",
    kind: "money",
    whenUnknown: NO_PRICE,
    shownIn: EVERYWHERE,
    of: ({ monthlyPrice }) => monthlyPrice,
    lines: priceLines,
  },
  monthlyMargin: {
    title: "Margin a month",
    unit: "money a month",
    how: "What all tenants pay less what the fleet costs.",
    kind: "money",
    whenUnknown: NO_PRICE,
    shownIn: EVERYWHERE,
    isMain: true,
    of: ({ monthlyMargin }) => monthlyMargin,
    formula: "price − cost",
    lines: (parts) => namedLines({ monthlyPrice: "price", monthlyCost: "cost" }, parts),
  },
  marginRatio: {
    title: "Margin ratio",
    unit: "ratio",
    how: "What of the price is left as margin.",
    kind: "ratio",
    whenUnknown: `${NO_PRICE}, or the price is zero`,
    shownIn: EVERYWHERE,
    short: "Margin, % of the price",
    of: ({ monthlyMargin, monthlyPrice }) =>
      monthlyMargin === null || monthlyPrice === null ? null : ratioOf(monthlyMargin, monthlyPrice),
    formula: "(price − cost) ÷ price",
    lines: (parts) => namedLines({ monthlyMargin: "margin", monthlyPrice: "price" }, parts),
  },
  markupRatio: {
    title: "Markup",
    unit: "ratio",
    how: "What the margin is beside the cost.",
    kind: "ratio",
    whenUnknown: `${NO_PRICE}, or the cost is zero`,
    of: ({ monthlyMargin, monthlyCost }) => (monthlyMargin === null ? null : ratioOf(monthlyMargin, monthlyCost)),
    formula: "(price − cost) ÷ cost",
    lines: (parts) => namedLines({ monthlyMargin: "margin", monthlyCost: "cost" }, parts),
  },
  contributionMonthlyMargin: {
    title: "Contribution margin a month",
    unit: "money a month",
    how: "What all tenants pay less what their own clusters cost; shared cost apart.",
    kind: "money",
    whenUnknown: NO_PRICE,
    of: ({ tenants, currency }) =>
      sumKnown(
        tenants.map((tenant) => tenant.contributionMonthlyMargin),
        currency,
      ),
    lines: (parts) => tenantLines(parts, "contributionMonthlyMargin"),
  },
  oneTimeCost: {
    title: "Cost of taking the tenants on, once",
    unit: "money once",
    how: "What taking the tenants on costs once; in no total of a month.",
    kind: "money",
    of: ({ oneTimeCosts, currency }) =>
      sumMoney(
        oneTimeCosts.map((line) => line.amount),
        currency,
      ),
    lines: oneTimeCostLines,
  },
  oneTimePrice: {
    title: "Price, once",
    unit: "money once",
    how: "What all tenants pay once; in no total of a month.",
    kind: "money",
    whenUnknown: NO_PRICE,
    of: ({ tenants, currency }) =>
      sumKnown(
        tenants.map((tenant) => tenant.oneTimePrice),
        currency,
      ),
    lines: (parts) => tenantLines(parts, "oneTimePrice"),
  },
} as const satisfies TotalTable;
