import * as z from "zod";
import type { CurrencyCode } from "../base/currency.ts";
import type { Finding } from "../base/findings/finding.ts";
import type { Problem } from "../base/findings/problem.ts";
import { IsoDate } from "../base/provenance.ts";
import { shown } from "../base/shown.ts";
import { CurrencyField, IdField, NoteField } from "../input/fields.ts";
import { ApiVersionField, TitleField } from "../input/file-head.ts";
import { type ExchangeRate, ExchangeRateFile } from "./exchange.ts";
import { type InventedPrices, inventedAmong, type PricedPart } from "./invented-items.ts";

const MOST_RATES = 1000;

/** What every file of prices begins with, be they what things cost or what tenants pay. */
export const priceFileFields = {
  apiVersion: ApiVersionField,
  id: IdField.meta({
    description: "A short name of the file, by which results say whose a price is.",
    examples: ["rates-2027"],
  }),
  title: TitleField,
  note: NoteField,
  currency: CurrencyField.meta({ description: "The currency of every amount that names no other." }),
  validFrom: IsoDate.meta({
    description: "The first day on which the prices hold; a plan of another day says that they do not hold.",
    examples: ["2026-01-01"],
  }),
  validUntil: IsoDate.optional().meta({
    description:
      "The last day on which they hold, where until of a contract is the first day without. Left out: until further notice.",
    examples: ["2027-12-31"],
  }),
  illustrative: z.boolean().meta({
    description:
      "true: the prices are invented, and every output says so; false: they are yours. An item may say otherwise of itself.",
    examples: [false],
  }),
  exchangeRates: z
    .array(ExchangeRateFile)
    .max(MOST_RATES)
    .default([])
    .meta({
      description: "Dated rates for prices in another currency; nothing is converted without one.",
      examples: [[{ from: "USD", to: "EUR", rate: "0.92", on: "2026-11-02" }]],
    }),
  // Of which nothing is read; what it means, the generated schemas say.
  $schema: NoteField,
};
const PriceFile = z.looseObject(priceFileFields);

/** Prices of a time, in one currency. */
export interface DatedPrices extends InventedPrices {
  readonly id: string;
  readonly title: string;
  readonly currency: CurrencyCode;
  readonly validFrom: IsoDate;
  readonly validUntil: IsoDate | null;
  readonly exchangeRates: readonly ExchangeRate[];
  /** The day of the change from which they stand so; absent: from their beginning. */
  readonly since?: IsoDate;
  /** What that change has brought, in words. */
  readonly brought?: readonly string[];
  /** What reading an older form of the file changed or left out; absent: nothing. */
  readonly said?: readonly Finding[];
}

/** What a price book and a price list have in common: name, currency, days. @param parts all that have a price of their own */
export function datedPrices(
  file: z.output<typeof PriceFile>,
  parts: readonly PricedPart[],
  { since, brought }: Pick<DatedPrices, "since" | "brought">,
): DatedPrices {
  const { id, title, currency, validFrom, validUntil = null, exchangeRates } = file;
  const invented = inventedAmong(file.illustrative, parts);
  const dated = { id, title, currency, validFrom, validUntil, ...invented, exchangeRates };
  return since === undefined ? dated : { ...dated, since, ...(brought && { brought }) };
}

/** Prices that end before they begin. */
export function validityProblems(value: unknown): readonly Problem[] {
  const dates = z.looseObject({ validFrom: z.string(), validUntil: z.string() }).safeParse(value);
  if (!dates.success || dates.data.validUntil >= dates.data.validFrom) return [];
  const { validFrom, validUntil } = dates.data;
  const expected = `a day not before ${shown(validFrom)}, when it begins`;
  return [{ path: ["validUntil"], found: shown(validUntil), expected, fix: "swap the two dates, or mend one" }];
}
