import { InputError } from "../base/findings/input-error.ts";
import type { Problem } from "../base/findings/problem.ts";
import { compareMoney, isZeroMoney, type Money, money } from "../base/money.ts";
import { didYouMean, shown } from "../base/shown.ts";
import { allChoices, type Choice, choiceNamed, chosenBy, withChoice } from "../input/parameters.ts";
import type { PlanningContext } from "../price-list/planning-context.ts";
import type { PriceList } from "../price-list/price-list.ts";
import { repricedTariff } from "../prices/money-bill.ts";
import { allRates, type PriceBook, withRates } from "../prices/price-book.ts";
import type { Rate } from "../prices/rate.ts";
import { monthlyPriceOf } from "../prices/written-price.ts";
import type { Range, Target, WhatIf } from "./range.ts";
import { orderProblems } from "./what-if-file.ts";

/**
 * A context in which one price or assumption has another value; everything else is as it was.
 * @throws InputError where there is no such price or assumption, or the value is out of its bounds
 */
export function applied(context: PlanningContext, target: Target, value: string): PlanningContext {
  const problem = targetProblem(context, target) ?? valueProblem(context, target, value);
  if (problem !== undefined) throw new InputError("what-if", [{ ...problem, path: [target.kind] }]);
  switch (target.kind) {
    case "setting":
      return { ...context, choices: withSetting(context, target.id, value) };
    case "price":
      return { ...context, priceBook: withPrice(context.priceBook, target.id, value) };
    case "listPrice":
      return { ...context, priceList: withListPrice(context.priceList as PriceList, target.id, value) };
  }
}

/** Every range that a context does not have, or whose ends it does not take; with its place in the file of ranges. */
export function rangeProblems({ currency, ranges }: WhatIf, context: PlanningContext): readonly Problem[] {
  return [
    ...currencyProblems(currency, ranges, context),
    ...ranges.flatMap(({ target, ...range }, index): readonly Problem[] => {
      const path = ["ranges", index];
      const unknown = targetProblem(context, target);
      if (unknown !== undefined) return [{ ...unknown, path: [...path, target.kind] }];
      const values = (["low", "high", "mode"] as const).flatMap((field) => {
        const value = range[field];
        const problem = value === null ? undefined : valueProblem(context, target, value);
        return problem === undefined ? [] : [{ ...problem, path: [...path, field] }];
      });
      return values.length > 0 ? values : orderProblems(range, path);
    }),
  ];
}

function currencyProblems(
  currency: string,
  ranges: readonly Range[],
  { priceBook, priceList }: PlanningContext,
): readonly Problem[] {
  const used = [
    ...(ranges.some(({ target }) => target.kind === "price") ? [["price book", priceBook] as const] : []),
    ...(ranges.some(({ target }) => target.kind === "listPrice") && priceList !== undefined
      ? [["price list", priceList] as const]
      : []),
  ];
  return used
    .filter(([, prices]) => prices.currency !== currency)
    .map(([what, { id, currency: theirs }]) => ({
      path: ["currency"],
      found: shown(currency),
      expected: `${shown(theirs)}, as the ${what} ${id} has`,
      fix: `write its prices in ${theirs}`,
    }));
}

type Trouble = Omit<Problem, "path">;

/** Why a target is none, or undefined where it is one. */
function targetProblem(context: PlanningContext, target: Target): Trouble | undefined {
  switch (target.kind) {
    case "setting":
      return settingProblem(context, target.id);
    case "price":
      return skuProblem(target.id, allRates(context.priceBook), `a SKU of the price book ${context.priceBook.id}`);
    case "listPrice": {
      const { priceList } = context;
      if (priceList !== undefined)
        return skuProblem(target.id, listedSkus(priceList), `a SKU of the price list ${priceList.id}`);
      const expected = "no range of a price list, as none is given";
      return { found: shown(target.id), expected, fix: "give one with --price-list, or remove the range" };
    }
  }
}

function settingProblem({ choices }: PlanningContext, id: string): Trouble | undefined {
  const numeric = allChoices(choices)
    .map(({ parameter }) => parameter)
    .filter(isNumeric);
  if (numeric.some((parameter) => parameter.id === id)) return undefined;
  const isKnown = allChoices(choices).some(({ parameter }) => parameter.id === id);
  const known = numeric.map((parameter) => parameter.id);
  const fix = isKnown ? `plan with each of its options: --set ${id}=…` : didYouMean(id, known);
  return { found: shown(id), expected: "the name of an assumption that is a number", fix };
}

function isNumeric({ custom }: { readonly custom: { readonly kind: string } | null }): boolean {
  return custom?.kind === "number" || custom?.kind === "odd";
}

function skuProblem(sku: string, known: readonly { readonly sku: string }[], expected: string): Trouble | undefined {
  const found = known.filter((one) => one.sku === sku);
  if (found.length === 1) return undefined;
  if (found.length > 1) {
    return {
      found: `${shown(sku)} ${found.length} times`,
      expected: "one price of that SKU",
      fix: "give each its own",
    };
  }
  const fix = didYouMean(
    sku,
    known.map((one) => one.sku),
  );
  return { found: shown(sku), expected, fix };
}

/** As many digits as a rate has. */
const PRICE = /^\d{1,15}(\.\d{1,10})?$/;

function valueProblem(context: PlanningContext, { kind, id }: Target, value: string): Trouble | undefined {
  if (kind === "setting") {
    const result = chosenBy(parameterOf(context, id), value);
    return "expected" in result ? result : undefined;
  }
  if (!PRICE.test(value)) {
    return { found: shown(value), expected: "a price, zero or more", fix: 'write for example "12.50"' };
  }
  const residualValue = kind === "price" ? rateOfSku(context, id)?.written.residualValue : null;
  if (residualValue != null && compareMoney(money(value, residualValue.currency), residualValue) < 0) {
    const expected = `no less than its residual value, ${residualValue.amount}`;
    return { found: shown(value), expected, fix: "raise it, or lower residualValue in the price book" };
  }
  const tiers = kind === "price" ? rateOfSku(context, id)?.tariff.tiers : itemOfSku(context, id)?.tariff.tiers;
  if (tiers === undefined || tiers.length <= 1 || !isZeroMoney(tiers[0]?.unitPrice as Money)) return undefined;
  const fix = "vary another price, or give its first tier one";
  return { found: `${shown(id)}, whose first tier is free`, expected: "a price that its tiers can move with", fix };
}

function rateOfSku(context: PlanningContext, sku: string): Rate | undefined {
  return allRates(context.priceBook).find((rate) => rate.sku === sku);
}

function itemOfSku({ priceList }: PlanningContext, sku: string) {
  return priceList?.items.find((item) => item.sku === sku);
}

function listedSkus({ items, bundles, minimumFee }: PriceList): readonly { readonly sku: string }[] {
  return [...items, ...bundles, ...(minimumFee === null ? [] : [minimumFee])];
}

function withSetting(context: PlanningContext, id: string, value: string): PlanningContext["choices"] {
  const changed = chosenBy(parameterOf(context, id), value);
  if ("expected" in changed) throw new Error("A value out of bounds was not refused.");
  return withChoice(context.choices, changed);
}

/** @throws where there is none: `targetProblem` is asked first */
function parameterOf({ choices }: Pick<PlanningContext, "choices">, id: string): Choice["parameter"] {
  const choice = choiceNamed(choices, id);
  if (choice === undefined) throw new Error(`There is no assumption "${id}".`);
  return choice.parameter;
}

function withPrice(book: PriceBook, sku: string, value: string): PriceBook {
  const price = money(value, book.currency);
  const repriced = (rate: Rate): Rate => {
    const unitPrice = monthlyPriceOf(price, rate.written);
    return {
      ...rate,
      unitPrice,
      tariff: repricedTariff(rate.tariff, unitPrice),
      written: { ...rate.written, unitPrice: price },
      purchase: rate.purchase === null ? null : { ...rate.purchase, price },
      derivation: undefined,
    };
  };
  const change = (rate: Rate): Rate => (rate.sku === sku ? repriced(rate) : rate);
  return {
    ...book,
    rates: withRates(book.rates, change),
    added: book.added.map(change),
  };
}

function withListPrice(list: PriceList, sku: string, value: string): PriceList {
  const unitPrice = money(value, list.currency);
  return {
    ...list,
    items: list.items.map((item) =>
      item.sku === sku ? { ...item, tariff: repricedTariff(item.tariff, unitPrice) } : item,
    ),
    bundles: list.bundles.map((bundle) => (bundle.sku === sku ? { ...bundle, unitPrice } : bundle)),
    minimumFee: list.minimumFee?.sku === sku ? { ...list.minimumFee, amount: unitPrice } : list.minimumFee,
  };
}
