import type { PriceBook } from "./price-book.ts";
import type { Rate } from "./rate.ts";

/** Which extended resources a price of GPUs is for: the one that it names, or all that no item of the book names. */
export function resourcesPriced(
  { resource }: Pick<Rate, "resource">,
  { added }: Pick<PriceBook, "added">,
): (name: string) => boolean {
  return (name) => (resource === undefined ? !added.some((other) => other.resource === name) : resource === name);
}
