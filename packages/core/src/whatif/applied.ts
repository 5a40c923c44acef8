import type { PlanningContext } from "../context.ts";
import { type Money, money, ratioOfMoney, roundRate, scaleMoney } from "../money.ts";
import { chooseParameters } from "../parameters.ts";
import type { PriceBook, Rate } from "../prices/price-book.ts";
import type { Tariff } from "../prices/tariff.ts";
import { withUnitPrice } from "../questions/target-price.ts";
import { DIGITS, type Range } from "./ranges.ts";

/** A context in which the figure of a range has a value. @throws InputError where an assumption does not take it */
export function applied(
  context: PlanningContext,
  { kind, name }: Pick<Range, "kind" | "name">,
  value: number,
): PlanningContext {
  const amount = (currency: string) => money(value.toFixed(DIGITS), currency);
  switch (kind) {
    case "setting":
      return { ...context, choices: withSetting(context, name, value) };
    case "price":
      return { ...context, priceBook: withRatePrice(context.priceBook, name, amount(context.priceBook.currency)) };
    case "listPrice": {
      const list = context.priceList;
      return list === undefined ? context : { ...context, priceList: withUnitPrice(list, name, amount(list.currency)) };
    }
  }
}

/** The value that a figure has before anything is tried. */
export function valueNow(
  { choices, priceBook, priceList }: PlanningContext,
  { kind, name }: Pick<Range, "kind" | "name">,
): number {
  const found: Readonly<Record<Range["kind"], () => number | undefined>> = {
    setting: () => choices.of(name).value ?? undefined,
    price: () => numberOf([...priceBook.rates.values(), ...priceBook.added].find(({ sku }) => sku === name)?.unitPrice),
    listPrice: () => numberOf(priceList?.items.find(({ sku }) => sku === name)?.tariff.tiers[0]?.unitPrice),
  };
  return found[kind]() ?? 0;
}

function numberOf(price: Money | undefined): number | undefined {
  return price?.amount.toNumber();
}

function withSetting({ choices }: PlanningContext, id: string, value: number): PlanningContext["choices"] {
  const settings = Object.fromEntries(choices.all.map(({ parameter, chosen }) => [parameter.id, chosen]));
  const text = String(Number(value.toFixed(SETTING_DIGITS)));
  return chooseParameters(
    choices.all.map(({ parameter }) => parameter),
    { ...settings, [id]: text },
  );
}

/** As many as an assumption's own value may have. */
const SETTING_DIGITS = 9;

/** A price book with another unit price of an item; its tiers keep their proportion to the first. */
export function withRatePrice(book: PriceBook, sku: string, unitPrice: Money): PriceBook {
  const change = (rate: Rate): Rate =>
    rate.sku === sku ? { ...rate, unitPrice, tariff: scaled(rate.tariff, rate.unitPrice, unitPrice) } : rate;
  return {
    ...book,
    rates: new Map([...book.rates].map(([key, rate]) => [key, change(rate)])),
    added: book.added.map(change),
  };
}

function scaled(tariff: Tariff, from: Money, to: Money): Tariff {
  const ratio = ratioOfMoney(to, from);
  return {
    ...tariff,
    tiers: tariff.tiers.map((tier, index) => ({
      ...tier,
      unitPrice: index === 0 || ratio === null ? to : roundRate(scaleMoney(tier.unitPrice, ratio)),
    })),
  };
}
