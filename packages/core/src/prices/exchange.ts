import * as z from "zod";
import { type CurrencyCode, currencyCodes } from "../base/currency.ts";
import type { Problem } from "../base/findings/problem.ts";
import { convertMoney, type Money } from "../base/money.ts";
import { IsoDate } from "../base/provenance.ts";
import { shown } from "../base/shown.ts";
import { CurrencyField, NameField, RateField } from "../input/fields.ts";

/** One unit of `from` is worth `rate` of `to`, on a day. */
export const ExchangeRateFile = z.strictObject({
  from: CurrencyField.meta({ description: "The currency that is converted.", examples: ["USD"] }),
  to: CurrencyField.meta({ description: "The currency it is converted into." }),
  rate: RateField.meta({ description: "How many of to one of from is worth." }),
  on: IsoDate.meta({ description: "The day the rate is of.", examples: ["2026-11-02"] }),
  source: NameField.optional().meta({ description: "Who says so.", examples: ["ECB reference rate"] }),
});
export type ExchangeRate = z.output<typeof ExchangeRateFile>;

/** The rate from one currency to another, or undefined: a rate is never inverted or chained. */
export function exchangeRateOf(
  rates: readonly ExchangeRate[],
  from: CurrencyCode,
  to: CurrencyCode,
): ExchangeRate | undefined {
  return rates.find((rate) => rate.from === from && rate.to === to);
}

/** An amount in a currency, by a dated rate where it is in another. @throws where there is no rate: asked before */
export function inCurrency(value: Money, currency: CurrencyCode, rates: readonly ExchangeRate[]): Money {
  if (value.currency === currency) return value;
  const found = exchangeRateOf(rates, value.currency, currency);
  if (found === undefined) throw new TypeError(`No rate from ${value.currency} to ${currency}.`);
  return convertMoney(value, found.rate, currency);
}

/** Why amounts cannot be converted, or nothing where they can or need not be. */
export function exchangeProblems(
  rates: readonly { readonly from: CurrencyCode; readonly to: CurrencyCode }[],
  from: unknown,
  to: unknown,
  path: Problem["path"],
): readonly Problem[] {
  if (typeof from !== "string" || typeof to !== "string" || from === to) return [];
  if (![from, to].every((code) => currencyCodes.includes(code))) return [];
  if (rates.some((rate) => rate.from === from && rate.to === to)) return [];
  const fix = `add to the price book exchangeRates: [{ from: ${from}, to: ${to}, rate: "…", on: … }], or give prices in ${to}; nothing is converted without a dated rate`;
  return [{ path, found: shown(from), expected: `${shown(to)}, or a dated rate from one to the other`, fix }];
}
