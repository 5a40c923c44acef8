import { CURRENCIES_BY_DIGITS } from "./iso-4217.ts";

/** An ISO 4217 alphabetic code such as `EUR`. */
export type CurrencyCode = string;

const MINOR_UNIT_DIGITS: ReadonlyMap<CurrencyCode, number> = new Map(
  CURRENCIES_BY_DIGITS.flatMap(([digits, codes]) => codes.split(" ").map((code) => [code, digits] as const)),
);

/** Every code of the standard that people pay in, in alphabetic order. */
export const currencyCodes: readonly CurrencyCode[] = [...MINOR_UNIT_DIGITS.keys()].sort();

/**
 * Digits after the point of a currency's smallest amount: EUR → 2, JPY → 0.
 * @throws when the code is none of the standard's: inputs are checked before
 */
export function minorUnitDigits(currency: CurrencyCode): number {
  const digits = MINOR_UNIT_DIGITS.get(currency);
  if (digits === undefined) throw new TypeError(`${currency} is no currency of ISO 4217.`);
  return digits;
}
