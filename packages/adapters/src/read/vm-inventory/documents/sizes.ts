import { at } from "../../objects/read-fields.ts";

/** A number from 0 on, also one written as a text; null: none. */
export function numberAt(data: unknown, ...path: readonly string[]): number | null {
  const value = at(data, ...path);
  const number = typeof value === "string" && /^\d{1,15}$/.test(value) ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) && number >= 0 ? number : null;
}

/** The product of numbers; null where one is not known. */
export function product(...numbers: readonly (number | null)[]): number | null {
  return numbers.reduce((all, one) => (all === null || one === null ? null : all * one), 1);
}

/** The sum of sizes, and how many do not say theirs: 0 is the size of a copy whose original says it. */
export function sumOfSizes(sizes: readonly (number | null)[]): { readonly sum: number; readonly unsizedCount: number } {
  const known = sizes.filter((size): size is number => size !== null && size > 0);
  return { sum: known.reduce((all, one) => all + one, 0), unsizedCount: sizes.length - known.length };
}

const BYTES_PER_MIB = 1_048_576;

/** Whole MiB, rounded up. */
export function mibOf(bytes: number | null): number | null {
  return bytes === null ? null : Math.ceil(bytes / BYTES_PER_MIB);
}
