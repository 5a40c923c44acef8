import type { Money } from "../../base/money.ts";
import type { LineToCompare, PlanToCompare } from "./compared-plan.ts";
import { pairsOf } from "./pairs.ts";

/** What is bought at another price in the second of two plans. */
export interface RateChange {
  readonly sku: string;
  readonly unit: string;
  /** Each price that a line of the bill has, several where it follows a tariff. */
  readonly base: readonly Money[];
  readonly head: readonly Money[];
}

type Bill = Pick<PlanToCompare, "costs" | "oneTimeCosts">;

interface Priced {
  readonly sku: string;
  readonly unit: string;
  readonly prices: readonly Money[];
}

/** Of what both plans buy: that which has another price, by its SKU and the unit that the price is of. */
export function rateChanges(base: Bill, head: Bill): readonly RateChange[] {
  return pairsOf(pricedIn(base), pricedIn(head), keyOf).flatMap(({ base: was, head: is }) => {
    if (was === null || is === null || textOf(was) === textOf(is)) return [];
    return [{ sku: is.sku, unit: is.unit, base: was.prices, head: is.prices }];
  });
}

function pricedIn({ costs, oneTimeCosts }: Bill): readonly Priced[] {
  const all = new Map<string, { readonly sku: string; readonly unit: string; readonly prices: Map<string, Money> }>();
  for (const { sku, unit, unitPrice } of [...costs, ...oneTimeCosts]) {
    const one = all.get(keyOf({ sku, unit })) ?? { sku, unit, prices: new Map() };
    one.prices.set(JSON.stringify([unitPrice.amount, unitPrice.currency]), unitPrice);
    all.set(keyOf({ sku, unit }), one);
  }
  return [...all.values()].map(({ sku, unit, prices }) => ({ sku, unit, prices: [...prices.values()] }));
}

function keyOf({ sku, unit }: Pick<LineToCompare, "sku" | "unit">): string {
  return JSON.stringify([sku, unit]);
}

/** In which order lines of a tariff stand says nothing. */
function textOf({ prices }: Priced): string {
  return prices
    .map(({ amount, currency }) => `${amount} ${currency}`)
    .toSorted()
    .join();
}
