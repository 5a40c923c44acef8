import {
  findingText,
  isZeroMoney,
  loudFindings,
  type PlannedFleet,
  type Quote,
  quotedQuantity,
  quoteNotices,
  quotesOf,
  unitFor,
} from "@nkp-planner/core";
import { type DeliveredScope, deliveredScope } from "./delivered-scope.ts";
import { type OwnItems, ownItemsOf } from "./own-items.ts";
import { NO_TERMS, type QuoteTerms } from "./quote-terms.ts";
import { type TotalTable, taxRatioOf, totalsOf } from "./quote-totals.ts";
import type { QuoteWriter } from "./quote-writer.ts";
import { quoteWordsFor } from "./words/languages.ts";
import type { QuoteWords } from "./words/quote-words.ts";

/** What tenants are offered, as a document has it, in the language of its numbers. Made of quotes alone, which know of no cost. */
export interface QuoteView {
  readonly quotes: readonly TenantQuote[];
  /** Tenants whose price nobody has said. */
  readonly withoutPrice: readonly string[];
  /** What must be known before it is sent: that prices are invented, or that the plan does not run. */
  readonly warnings: readonly string[];
  /** What is paid once beside the price list, of all clusters together; null: nothing. */
  readonly ownItems: OwnItems | null;
  /** What all of it comes to: of several clusters, or with tax; empty where the one table says it. */
  readonly totals: readonly TotalTable[];
  /** What of the terms cannot be read, a sentence each: it is not in the document. */
  readonly problems: readonly string[];
  /** To be said on every page, not only on top of the first. */
  readonly isInvented: boolean;
}

export interface TenantQuote {
  readonly tenantId: string;
  readonly name: string;
  readonly size: readonly { readonly title: string; readonly value: string }[];
  readonly recurring: PriceTable;
  /** null where nothing is charged once. */
  readonly oneTime: PriceTable | null;
  readonly scope: DeliveredScope;
  readonly conditions: readonly string[];
}

export interface PriceTable {
  readonly unit: string;
  readonly hasDiscounts: boolean;
  readonly rows: readonly {
    readonly name: string;
    readonly quantity: string;
    readonly unitPrice: string;
    readonly discount: string;
    readonly amount: string;
  }[];
  readonly total: string;
}

/** As many as a quantity has at the most. */
const QUANTITY_DIGITS = 9;

export function quoteView(
  plan: PlannedFleet,
  tenantIds: readonly string[],
  writer: QuoteWriter,
  terms: QuoteTerms = NO_TERMS,
): QuoteView {
  const { quotes, withoutPrice } = quotesOf(plan, tenantIds);
  const words = quoteWordsFor(writer.locale);
  const taxRatio = taxRatioOf(terms);
  const own = ownItemsOf(terms, plan.currency, writer, words);
  const quoted = quotes.map(({ tenantId }) => tenantId);
  const findings = quoteNotices(plan, quoted, loudFindings(plan)).filter(
    ({ code }) => !code.startsWith("illustrative"),
  );
  const isInvented = quotes.some(({ illustrative }) => illustrative);
  return {
    quotes: quotes.map((quote) => quoteOf(plan, quote, terms, writer, words)),
    ownItems: own.items,
    totals: totalsOf({ quotes, currency: plan.currency, ownSum: own.sum, taxRatio: taxRatio ?? null }, writer, words),
    problems: [...(taxRatio === undefined ? [words.noPercentage(terms.taxPercent)] : []), ...own.problems],
    withoutPrice,
    warnings: [
      ...(isInvented ? [words.invented] : []),
      ...findings.map((finding) => findingText(finding, writer.inSentence)),
    ],
    isInvented,
  };
}

function quoteOf(
  plan: PlannedFleet,
  quote: Quote,
  terms: QuoteTerms,
  writer: QuoteWriter,
  words: QuoteWords,
): TenantQuote {
  const { tenantId, name, currency, size, recurring, oneTime, monthlyPrice, oneTimePrice } = quote;
  return {
    tenantId,
    name,
    size: [
      { title: words.pods, value: writer.number(size.podCount) },
      { title: words.vcpu, value: writer.number(size.vcpu) },
      { title: words.memory, value: writer.number(size.memoryGiB) },
      { title: words.storage, value: writer.number(size.storageGiB) },
    ],
    recurring: tableOf(`${currency} ${words.aMonth}`, recurring, writer.amount(monthlyPrice), writer, words),
    oneTime:
      oneTime.length === 0
        ? null
        : tableOf(`${currency}, ${words.onlyOnce}`, oneTime, writer.amount(oneTimePrice), writer, words),
    scope: deliveredScope(plan, tenantId, writer, words),
    conditions: conditionsOf(quote, terms, writer, words),
  };
}

function tableOf(
  unit: string,
  lines: Quote["recurring"],
  total: string,
  writer: QuoteWriter,
  words: QuoteWords,
): PriceTable {
  return {
    unit,
    total,
    hasDiscounts: lines.some(({ discount }) => !isZeroMoney(discount)),
    rows: lines.map(({ discount, amount, ...line }) => ({
      name: words.name(line.name),
      quantity: `${writer.number(quotedQuantity(line), QUANTITY_DIGITS)} ${words.unit(unitFor(line.quantity, line.unit))}`,
      unitPrice: writer.rate(line.unitPrice),
      discount: isZeroMoney(discount) ? "" : `−${writer.amount(discount)}`,
      amount: writer.amount(amount),
    })),
  };
}

function conditionsOf(quote: Quote, terms: QuoteTerms, writer: QuoteWriter, words: QuoteWords): readonly string[] {
  const { asOf, termMonths, indexationPercentPerYear } = quote;
  const validUntil = terms.validUntil.trim() === "" ? quote.validUntil : terms.validUntil.trim();
  return [
    words.pricesAsOf(words.day(asOf), terms.taxPercent.trim() !== ""),
    validUntil === null ? words.holds : words.holdsUntil(words.day(validUntil)),
    termMonths === null ? words.noTerm : words.term(writer.number(termMonths)),
    ...(indexationPercentPerYear === null ? [] : [words.indexed(writer.number(indexationPercentPerYear))]),
  ];
}
