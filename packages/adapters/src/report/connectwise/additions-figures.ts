import { sumOfProducts } from "../quote/sum-of-products.ts";
import type { ConnectwiseFile } from "./connectwise-file.ts";

/** What the additions of a file come to a month: (quantity − lessIncluded) × unitPrice each, nothing rounded. */
export function connectwiseFigures(content: string | Uint8Array): Readonly<Record<string, string>> {
  const { currency, agreements }: ConnectwiseFile = JSON.parse(String(content));
  const items = agreements
    .flatMap(({ additions }) => additions)
    .map(({ quantity, lessIncluded, unitPrice }) => ({ quantity: quantity - lessIncluded, price: unitPrice }));
  return { monthlyPrice: sumOfProducts(items, currency) };
}
