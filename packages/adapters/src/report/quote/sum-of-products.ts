import { type CurrencyCode, money, multiplyMoney, sumMoney } from "@nkp-planner/core";

/** quantity × price as a file states them, added up without rounding. */
export function sumOfProducts(
  items: readonly { readonly quantity: number; readonly price: number }[],
  currency: CurrencyCode,
): string {
  return sumMoney(
    items.map(({ quantity, price }) => multiplyMoney(money(String(price), currency), quantity)),
    currency,
  ).amount;
}
