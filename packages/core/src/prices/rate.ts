import type { CurrencyCode } from "../base/currency.ts";
import { type Money, money, roundRate } from "../base/money.ts";
import type { IsoDate } from "../base/provenance.ts";
import type { RateOrigin } from "../base/rate-origin.ts";
import { exchangeRateOf, inCurrency } from "./exchange.ts";
import { rateKey } from "./price-book-file.ts";
import type { DatedPrices } from "./price-file.ts";
import type { PriceItemFile } from "./price-item-file.ts";
import { isAdded, type RateKind } from "./price-kinds.ts";
import { monthsOf, splitUnit } from "./price-units.ts";
import type { Tariff } from "./tariff.ts";
import { firstPriceOf, tariffOf } from "./tariff-file.ts";
import { monthlyPriceOf, type WrittenPrice } from "./written-price.ts";

export interface Rate {
  /** What tells it from every other rate of its book: `labour`, `infrastructure-storage/gold`, `host/silver`, `support 7`. */
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
  readonly origin: RateOrigin;
  /** Where it stands in the book: among its items, or among those of a change. */
  readonly path: readonly (string | number)[];
  /** How unitPrice follows from what the book says, where it says something else. */
  readonly derivation: string | undefined;
  readonly vcpuPerCore: number;
  readonly wattsPerHost: number;
  /** The cluster of hosts that it is the price of; null: of all others, or of something else. */
  readonly hostCluster: string | null;
  /** The one extended resource that a price of GPUs is for; absent: each that no other one names. */
  readonly resource?: string;
  /** What one host costs on the day it is bought, and is worth at the end; null where it is rented. */
  readonly purchase: Purchase | null;
}

export interface Purchase {
  readonly price: Money;
  readonly residualValue: Money;
  readonly months: number;
}

/** What an item takes from its book. */
type ItemBook = Pick<DatedPrices, "id" | "currency" | "exchangeRates"> & {
  /** Of every item that does not say otherwise. */
  readonly illustrative: boolean;
  readonly hoursPerMonth: number;
  /** The day of the change that the item is of; undefined: of none. */
  readonly since: IsoDate | undefined;
};

/** An item of a price book as plans count with it: its price a month, in the currency of the book. */
export function rateOfItem(item: PriceItemFile, index: number, book: ItemBook): Rate {
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
    key: isAdded(item.appliesTo)
      ? `${item.appliesTo} ${index + 1}`
      : rateKey(item.appliesTo, item.storageClass ?? item.hostCluster),
    kind: item.appliesTo,
    sku: item.sku,
    name: item.name,
    unit: period === null && purchase === null ? base : `${base}-month`,
    unitPrice: (tariff.tiers[0] as Tariff["tiers"][number]).unitPrice,
    tariff,
    written: { unit: item.unit, unitPrice: roundRate(here(firstPriceOf(item, own))), ...spread },
    origin: originOf(item, book),
    path: ["items", index],
    derivation: derivationOf(item, own, book),
    vcpuPerCore: item.vcpuPerCore ?? 1,
    wattsPerHost: item.wattsPerHost ?? 0,
    hostCluster: item.hostCluster ?? null,
    ...(item.resource === undefined ? {} : { resource: item.resource }),
    purchase,
  };
}

function originOf(item: PriceItemFile, { illustrative, id, since }: ItemBook): RateOrigin {
  return { isInvented: item.illustrative ?? illustrative, pricesId: id, place: null, ...(since && { since }) };
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

function derivationOf(item: PriceItemFile, own: CurrencyCode, book: ItemBook): string | undefined {
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
