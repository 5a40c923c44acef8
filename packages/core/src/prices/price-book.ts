import type { CurrencyCode } from "../base/currency.ts";
import { InputError } from "../base/findings/input-error.ts";
import type { Problem } from "../base/findings/problem.ts";
import { readWith } from "../base/findings/problems.ts";
import { type Money, money, roundRate } from "../base/money.ts";
import { HOURS_PER_MONTH } from "../base/units.ts";
import { type ExchangeRate, exchangeProblems, exchangeRateOf, inCurrency } from "./exchange.ts";
import { PriceBookFile, type PriceItemFile, priceBookProblems, rateKey } from "./price-book-file.ts";
import { type DatedPrices, datedPrices } from "./price-file.ts";
import { isAdded, isCoveredBy, priceKindOf, type RateKind, unitsOf } from "./price-kinds.ts";
import { monthsOf, splitUnit } from "./price-units.ts";
import type { Tariff } from "./tariff.ts";
import { firstPriceOf, tariffOf } from "./tariff-file.ts";
import { monthlyPriceOf, type WrittenPrice } from "./written-price.ts";

export interface Rate {
  /** What tells it from every other rate of its book: `labour`, `infrastructure-storage/gold`, `support 7`. */
  readonly key: string;
  readonly kind: RateKind;
  readonly sku: string;
  readonly name: string;
  /** What unitPrice is for: `vCPU-month`, `hour`, `kWh`; a price a year or a term is turned into one a month. */
  readonly unit: string;
  /** Of the first tier. May be finer than the currency's smallest unit; amounts are rounded, rates are not. */
  readonly unitPrice: Money;
  readonly tariff: Tariff;
  readonly written: WrittenPrice;
  /** How unitPrice follows from what the book says, where it says something else. */
  readonly derivation: string | undefined;
  readonly vcpuPerCore: number;
  readonly wattsPerHost: number;
  /** What one host costs on the day it is bought, and is worth at the end; null where it is rented. */
  readonly purchase: Purchase | null;
}

export interface Purchase {
  readonly price: Money;
  readonly residualValue: Money;
  readonly months: number;
}

export interface PriceBook extends DatedPrices {
  readonly hoursPerMonth: number;
  /** One a kind, and for volumes one a class besides: `infrastructure-storage/gold`. */
  readonly rates: Readonly<Record<string, Rate>>;
  /** What comes on top: power, support, backup and the like. */
  readonly added: readonly Rate[];
  /** The rates at which prices were converted into the book's currency. */
  readonly converted: readonly ExchangeRate[];
}

/**
 * Reads a price book from plain data (parsed YAML or JSON).
 * @throws InputError with every problem of the price book at once
 */
export function parsePriceBook(value: unknown, subject = "price book"): PriceBook {
  const file = readWith(PriceBookFile, value, subject, priceBookProblems);
  const hoursPerMonth = file.hoursPerMonth ?? HOURS_PER_MONTH;
  const rates = file.items.map((item, index) => rateOfItem(item, index, { ...file, hoursPerMonth }));
  const { currency, exchangeRates } = file;
  const foreign = new Set(file.items.flatMap((item) => item.currency ?? []));
  return {
    ...datedPrices(file),
    hoursPerMonth,
    rates: Object.fromEntries(rates.filter(({ kind }) => !isAdded(kind)).map((rate) => [rate.key, rate])),
    added: rates.filter(({ kind }) => isAdded(kind)),
    converted: [...foreign].flatMap((from) => exchangeRateOf(exchangeRates, from, currency) ?? []),
  };
}

function rateOfItem(
  item: PriceItemFile,
  index: number,
  book: Pick<PriceBook, "currency" | "exchangeRates" | "hoursPerMonth">,
): Rate {
  const { base, period } = splitUnit(item.unit);
  const own = item.currency ?? book.currency;
  const months = period === null ? 1 : monthsOf(period, item.termMonths, book.hoursPerMonth);
  const here = (price: Money) => inCurrency(price, book.currency, book.exchangeRates);
  const purchase = purchaseOf(item, own, here);
  const spread =
    purchase === null
      ? { months, residualValue: null }
      : { months: purchase.months, residualValue: purchase.residualValue };
  const tariff = tariffOf(item, own, (price) => monthlyPriceOf(here(price), spread));
  return {
    key: isAdded(item.appliesTo) ? `${item.appliesTo} ${index + 1}` : rateKey(item.appliesTo, item.storageClass),
    kind: item.appliesTo,
    sku: item.sku,
    name: item.name,
    unit: period === null && purchase === null ? base : `${base}-month`,
    unitPrice: (tariff.tiers[0] as Tariff["tiers"][number]).unitPrice,
    tariff,
    written: { unit: item.unit, unitPrice: roundRate(here(firstPriceOf(item, own))), ...spread },
    derivation: derivationOf(item, own, book),
    vcpuPerCore: item.vcpuPerCore ?? 1,
    wattsPerHost: item.wattsPerHost ?? 0,
    purchase,
  };
}

function purchaseOf(item: PriceItemFile, currency: CurrencyCode, here: (price: Money) => Money): Purchase | null {
  if (item.amortisedOverMonths === undefined) return null;
  const price = item.unitPrice ?? item.tiers?.[0]?.unitPrice;
  if (price === undefined) throw new Error("A host without a price was not refused.");
  return {
    price: roundRate(here(money(price, currency))),
    residualValue: roundRate(here(money(item.residualValue ?? "0", currency))),
    months: item.amortisedOverMonths,
  };
}

function derivationOf(
  item: PriceItemFile,
  own: CurrencyCode,
  book: Pick<PriceBook, "currency" | "exchangeRates" | "hoursPerMonth">,
): string | undefined {
  const { period } = splitUnit(item.unit);
  const rate = exchangeRateOf(book.exchangeRates, own, book.currency);
  const listed = item.tiers === undefined ? ` ${item.unitPrice}` : "";
  const steps = [
    ...(own !== book.currency && rate !== undefined ? [`× ${rate.rate} ${book.currency} on ${rate.on}`] : []),
    ...(item.residualValue === undefined ? [] : [`less ${own} ${item.residualValue} residual value`]),
    ...(item.amortisedOverMonths === undefined ? [] : [`over ${item.amortisedOverMonths} months`]),
    ...(period === "year" ? ["÷ 12 months"] : []),
    ...(period === "term" ? [`÷ ${item.termMonths} months`] : []),
    ...(period === "hour" ? [`× ${book.hoursPerMonth} hours a month`] : []),
  ];
  return steps.length === 0 ? undefined : `${own}${listed} per ${item.unit} ${steps.join(" ")}`;
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
