import type { CurrencyCode } from "../base/currency.ts";
import type { Money } from "../base/money.ts";
import type { PlanInput } from "../input/fleet.ts";
import { contextIn, type PlanningContext } from "../price-list/planning-context.ts";
import { type ExchangeRate, exchangeRateOf } from "../prices/exchange.ts";
import { withIncludedLicence } from "../prices/included-licence.ts";
import { allRates } from "../prices/price-book.ts";
import type { Rate } from "../prices/rate.ts";
import type { Tariff } from "../prices/tariff.ts";
import type { WrittenPrice } from "../prices/written-price.ts";
import type { Range, Target } from "./range.ts";

/** A unit price, one a tier, as the price book or list has it, before it is turned into the fleet's currency. */
export interface PriceSlot {
  readonly tiers: readonly string[];
  /** Which range varies it; null: none does. */
  readonly rangeIndex: number | null;
  readonly exchangeRate: string | null;
  /** How a value of the range becomes the first tier's price a month; null: it is one. */
  readonly spread: Spread | null;
}

type Spread = Pick<WrittenPrice, "months" | "residualValue">;

/** Every price that a bill refers to, once. */
export class Slots {
  readonly all: PriceSlot[] = [];
  readonly #ranges: readonly Range[];
  /** The context as it was given, with prices in their own currencies. */
  readonly given: PlanningContext;
  /** The same in the fleet's currency. */
  readonly here: PlanningContext;
  readonly #currency: CurrencyCode;
  readonly #indices = new Map<string, number>();

  constructor(
    ranges: readonly Range[],
    given: PlanningContext,
    { currency, asOf }: Pick<PlanInput, "currency" | "asOf">,
  ) {
    this.#ranges = ranges;
    this.given = { ...given, priceBook: withIncludedLicence(given.priceBook, given.choices) };
    this.here = contextIn(given, currency, asOf);
    this.#currency = currency;
  }

  rangeIndexOf({ kind, id }: Target): number | null {
    const index = this.#ranges.findIndex(({ target }) => target.kind === kind && target.id === id);
    return index === -1 ? null : index;
  }

  /** The slot of a rate of the price book in the fleet's currency. */
  ofRate(rate: Rate): number {
    const given = allRates(this.given.priceBook).find(({ key }) => key === rate.key);
    if (given === undefined) throw new Error(`The price book has no ${rate.sku}.`);
    const prices = given.tariff.tiers.map(({ unitPrice }) => unitPrice);
    const target = { kind: "price", id: rate.sku } as const;
    return this.of(`price ${rate.key}`, target, prices, this.given.priceBook.exchangeRates, given.written);
  }

  of(
    key: string,
    target: Target,
    prices: readonly Money[],
    rates: readonly ExchangeRate[],
    written: Spread | null = null,
  ): number {
    const known = this.#indices.get(key);
    if (known !== undefined) return known;
    const from = prices[0]?.currency ?? this.#currency;
    const exchange = from === this.#currency ? undefined : exchangeRateOf(rates, from, this.#currency);
    this.all.push({
      tiers: prices.map(({ amount }) => amount),
      rangeIndex: this.rangeIndexOf(target),
      exchangeRate: exchange?.rate ?? null,
      spread: written === null || isOfMonth(written) ? null : spreadOf(written),
    });
    this.#indices.set(key, this.all.length - 1);
    return this.all.length - 1;
  }
}

function isOfMonth({ months, residualValue }: Spread): boolean {
  return months === 1 && residualValue === null;
}

function spreadOf({ months, residualValue }: Spread): Spread {
  return { months, residualValue };
}

/** Which tier a charge was made at: a charge has its tier's own price. */
export function tierAt({ tiers }: Tariff, unitPrice: Money): number {
  const index = tiers.findIndex((tier) => tier.unitPrice.amount === unitPrice.amount);
  if (index === -1) throw new Error("A charge at a price that its tariff does not have.");
  return index;
}
