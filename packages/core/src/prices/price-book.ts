import * as z from "zod";
import type { CurrencyCode } from "./currency.ts";
import { InputError, type Problem, shown } from "./errors.ts";
import { AmountField, CurrencyField, IdField, NameField } from "./fields.ts";
import { API_VERSION } from "./input.ts";
import { type Money, money } from "./money.ts";
import { readWith } from "./problems.ts";
import { IsoDate } from "./provenance.ts";

/** What can have a rate, and the unit its rate must be in. */
export const UNIT_OF_RATE = {
  "infrastructure-vcpu": "vCPU-month",
  "infrastructure-memory": "GiB-month",
  "infrastructure-storage": "GiB-month",
  "license-starter": "vCPU-month",
  "license-pro": "vCPU-month",
  "license-ultimate": "vCPU-month",
  labour: "hour",
} as const;
export type RateKind = keyof typeof UNIT_OF_RATE;
const rateKinds = Object.keys(UNIT_OF_RATE) as [RateKind, ...RateKind[]];

export interface Rate {
  readonly sku: string;
  readonly name: string;
  readonly unit: string;
  /** May be finer than the currency's smallest unit; amounts are rounded, rates are not. */
  readonly unitPrice: Money;
}

export interface PriceBook {
  readonly id: string;
  readonly title: string;
  readonly currency: CurrencyCode;
  readonly validFrom: IsoDate;
  readonly validUntil: IsoDate | null;
  /** true: the prices are invented, and every output says so. */
  readonly illustrative: boolean;
  readonly rates: ReadonlyMap<RateKind, Rate>;
}

/** A price book as people write it. JSON Schema: `schema/price-book.schema.json`. */
export const PriceBookFile = z.strictObject({
  apiVersion: z.literal(API_VERSION),
  kind: z.literal("PriceBook"),
  id: IdField,
  title: NameField,
  note: z.string().optional(),
  currency: CurrencyField,
  validFrom: IsoDate,
  validUntil: IsoDate.optional(),
  illustrative: z.boolean(),
  items: z.array(
    z.strictObject({
      sku: NameField,
      name: NameField,
      appliesTo: z.enum(rateKinds),
      unit: z.enum(["vCPU-month", "GiB-month", "hour"]),
      unitPrice: AmountField,
    }),
  ),
});

/**
 * Reads a price book from plain data (parsed YAML or JSON).
 * @throws InputError with every problem of the price book at once
 */
export function parsePriceBook(value: unknown, subject = "price book"): PriceBook {
  const file = readWith(PriceBookFile, value, subject, itemProblems);
  return {
    id: file.id,
    title: file.title,
    currency: file.currency,
    validFrom: file.validFrom,
    validUntil: file.validUntil ?? null,
    illustrative: file.illustrative,
    rates: new Map(
      file.items.map(({ sku, name, appliesTo, unit, unitPrice }) => [
        appliesTo,
        { sku, name, unit, unitPrice: money(unitPrice, file.currency) },
      ]),
    ),
  };
}

function itemProblems(value: unknown): readonly Problem[] {
  const result = z
    .looseObject({ items: z.array(z.looseObject({ appliesTo: z.enum(rateKinds), unit: z.string() })) })
    .safeParse(value);
  if (!result.success) return [];
  const seen = new Set<RateKind>();
  return result.data.items.flatMap(({ appliesTo, unit }, index): readonly Problem[] => {
    const problems: Problem[] = [];
    const expected = UNIT_OF_RATE[appliesTo];
    if (unit !== expected) {
      const fix = `convert the price and write unit: ${expected}`;
      problems.push({
        path: ["items", index, "unit"],
        found: shown(unit),
        expected: `${expected} for ${appliesTo}`,
        fix,
      });
    }
    if (seen.has(appliesTo)) {
      const fix = "remove one of the two";
      problems.push({
        path: ["items", index, "appliesTo"],
        found: `a second rate for ${appliesTo}`,
        expected: "one",
        fix,
      });
    }
    seen.add(appliesTo);
    return problems;
  });
}

/**
 * Refuses a price book that lacks a rate a plan needs, or is in another currency than the fleet.
 * @throws InputError naming every missing rate and the line to add: a missing price is never 0
 */
export function requireRates(book: PriceBook, currency: CurrencyCode, needed: readonly RateKind[]): void {
  const problems = [...currencyProblems(book, currency), ...missingRates(book, needed)];
  if (problems.length > 0) throw new InputError(`price book ${book.id}`, problems);
}

function currencyProblems(book: PriceBook, currency: CurrencyCode): readonly Problem[] {
  if (book.currency === currency) return [];
  const fix = `give a price book in ${currency}; amounts are not converted`;
  return [
    { path: ["currency"], found: shown(book.currency), expected: `${shown(currency)}, the fleet's currency`, fix },
  ];
}

/** Every rate of a list that a price book does not have, with the line to add. */
export function missingRates(book: PriceBook, needed: readonly RateKind[]): readonly Problem[] {
  return [...new Set(needed)]
    .filter((kind) => !book.rates.has(kind))
    .map((kind) => {
      const line = `{ sku: …, name: …, appliesTo: ${kind}, unit: ${UNIT_OF_RATE[kind]}, unitPrice: "…" }`;
      return {
        path: ["items"],
        found: `no rate for ${kind}`,
        expected: "one, as the plan uses it",
        fix: `add ${line}`,
      };
    });
}

/** The rate of a kind. @throws when `requireRates` was not asked first: a mistake in the program. */
export function rateOf(book: PriceBook, kind: RateKind): Rate {
  const rate = book.rates.get(kind);
  if (rate === undefined) throw new Error(`The price book has no rate for ${kind}.`);
  return rate;
}
