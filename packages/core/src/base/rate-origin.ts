/** Where a rate comes from: whoever keeps the prices, not the platform's vendor. */
export interface RateOrigin {
  /** true: made up, for an example. */
  readonly isInvented: boolean;
  /** Id of the price book or price list; null: agreed with a tenant, in the fleet file. */
  readonly pricesId: string | null;
  /** Where it stands, where a file was read. */
  readonly place: { readonly file: string; readonly line: number } | null;
}

/** `invented (example-eur)`, `yours, line 12 of price-book.yaml`, `yours (book-2026)`. */
export function rateOriginText({ isInvented, pricesId, place }: RateOrigin): string {
  if (isInvented) return `invented (${pricesId})`;
  if (pricesId === null) return "yours, as agreed in the fleet file";
  return place === null ? `yours (${pricesId})` : `yours, line ${place.line} of ${place.file}`;
}
