import type { CurrencyCode } from "../base/currency.ts";
import {
  addMoney,
  compareMoney,
  costOf,
  isZeroMoney,
  type Money,
  multiplyMoney,
  noMoney,
  roundRate,
  roundToMinorUnit,
  scaleMoney,
  subtractMoney,
} from "../base/money.ts";
import { type Algebra, repricedTiers } from "./bill.ts";
import type { Tariff } from "./tariff.ts";

/** The rules of billing in money of a currency. */
export function moneyAlgebra(currency: CurrencyCode): Algebra<Money, Money, number> {
  return {
    none: noMoney(currency),
    add: addMoney,
    subtract: subtractMoney,
    exceeds: (a, b) => compareMoney(a, b) > 0,
    exceedsPrice: (a, b) => compareMoney(a, b) > 0,
    amountOf: costOf,
    rounded: roundToMinorUnit,
    partOf: (amount, share) => roundToMinorUnit(multiplyMoney(amount, share)),
  };
}

/** A tariff at another first price, the other tiers in the same proportion, each at ten digits. */
export function repricedTariff(tariff: Tariff, first: Money): Tariff {
  const prices = repricedTiers(
    tariff.tiers.map(({ unitPrice }) => unitPrice),
    first,
    isZeroMoney,
    (price, from, to) => roundRate(scaleMoney(price, from, to)),
  );
  return { ...tariff, tiers: tariff.tiers.map((tier, index) => ({ ...tier, unitPrice: prices[index] as Money })) };
}
