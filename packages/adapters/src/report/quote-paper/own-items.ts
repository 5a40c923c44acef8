import { type CurrencyCode, compareMoney, type Money, money, roundToMinorUnit, sumMoney } from "@nkp-planner/core";
import type { QuoteTerms } from "./quote-terms.ts";
import type { QuoteWriter } from "./quote-writer.ts";
import type { QuoteWords } from "./words/quote-words.ts";

/** What is paid once by the words of whoever writes the quote, and not by the price list. */
export interface OwnItems {
  /** Says whose words and amounts these are. */
  readonly source: "own words";
  readonly unit: string;
  readonly rows: readonly { readonly name: string; readonly amount: string }[];
  readonly total: string;
}

/** Items as they were read; null: there are none. */
export interface ReadOwnItems {
  readonly items: OwnItems | null;
  readonly sum: Money | null;
  /** A sentence for each that cannot be read; where there is one, no item is on the paper. */
  readonly problems: readonly string[];
}

/** `1200`, `1200.5`, `1200,50` */
const AMOUNT = /^\d{1,12}([.,]\d{1,2})?$/;

/** undefined: it is none of the currency, or finer than its smallest unit. */
function amountOf(text: string, currency: CurrencyCode): Money | undefined {
  if (!AMOUNT.test(text)) return undefined;
  const exact = money(text.replace(",", "."), currency);
  return compareMoney(exact, roundToMinorUnit(exact)) === 0 ? exact : undefined;
}

/** Reads items; rows that nobody has begun are none. */
export function ownItemsOf(
  { ownItems }: Pick<QuoteTerms, "ownItems">,
  currency: CurrencyCode,
  writer: QuoteWriter,
  words: QuoteWords,
): ReadOwnItems {
  const given = ownItems
    .map(({ title, amount }) => ({ title: title.trim(), amount: amount.trim() }))
    .filter(({ title, amount }) => title !== "" || amount !== "");
  const problems = given.flatMap(({ title, amount }) => [
    ...(title === "" ? [words.itemWithoutTitle(amount)] : []),
    ...(amountOf(amount, currency) === undefined ? [words.noAmount(title, amount)] : []),
  ]);
  if (given.length === 0 || problems.length > 0) return { items: null, sum: null, problems };
  const amounts = given.flatMap(({ amount }) => amountOf(amount, currency) ?? []);
  const sum = sumMoney(amounts, currency);
  const rows = given.map(({ title }, index) => ({ name: title, amount: writer.amount(amounts[index] as Money) }));
  const items = {
    source: "own words",
    unit: `${currency}, ${words.onlyOnce}`,
    rows,
    total: writer.amount(sum),
  } as const;
  return { items, sum, problems };
}
