import type { IsoDate } from "./provenance.ts";

/** Where a rate comes from: whoever keeps the prices, not the platform's vendor. */
export interface RateOrigin {
  /** true: made up, for an example. */
  readonly isInvented: boolean;
  /** Id of the price book or price list; null: agreed with a tenant, in the fleet file. */
  readonly pricesId: string | null;
  /** Where it stands, where a file was read. */
  readonly place: FilePlace | null;
  /** The day of the change that brought it; absent: it is there from the beginning of the prices. */
  readonly since?: IsoDate;
}

/** A line of a file, 1-based, as editors count. */
export interface FilePlace {
  readonly file: string;
  readonly line: number;
}

/** `invented (example-eur)`, `yours (book-2026), from 2027-07-01 on`, `yours, line 12 of price-book.yaml`, `yours (book-2026)`,
 * `yours, as agreed in line 30 of fleet.yaml`, `invented, as agreed in line 30 of fleet.yaml`. */
export function rateOriginText({ isInvented, pricesId, place, since }: RateOrigin): string {
  if (pricesId === null) {
    const agreed = place === null ? "in the fleet file" : `in line ${place.line} of ${place.file}`;
    return `${isInvented ? "invented" : "yours"}, as agreed ${agreed}`;
  }
  const from = since === undefined ? "" : `, from ${since} on`;
  if (isInvented) return `invented (${pricesId})${from}`;
  return place === null ? `yours (${pricesId})${from}` : `yours, line ${place.line} of ${place.file}${from}`;
}
