import * as z from "zod";
import type { PriceLine } from "../price-list/price-lines.ts";
import type { Quotes } from "../views/quote.ts";
import { FindingPart, findingPart } from "./finding-part.ts";
import { MoneyPart, RefPart, SCHEMA_VERSION } from "./parts.ts";

const QuoteLinePart = z.strictObject({
  sku: z.string(),
  name: z.string(),
  description: z.string(),
  quantity: z.number(),
  unit: z.string(),
  unitPrice: MoneyPart,
  discount: MoneyPart,
  amount: MoneyPart.meta({ description: "quantity × unitPrice, rounded, less the discount." }),
  isOptional: z.boolean(),
  isTaxable: z.boolean(),
});

/** What `quote --format json` prints: what customers see, and nothing of the provider's cost. JSON Schema: `schema/quote.schema.json`. */
export const QuoteDocument = z.strictObject({
  schemaVersion: z.literal(SCHEMA_VERSION),
  quotes: z.array(
    z.strictObject({
      tenantId: z.string(),
      ref: RefPart,
      name: z.string(),
      currency: z.string(),
      asOf: z.string(),
      validUntil: z.string().nullable(),
      illustrative: z.boolean().meta({ description: "true: prices are invented; send this to nobody." }),
      termMonths: z.int().nullable(),
      indexationPercentPerYear: z.number().nullable(),
      size: z.strictObject({ podCount: z.int(), vcpu: z.number(), memoryGiB: z.number(), storageGiB: z.number() }),
      recurring: z.array(QuoteLinePart),
      oneTime: z.array(QuoteLinePart),
      monthlyPrice: MoneyPart,
      oneTimePrice: MoneyPart,
    }),
  ),
  withoutPrice: z.array(z.string()).meta({ description: "Tenants for whom there is no price." }),
  findings: z.array(FindingPart).meta({
    description:
      "What must be known before one is sent: how inputs were read, what is charged how, invented prices, prices that do not hold, a plan that does not run.",
  }),
});
export type QuoteDocument = z.infer<typeof QuoteDocument>;

/** What tenants pay, as `quote --format json` prints it: nothing of the cost. */
export function quoteDocument({ quotes, withoutPrice, findings }: Quotes): QuoteDocument {
  return {
    schemaVersion: SCHEMA_VERSION,
    quotes: quotes.map((quote) => ({
      ...quote,
      recurring: quote.recurring.map(linePart),
      oneTime: quote.oneTime.map(linePart),
      monthlyPrice: quote.monthlyPrice,
      oneTimePrice: quote.oneTimePrice,
    })),
    withoutPrice: [...withoutPrice],
    findings: findings.map(findingPart),
  };
}

function linePart(line: PriceLine): z.infer<typeof QuoteLinePart> {
  const { sku, name, description, quantity, unit, unitPrice, discount, amount, isOptional, isTaxable } = line;
  return {
    sku,
    name,
    description,
    quantity,
    unit,
    unitPrice: unitPrice,
    discount: discount,
    amount: amount,
    isOptional,
    isTaxable,
  };
}
