import * as z from "zod";
import type { Finding } from "../base/findings/finding.ts";
import { hasIllustrativePrices, type PlanningContext } from "../price-list/planning-context.ts";
import { FindingPart, findingPart } from "./finding-part.ts";
import { SCHEMA_VERSION } from "./parts.ts";

/** What was said of the inputs, in every document that rests on them. */
export const SaidOfInputs = z.array(FindingPart).meta({
  description:
    "Of the inputs: what was read how or left out, and what is to be known of their prices. Where a limit ended it: how far it was planned.",
});

export function saidOfInputs(findings: readonly Finding[]): z.infer<typeof SaidOfInputs> {
  return findings.map(findingPart);
}

/** With what a document of amounts begins. */
export const headShape = {
  schemaVersion: z.literal(SCHEMA_VERSION),
  currency: z.string(),
  illustrativePrices: z.boolean().meta({
    description: "true: the price book or the price list is invented; quote nothing from it.",
  }),
  findings: SaidOfInputs,
};

/** The prices that a document's amounts were computed with. */
export type Prices = Pick<PlanningContext, "priceBook" | "priceList">;

/**
 * @param currency what the document's amounts are in
 * @param said what was said of the inputs
 */
export function documentHead(currency: string, prices: Prices, said: readonly Finding[]) {
  const illustrativePrices = hasIllustrativePrices(prices);
  return { schemaVersion: SCHEMA_VERSION, currency, illustrativePrices, findings: saidOfInputs(said) } as const;
}
