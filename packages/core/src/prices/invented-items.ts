import * as z from "zod";

/** Of one priced part of a file: whether its price is invented, where it differs from what the file says of all. */
export const InventedField = z
  .boolean()
  .optional()
  .meta({
    description:
      "Whether this price is invented, true, or yours, false. Left out: as illustrative at the top of the file says.",
    examples: [false],
  });

/** A priced part of a file of prices, by its short name. */
export interface PricedPart {
  readonly sku: string;
  readonly illustrative?: boolean | undefined;
}

/** What of a file is invented. */
export interface InventedPrices {
  /** true: the prices are invented, or some of them are, and every output says so. */
  readonly illustrative: boolean;
  /** Where some are invented and others are not: the SKUs of those that are; absent: all are alike. */
  readonly inventedSkus?: readonly string[];
}

/**
 * What of a file is invented: each part is what it says of itself, or else what the file says of all.
 *
 * A file that is invented, with LABOUR `illustrative: false` beside RACK: `RACK` alone is invented.
 */
export function inventedAmong(illustrative: boolean, parts: readonly PricedPart[]): InventedPrices {
  const invented = parts.filter((part) => part.illustrative ?? illustrative);
  // What has no part says nothing of its parts.
  if (parts.length === 0 || invented.length === parts.length) return { illustrative: illustrative || parts.length > 0 };
  if (invented.length === 0) return { illustrative: false };
  return { illustrative: true, inventedSkus: [...new Set(invented.map(({ sku }) => sku))] };
}

/** Whether the price of one part is invented. @param prices what was found of its file */
export function isInventedPart({ illustrative, inventedSkus }: InventedPrices, sku: string): boolean {
  return inventedSkus === undefined ? illustrative : inventedSkus.includes(sku);
}
