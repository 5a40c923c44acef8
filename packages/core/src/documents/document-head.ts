import * as z from "zod";
import type { Finding } from "../base/findings/finding.ts";
import type { Tenant } from "../input/fleet.ts";
import { hasIllustrativePrices } from "../price-list/invented-prices.ts";
import type { PlanningContext } from "../price-list/planning-context.ts";
import { FindingPart, findingPart } from "./finding-part.ts";
import { SCHEMA_VERSION } from "./parts.ts";

/** What was said of the inputs, in every document that rests on them. */
export const SaidOfInputs = z.array(FindingPart).meta({
  description:
    "Of the inputs: what was read how or left out, and what is to be known of their prices. Where a limit ended it: how far it was planned.",
});

/** What was said of the inputs, as documents print it. */
export function saidOfInputs(findings: readonly Finding[]): z.infer<typeof SaidOfInputs> {
  return findings.map(findingPart);
}

/** With what a document of amounts begins. */
export const headShape = {
  schemaVersion: z.literal(SCHEMA_VERSION),
  currency: z.string(),
  illustrativePrices: z.boolean().meta({
    description: "true: the price book, the price list or an agreed price is invented; quote nothing from it.",
  }),
  findings: SaidOfInputs,
};

/** The prices that a document's amounts were computed with, and the tenants who pay by them. */
export interface Prices {
  readonly context: PlanningContext;
  readonly tenants: readonly Tenant[];
}

/**
 * @param currency what the document's amounts are in
 * @param said what was said of the inputs
 */
/** The head of a document of amounts. */
export function documentHead(currency: string, prices: Prices, said: readonly Finding[]) {
  const illustrativePrices = hasIllustrativePrices(prices.context, prices.tenants);
  return { schemaVersion: SCHEMA_VERSION, currency, illustrativePrices, findings: saidOfInputs(said) } as const;
}
