import * as z from "zod";
import type { CurrencyCode } from "../base/currency.ts";
import type { Problem } from "../base/findings/problem.ts";
import { IsoDate } from "../base/provenance.ts";
import { shown } from "../base/shown.ts";
import { CurrencyField, IdField, NameField } from "../input/fields.ts";
import { API_VERSION } from "../input/fleet.ts";
import { type ExchangeRate, ExchangeRateFile } from "./exchange.ts";

const MOST_RATES = 1000;

/** What every file of prices begins with, be they what things cost or what tenants pay. */
export const priceFileFields = {
  apiVersion: z.literal(API_VERSION),
  id: IdField,
  title: NameField,
  note: z.string().optional(),
  currency: CurrencyField,
  validFrom: IsoDate,
  validUntil: IsoDate.optional(),
  illustrative: z.boolean(),
  exchangeRates: z.array(ExchangeRateFile).max(MOST_RATES).default([]),
};
const PriceFile = z.looseObject(priceFileFields);

/** Prices of a time, in one currency. */
export interface DatedPrices {
  readonly id: string;
  readonly title: string;
  readonly currency: CurrencyCode;
  readonly validFrom: IsoDate;
  readonly validUntil: IsoDate | null;
  /** true: the prices are invented, and every output says so. */
  readonly illustrative: boolean;
  readonly exchangeRates: readonly ExchangeRate[];
}

export function datedPrices(file: z.output<typeof PriceFile>): DatedPrices {
  const { id, title, currency, validFrom, validUntil = null, illustrative, exchangeRates } = file;
  return { id, title, currency, validFrom, validUntil, illustrative, exchangeRates };
}

/** Prices that end before they begin. */
export function validityProblems(value: unknown): readonly Problem[] {
  const dates = z.looseObject({ validFrom: z.string(), validUntil: z.string() }).safeParse(value);
  if (!dates.success || dates.data.validUntil >= dates.data.validFrom) return [];
  const { validFrom, validUntil } = dates.data;
  const expected = `a day not before ${shown(validFrom)}, when it begins`;
  return [{ path: ["validUntil"], found: shown(validUntil), expected, fix: "swap the two dates, or mend one" }];
}
