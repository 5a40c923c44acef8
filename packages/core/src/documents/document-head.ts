import * as z from "zod";
import { hasIllustrativePrices, type PlanningContext } from "../price-list/planning-context.ts";
import { SCHEMA_VERSION } from "./parts.ts";

/** With what a document of amounts begins. */
export const headShape = {
  schemaVersion: z.literal(SCHEMA_VERSION),
  currency: z.string(),
  illustrativePrices: z.boolean().meta({
    description: "true: the price book or the price list is invented; quote nothing from it.",
  }),
};

/** The prices that a document's amounts were computed with. */
export type Prices = Pick<PlanningContext, "priceBook" | "priceList">;

/** @param currency what the document's amounts are in */
export function documentHead(currency: string, prices: Prices) {
  return { schemaVersion: SCHEMA_VERSION, currency, illustrativePrices: hasIllustrativePrices(prices) } as const;
}
