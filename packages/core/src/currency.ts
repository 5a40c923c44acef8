/** An ISO 4217 alphabetic code such as `EUR`. */
export type CurrencyCode = string;

const DEFAULT_MINOR_UNIT_DIGITS = 2;

/**
 * Currencies whose smallest amount is not a hundredth, by digits after the point.
 * The locale data of a runtime is no source for this: it lists HUF with 0 where the standard says 2.
 * @see ISO 4217 list one, kept by its maintenance agency SIX
 */
const CURRENCIES_BY_DIGITS: readonly (readonly [number, readonly CurrencyCode[]])[] = [
  [0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF".split(" ")],
  [3, "BHD IQD JOD KWD LYD OMR TND".split(" ")],
  [4, "CLF UYW".split(" ")],
];

const MINOR_UNIT_DIGITS: ReadonlyMap<CurrencyCode, number> = new Map(
  CURRENCIES_BY_DIGITS.flatMap(([digits, codes]) => codes.map((code) => [code, digits] as const)),
);

/** Digits after the point of a currency's smallest amount: 2 for EUR, 0 for JPY. */
export function minorUnitDigits(currency: CurrencyCode): number {
  return MINOR_UNIT_DIGITS.get(currency) ?? DEFAULT_MINOR_UNIT_DIGITS;
}
