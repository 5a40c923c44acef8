import * as z from "zod";
import type { Finding } from "../base/findings/finding.ts";
import { IsoDate } from "../base/provenance.ts";
import type { Forecast } from "../forecast/forecast.ts";
import { documentHead, headShape, type Prices } from "./document-head.ts";
import { FindingPart, findingPart } from "./finding-part.ts";
import { MoneyPart } from "./parts.ts";

const count = z.int().nonnegative();
const known = MoneyPart.nullable().meta({ description: "null: it rests on a price that nobody has said." });

const MonthPart = z.strictObject({
  monthNumber: z.int().positive().meta({ description: "1 is the first." }),
  firstDay: IsoDate,
  isFeasible: z
    .boolean()
    .meta({ description: "false: the month's plan falls short; its amounts are of what could be planned." }),
  tenantCount: count,
  nodeCount: count,
  hostCount: count,
  hostsBoughtCount: count,
  upgradeCount: count,
  monthlyPrice: known,
  monthlyCost: MoneyPart.meta({ description: "With the month's upgrades as they fall, and owned hosts written off." }),
  upgradeCost: MoneyPart.meta({ description: "Of monthlyCost: the hours of the month's upgrades." }),
  monthlyMargin: known,
  oneTimePrice: known,
  oneTimeCost: MoneyPart.meta({
    description: "What taking on the month's new tenants costs, and changing the nodes of clusters.",
  }),
  reshapeCost: MoneyPart.meta({ description: "Of oneTimeCost: the hours of changes of shape and shrinkings." }),
  oneTimeMargin: known,
  hostPurchases: MoneyPart.meta({ description: "What is paid for the hosts bought in this month." }),
  cashFlow: MoneyPart.nullable().meta({
    description:
      "Both margins, with hosts when they are paid; the last month with the residual value. null: a price is unknown.",
  }),
  cumulativeMargin: known,
  cumulativeCash: known,
});

const ForecastPart = z.strictObject({
  modelId: z.string(),
  start: IsoDate,
  discountPercentPerYear: z.number().nonnegative(),
  totalPrice: known,
  totalCost: MoneyPart.meta({ description: "Recurring and one-off, over all months." }),
  totalMargin: known,
  residualValue: MoneyPart.meta({ description: "What the hosts bought are still worth at the end." }),
  netPresentValue: MoneyPart.nullable().meta({
    description: "Cash of all months, each counted at its end and discounted. null: a price is unknown.",
  }),
  peakFundingNeed: MoneyPart.nullable().meta({
    description: "How far cumulative cash falls below zero at the most. null: a price is unknown.",
  }),
  paybackMonthNumber: z.int().positive().nullable().meta({
    description: "From this month on cumulative cash is never negative again. null: there is none, or it is unknown.",
  }),
  months: z.array(MonthPart),
  findings: z
    .array(FindingPart)
    .meta({ description: "What its months cannot give, each once, and how far prices hold." }),
});

/** What `forecast --format json` prints. JSON Schema: `schema/forecast.schema.json`. */
export const ForecastDocument = z.strictObject({
  ...headShape,
  forecasts: z.array(ForecastPart).meta({ description: "One a model, every month to the cent." }),
});
export type ForecastDocument = z.infer<typeof ForecastDocument>;

export function forecastDocument(
  { currency, forecasts }: { readonly currency: string; readonly forecasts: readonly Forecast[] },
  prices: Prices,
  said: readonly Finding[] = [],
): ForecastDocument {
  return { ...documentHead(currency, prices, said), forecasts: forecasts.map(forecastPart) };
}

function forecastPart(forecast: Forecast): z.infer<typeof ForecastPart> {
  return {
    modelId: forecast.model.id,
    start: forecast.start,
    discountPercentPerYear: forecast.discountPercentPerYear,
    totalPrice: forecast.totalPrice,
    totalCost: forecast.totalCost,
    totalMargin: forecast.totalMargin,
    residualValue: forecast.residualValue,
    netPresentValue: forecast.netPresentValue,
    peakFundingNeed: forecast.peakFundingNeed,
    paybackMonthNumber: forecast.paybackMonthNumber,
    months: forecast.months.map((month) => ({ ...month })),
    findings: forecast.findings.map(findingPart),
  };
}
