import type { CurrencyCode } from "../base/currency.ts";
import { InputError } from "../base/findings/input-error.ts";
import type { Problem } from "../base/findings/problem.ts";
import { readWith } from "../base/findings/problems.ts";
import { type Money, roundRate } from "../base/money.ts";
import { HOURS_PER_MONTH } from "../base/units.ts";
import type { NodeShape } from "../input/catalog.ts";
import { parseShape } from "../input/node-shape-text.ts";
import { fileOfToday } from "../input/older-files.ts";
import { type CoveredElsewhere, coveredProblems, stillCovered } from "./covered-elsewhere.ts";
import { type ExchangeRate, exchangeProblems, exchangeRateOf, inCurrency } from "./exchange.ts";
import { PriceBookFile, priceBookProblems, rateKey } from "./price-book-file.ts";
import { changeProblems, type PricesFrom, pricesFromDays, writtenAt } from "./price-changes.ts";
import { type DatedPrices, datedPrices } from "./price-file.ts";
import { isAdded, isCoveredBy, priceKindOf, type RateKind, unitsOf } from "./price-kinds.ts";
import { everyPeriod, withPeriods } from "./price-periods.ts";
import { type Rate, rateOfItem } from "./rate.ts";

export interface PriceBook extends DatedPrices {
  readonly hoursPerMonth: number;
  /** One a kind, and for volumes one a class besides: `infrastructure-storage/gold`. */
  readonly rates: Readonly<Record<string, Rate>>;
  /** What comes on top: power, support, backup and the like. */
  readonly added: readonly Rate[];
  /** Shapes of nodes that the provider offers; null: those of the catalog. */
  readonly nodeShapes: readonly NodeShape[] | null;
  /** The rates at which prices were converted into the book's currency. */
  readonly converted: readonly ExchangeRate[];
  /** What it has no price for on purpose; absent: nothing. */
  readonly coveredElsewhere?: readonly CoveredElsewhere[];
  /** Where its prices change: the book as it stands from each of its days on, the first one first; absent: they never do. */
  readonly periods?: readonly PriceBook[];
}

/**
 * Reads a price book from plain data (parsed YAML or JSON).
 * @throws InputError with every problem of the price book at once
 */
export function parsePriceBook(value: unknown, subject = "price book"): PriceBook {
  const { data, ...ofForm } = fileOfToday(value, subject);
  const file = readWith(PriceBookFile, data, subject, (book) => [
    ...priceBookProblems(book),
    ...coveredProblems(book),
    ...changeProblems(book, priceBookProblems),
  ]);
  return { ...withPeriods(pricesFromDays(file).map(bookOf)), ...ofForm };
}

function bookOf(period: PricesFrom<PriceBookFile>): PriceBook {
  const { file } = period;
  const hoursPerMonth = file.hoursPerMonth ?? HOURS_PER_MONTH;
  const rates = file.items.map((item, index) => {
    const { path, since } = writtenAt(period.written, ["items", index]);
    return { ...rateOfItem(item, index, { ...file, hoursPerMonth, since }), path };
  });
  const { currency, exchangeRates } = file;
  const covered = stillCovered(file.coveredElsewhere, file.items);
  const foreign = new Set(file.items.flatMap((item) => item.currency ?? []));
  return {
    ...datedPrices(file, file.items, period),
    hoursPerMonth,
    nodeShapes: file.nodeShapes?.flatMap((text) => parseShape(text) ?? []) ?? null,
    rates: Object.fromEntries(rates.filter(({ kind }) => !isAdded(kind)).map((rate) => [rate.key, rate])),
    added: rates.filter(({ kind }) => isAdded(kind)),
    ...(covered.length > 0 && { coveredElsewhere: covered }),
    converted: [...foreign].flatMap((from) => exchangeRateOf(exchangeRates, from, currency) ?? []),
  };
}

/** A price book whose rates know in which line of a file they stand. @param lineOf of an item, by its place */
export function placedBook(
  book: PriceBook,
  file: string,
  lineOf: (path: Rate["path"]) => number | undefined,
): PriceBook {
  const change = (rate: Rate): Rate => {
    const line = lineOf(rate.path);
    return line === undefined ? rate : { ...rate, origin: { ...rate.origin, place: { file, line } } };
  };
  return everyPeriod(book, (one) => ({ ...one, rates: withRates(one.rates, change), added: one.added.map(change) }));
}

/**
 * A price book with all its prices in a currency, by its own dated rate; the book itself where it is in it already.
 * @throws InputError where the book has no rate to it
 */
export function priceBookIn(book: PriceBook, currency: CurrencyCode): PriceBook {
  if (book.currency === currency) return book;
  const problems = exchangeProblems(book.exchangeRates, book.currency, currency, ["currency"]);
  if (problems.length > 0) throw new InputError(`price book ${book.id}`, problems);
  return converted(book, currency);
}

function converted(book: PriceBook, currency: CurrencyCode): PriceBook {
  const at = exchangeRateOf(book.exchangeRates, book.currency, currency) as ExchangeRate;
  const here = (value: Money) => roundRate(inCurrency(value, currency, book.exchangeRates));
  const convert = (rate: Rate): Rate => ({
    ...rate,
    unitPrice: here(rate.unitPrice),
    tariff: {
      ...rate.tariff,
      tiers: rate.tariff.tiers.map((tier) => ({ ...tier, unitPrice: here(tier.unitPrice) })),
    },
    written: {
      ...rate.written,
      unitPrice: here(rate.written.unitPrice),
      residualValue: rate.written.residualValue === null ? null : here(rate.written.residualValue),
    },
    derivation: `${rate.derivation ?? `${book.currency} a ${rate.unit}`} × ${at.rate} ${currency} on ${at.on}`,
    purchase:
      rate.purchase === null
        ? null
        : { ...rate.purchase, price: here(rate.purchase.price), residualValue: here(rate.purchase.residualValue) },
  });
  return {
    ...book,
    currency,
    rates: withRates(book.rates, convert),
    added: book.added.map(convert),
    converted: [...book.converted, at],
  };
}

/**
 * Refuses a price book that lacks a rate a plan needs, or is in another currency than the fleet without a rate to it.
 * @throws InputError naming every missing rate and the line to add: a missing price is never 0
 */
export function requireRates(book: PriceBook, currency: CurrencyCode, needed: readonly string[]): void {
  const problems = [
    ...exchangeProblems(book.exchangeRates, book.currency, currency, ["currency"]),
    ...missingRates(book, needed),
  ];
  if (problems.length > 0) throw new InputError(`price book ${book.id}`, problems);
}

/**
 * Every rate of a list that a price book does not have, with the line to add. A host's price stands for all
 * infrastructure, and one rate of labour for every activity.
 */
export function missingRates(book: PriceBook, needed: readonly string[]): readonly Problem[] {
  const missing = needed.filter((key) => findRate(book, key) === undefined && !isCovered(book, key));
  return [...new Set(missing.map((key) => pricedAs(key) ?? key))].map((key) => {
    const [kind, storageClass] = key.split("/") as [RateKind, string?];
    const ofClass = storageClass === undefined ? "" : `, storageClass: ${storageClass}`;
    return {
      path: ["items"],
      found: `no rate for ${key}`,
      expected: "one, as the plan uses it",
      fix: `add { sku: …, name: …, appliesTo: ${kind}, unit: ${unitsOf(kind)[0]}${ofClass}, unitPrice: "…" }`,
    };
  });
}

/** Whether the price of a host is for it too. */
function isCovered(book: PriceBook, key: string): boolean {
  return hasRate(book, "host") && isCoveredBy(kindOf(key), "host");
}

/** The kind that this one is priced as where it has no item of its own. */
function pricedAs(key: string): string | undefined {
  const { absent } = priceKindOf(kindOf(key));
  return typeof absent === "object" && "pricedAs" in absent ? absent.pricedAs : undefined;
}

/** `infrastructure-storage/gold` → `infrastructure-storage`. */
function kindOf(key: string): RateKind {
  return key.split("/")[0] as RateKind;
}

/** Whether a book has a rate of its own for a kind. */
export function hasRate(book: PriceBook, kind: RateKind): boolean {
  return rateAt(book, kind) !== undefined;
}

function rateAt({ rates }: PriceBook, key: string): Rate | undefined {
  return Object.hasOwn(rates, key) ? rates[key] : undefined;
}

/** Whether a book says that something else pays for a kind. */
export function isCoveredElsewhere({ coveredElsewhere = [] }: PriceBook, kind: RateKind): boolean {
  return coveredElsewhere.some(({ appliesTo }) => appliesTo === kind);
}

/** Every rate of a book: one a kind or class, then what comes on top. */
export function allRates({ rates, added }: Pick<PriceBook, "rates" | "added">): readonly Rate[] {
  return [...Object.values(rates), ...added];
}

/** The rates of a book, each changed. */
export function withRates(rates: PriceBook["rates"], change: (rate: Rate) => Rate): PriceBook["rates"] {
  return Object.fromEntries(Object.entries(rates).map(([key, rate]) => [key, change(rate)]));
}

/** The rate of a kind, or of the kind that it is priced as where it has none of its own. */
export function findRate(book: PriceBook, key: string): Rate | undefined {
  return rateAt(book, key) ?? rateAt(book, pricedAs(key) ?? "");
}

/** The rate of a kind. @throws when `requireRates` was not asked first: a mistake in the program. */
export function rateOf(book: PriceBook, key: string): Rate {
  const rate = findRate(book, key);
  if (rate === undefined) throw new Error(`The price book has no rate for ${key}.`);
  return rate;
}

/** The rate of a class of volumes; null: of those without one. @throws when `requireRates` was not asked first */
export function storageRateOf(book: PriceBook, storageClass: string | null): Rate {
  return rateOf(book, rateKey("infrastructure-storage", storageClass ?? undefined));
}

/** The rate of the hosts of a cluster: its own, else that of all others; null: the fleet names no clusters of hosts. */
export function hostRateOf(book: PriceBook, hostCluster: string | null): Rate {
  return rateAt(book, rateKey("host", hostCluster ?? undefined)) ?? rateOf(book, "host");
}
