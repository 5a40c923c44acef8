import {
  addMoney,
  type CurrencyCode,
  type Money,
  multiplyMoney,
  type Quote,
  roundToMinorUnit,
  sumMoney,
} from "@nkp-planner/core";
import type { QuoteTerms } from "./quote-terms.ts";
import type { QuoteWriter } from "./quote-writer.ts";
import type { QuoteWords } from "./words/quote-words.ts";

/** Clusters with what each comes to, and the sum. */
export interface TotalTable {
  readonly caption: string;
  /** What its rows are. */
  readonly title: string;
  readonly unit: string;
  /** Empty where the sum is of one part alone. */
  readonly rows: readonly NamedAmount[];
  /** The sum before tax, tax and the sum with it; the last is what is paid. */
  readonly sums: readonly NamedAmount[];
}

export interface NamedAmount {
  readonly name: string;
  readonly amount: string;
}

const PERCENT = 100;
/** As many as a percentage with three digits has. */
const RATIO_DIGITS = 5;

/** null: no tax is shown; undefined: what is typed is no percentage. */
export function taxRatioOf({ taxPercent }: Pick<QuoteTerms, "taxPercent">): number | null | undefined {
  const text = taxPercent.trim().replace(/ ?%$/, "").replace(",", ".");
  if (text === "") return null;
  return /^\d{1,2}(\.\d{1,3})?$/.test(text) ? Number((Number(text) / PERCENT).toFixed(RATIO_DIGITS)) : undefined;
}

interface ToAddUp {
  readonly quotes: readonly Quote[];
  readonly currency: CurrencyCode;
  /** Of the items that no price list has; null: there are none. */
  readonly ownSum: Money | null;
  readonly taxRatio: number | null;
}

/** The sums that no other table has: what recurs and what is once, each alone. */
export function totalsOf(
  { quotes, currency, ownSum, taxRatio }: ToAddUp,
  writer: QuoteWriter,
  words: QuoteWords,
): readonly TotalTable[] {
  const tableOf = (caption: string, unit: string, parts: readonly { name: string; value: Money }[]) => {
    // One part alone has its sum already.
    if (parts.length === 0 || (parts.length < 2 && taxRatio === null)) return [];
    const net = sumMoney(
      parts.map(({ value }) => value),
      currency,
    );
    const rows = parts.length < 2 ? [] : parts.map(({ name, value }) => ({ name, amount: writer.amount(value) }));
    const title = rows.length > 0 && quotes.length > 1 ? words.cluster : "";
    return [{ caption, title, unit, rows, sums: sumsOf(net, taxRatio, writer, words) }];
  };
  const once = quotes.filter(({ oneTime }) => oneTime.length > 0);
  return [
    ...tableOf(
      words.allRecurs,
      `${currency} ${words.aMonth}`,
      quotes.map(({ name, monthlyPrice }) => ({ name, value: monthlyPrice })),
    ),
    ...tableOf(words.allOnce, `${currency}, ${words.onlyOnce}`, [
      // Of several clusters each is named, also that it pays nothing once.
      ...(quotes.length > 1 && once.length > 0 ? quotes : once).map(({ name, oneTimePrice }) => ({
        name: quotes.length > 1 ? name : words.once,
        value: oneTimePrice,
      })),
      ...(ownSum === null ? [] : [{ name: words.ownItems, value: ownSum }]),
    ]),
  ];
}

function sumsOf(net: Money, taxRatio: number | null, writer: QuoteWriter, words: QuoteWords): readonly NamedAmount[] {
  const sum = { name: words.total, amount: writer.amount(net) };
  if (taxRatio === null) return [sum];
  const tax = roundToMinorUnit(multiplyMoney(net, taxRatio));
  const percent = writer.number(Number((taxRatio * PERCENT).toFixed(RATIO_DIGITS)), RATIO_DIGITS);
  return [
    sum,
    { name: words.tax(percent), amount: writer.amount(tax) },
    { name: words.totalWithTax, amount: writer.amount(addMoney(net, tax)) },
  ];
}
