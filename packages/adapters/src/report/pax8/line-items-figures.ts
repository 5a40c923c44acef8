import { sumOfProducts } from "../quote/sum-of-products.ts";
import type { Pax8File } from "./pax8-file.ts";

/** What the items of a file come to a month: quantity × price each, nothing rounded. */
export function pax8Figures(content: string | Uint8Array): Readonly<Record<string, string>> {
  const { currency, quotes }: Pax8File = JSON.parse(String(content));
  const items = quotes.flatMap(({ lineItems }) => lineItems).filter(({ billingTerm }) => billingTerm === "Monthly");
  return { monthlyPrice: sumOfProducts(items, currency) };
}
