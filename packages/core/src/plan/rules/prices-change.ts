import { type Finding, findingOf } from "../../base/findings/finding.ts";
import type { MessageValue } from "../../base/findings/messages.ts";
import type { Money } from "../../base/money.ts";
import type { IsoDate } from "../../base/provenance.ts";
import { type PriceList, priceSince } from "../../price-list/price-list.ts";
import { allRates, type PriceBook } from "../../prices/price-book.ts";
import { list, named, text } from "./figures.ts";
import { defineInputRule, type JudgedInput } from "./rule.ts";

const ID = "prices-change";
/** So many prices of one change are named. */
const MOST_NAMED = 5;

/** Prices that hold on the day of the plan, and not for ever: which are others from when on. */
export const pricesChange = defineInputRule({
  id: ID,
  title: "Prices are the same after the day of the plan",
  judge: ({ input: { asOf }, context }) =>
    changesIn(context).flatMap((changes): readonly Finding[] => {
      const [next, ...more] = changes.filter(({ from }) => from > asOf);
      if (next === undefined) return [];
      const days = { day: text(asOf), days: list(more.map(({ from }) => from)) };
      const code = more.length === 0 ? "prices-change-later" : "prices-change-later.more";
      return [findingOf(ID, code, { figures: { ...figuresOf(next), ...days }, evidence: {} })];
    }),
});

/** The changes of prices within the months of a forecast, from its first day to the first of its last month. */
export function priceChangesWithin(
  start: IsoDate,
  lastDay: IsoDate,
  context: JudgedInput["context"],
): readonly Finding[] {
  return changesIn(context)
    .flat()
    .filter(({ from }) => from > start && from <= lastDay)
    .map((change) => findingOf(ID, "prices-change", { figures: figuresOf(change), evidence: {} }));
}

/** What a day changes in one price book or price list. */
interface PriceChange {
  readonly id: string;
  readonly from: IsoDate;
  readonly changes: readonly string[];
}

function figuresOf({ id, from, changes }: PriceChange): Readonly<Record<string, MessageValue>> {
  const left = changes.length - MOST_NAMED;
  const said = [...changes.slice(0, MOST_NAMED), ...(left > 0 ? [`${left} others`] : [])];
  return { prices: named(id), from: text(from), changes: list(said) };
}

function changesIn({ priceBook, priceList }: JudgedInput["context"]): readonly (readonly PriceChange[])[] {
  return [changesOf(priceBook, partsOfBook), ...(priceList === undefined ? [] : [changesOf(priceList, partsOfList)])];
}

/** A price as its file writes it, and all that is said of it. */
interface Part {
  readonly sku: string;
  readonly amount: Money;
  readonly said: unknown;
  readonly since: IsoDate | null;
}

function changesOf<Prices extends PriceBook | PriceList>(
  { id, periods = [] }: { readonly id: string; readonly periods?: readonly Prices[] },
  partsOf: (prices: Prices) => readonly Part[],
): readonly PriceChange[] {
  return periods.slice(1).map((after, index) => {
    const before = partsOf(periods[index] as Prices);
    const from = after.since as IsoDate;
    return {
      id,
      from,
      changes: partsOf(after).flatMap((part) => (part.since === from ? [changeText(part, before)] : [])),
    };
  });
}

function changeText({ sku, amount, said }: Part, before: readonly Part[]): string {
  const was = before.find((part) => part.sku === sku);
  const now = `${sku} ${amount.amount} ${amount.currency}`;
  if (was === undefined) return `${now} (new)`;
  if (was.amount.amount !== amount.amount) return `${now} instead of ${was.amount.amount}`;
  return `${now} (${JSON.stringify(was.said) === JSON.stringify(said) ? "as before" : "on other terms"})`;
}

function partsOfBook(book: PriceBook): readonly Part[] {
  return allRates(book).map(({ path, origin, derivation, ...said }) => {
    return { sku: said.sku, amount: said.written.unitPrice, said, since: origin.since ?? null };
  });
}

function partsOfList(prices: PriceList): readonly Part[] {
  const { items, bundles, minimumFee, onboarding } = prices;
  const part = (sku: string, amount: Money, said: unknown) => ({ sku, amount, said, since: priceSince(prices, sku) });
  return [
    ...items.map((one) => part(one.sku, (one.tariff.tiers[0] as { readonly unitPrice: Money }).unitPrice, one)),
    ...bundles.map((one) => part(one.sku, one.unitPrice, one)),
    ...[minimumFee, onboarding].flatMap((fee) => (fee === null ? [] : [part(fee.sku, fee.amount, fee)])),
  ];
}
