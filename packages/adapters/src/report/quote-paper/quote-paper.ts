import type { PlannedFleet } from "@nkp-planner/core";
import type { DeliveredScope } from "./delivered-scope.ts";
import { element, type PaperElement } from "./paper-element.ts";
import { ownItemsTable, pricesTable, totalsTable } from "./paper-tables.ts";
import type { QuoteLetter, QuoteTerms } from "./quote-terms.ts";
import { type QuoteView, quoteView, type TenantQuote } from "./quote-view.ts";
import type { QuoteWriter } from "./quote-writer.ts";
import { quoteWordsFor } from "./words/languages.ts";
import type { QuoteWords } from "./words/quote-words.ts";

/** A quote as one customer is sent it, and what whoever sends it must know beside. */
export interface QuotePaper {
  /** What the document is called, by whose clusters are in it. */
  readonly title: string;
  /** Of its words, as pages and hyphenation need it: `de`. */
  readonly language: string;
  /** null: nobody who is named has a price. */
  readonly sheet: PaperElement | null;
  /** Tenants whose price nobody has said. */
  readonly withoutPrice: readonly string[];
  /** What of the terms cannot be read, a sentence each: it is not on the sheet. */
  readonly problems: readonly string[];
}

/**
 * The quote of one customer on paper: each of its clusters, what all of them come to, what is delivered, and who signs.
 * @param tenantIds clusters of one customer; all where nobody is named
 */
export function quotePaper(
  plan: PlannedFleet,
  tenantIds: readonly string[],
  writer: QuoteWriter,
  terms: QuoteTerms,
  letter: QuoteLetter,
): QuotePaper {
  const view = quoteView(plan, tenantIds, writer, terms);
  const words = quoteWordsFor(writer.locale);
  const { withoutPrice, problems, quotes } = view;
  const title = words.quoteFor(quotes.map(({ name }) => name).join(", "));
  const sheet = quotes.length === 0 ? null : sheetOf(view, title, plan.input.asOf, letter, words);
  return { title, language: words.language, sheet, withoutPrice, problems };
}

function sheetOf(
  { quotes, ownItems, totals, warnings, isInvented }: QuoteView,
  title: string,
  asOf: string,
  letter: QuoteLetter,
  words: QuoteWords,
): PaperElement {
  const conditions = [...new Set(quotes.flatMap((quote) => quote.conditions))];
  return element(
    "section",
    { className: `sheet${isInvented ? " invented" : ""}`, lang: words.language },
    headOf(letter, title, asOf, words),
    warnings.map((statement) => element("p", { className: "warning" }, statement)),
    letter.objectives === "" ? null : element("p", { className: "objectives" }, letter.objectives),
    quotes.flatMap((quote) => pricesOf(quote, quotes.length > 1, words)),
    ownItems === null ? null : ownItemsTable(ownItems, words),
    totals.map(totalsTable),
    element("p", {}, conditions.join(" ")),
    deliveredOf(quotes, asOf, words),
    // Who is told that it is no offer has nothing to sign.
    isInvented ? null : signaturesOf(letter, words),
  );
}

function headOf(letter: QuoteLetter, title: string, asOf: string, words: QuoteWords): PaperElement {
  const { provider, address, logo, customer, number } = letter;
  const addressLines = address
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  return element(
    "header",
    { className: "letterhead" },
    logo === ""
      ? null
      : element("img", { className: "logo", src: logo, alt: provider === "" ? words.provider : provider }),
    provider === "" ? null : element("p", { className: "provider" }, provider),
    addressLines.map((line) => element("p", { className: "address" }, line)),
    customer === "" ? null : element("p", { className: "customer" }, customer),
    element("h2", {}, title),
    number === "" ? null : element("p", {}, `${words.number} ${number}`),
    element("p", { className: "caption" }, words.day(asOf)),
  );
}

function pricesOf(quote: TenantQuote, isNamed: boolean, words: QuoteWords): readonly PaperElement[] {
  const { name, size, recurring, oneTime } = quote;
  const sizes = size.map(({ title, value }) => element("div", {}, element("dt", {}, title), element("dd", {}, value)));
  return [
    ...(isNamed ? [element("h3", {}, name)] : []),
    element("dl", { className: "size" }, sizes),
    pricesTable(recurring, words.recurs, words.totalMonthly, words),
    ...(oneTime === null ? [] : [pricesTable(oneTime, words.once, words.totalOnce, words)]),
  ];
}

function deliveredOf(quotes: readonly TenantQuote[], asOf: string, words: QuoteWords): PaperElement {
  const groups: readonly (readonly [string, keyof DeliveredScope])[] = [
    [words.cluster, "cluster"],
    [words.availability, "availability"],
    [words.supportAndUpgrades, "upgrades"],
  ];
  return element(
    "div",
    { className: "delivered" },
    element("h3", {}, words.delivered),
    element("p", { className: "small" }, words.deliveredAsPlanned(words.day(asOf))),
    element(
      "dl",
      { className: "small" },
      groups.map(([title, part]) => {
        const statements = statementsOf(quotes, part).map((one) => element("li", {}, one));
        return element("div", {}, element("dt", {}, title), element("dd", {}, element("ul", {}, statements)));
      }),
    ),
  );
}

/** What holds for all clusters first and once, then what holds for some with their names. */
function statementsOf(quotes: readonly TenantQuote[], part: keyof DeliveredScope): readonly string[] {
  const all = [...new Set(quotes.flatMap(({ scope }) => scope[part]))].map((statement) => ({
    statement,
    whose: quotes.filter(({ scope }) => scope[part].includes(statement)),
  }));
  const isCommon = ({ whose }: { readonly whose: readonly TenantQuote[] }) => whose.length === quotes.length;
  return [
    ...all.filter(isCommon).map(({ statement }) => statement),
    ...all
      .filter((one) => !isCommon(one))
      .map(({ statement, whose }) => `${whose.map(({ name }) => name).join(", ")}: ${statement}`),
  ];
}

function signaturesOf({ provider, customer }: QuoteLetter, words: QuoteWords): PaperElement {
  return element(
    "div",
    { className: "signatures" },
    element("p", {}, `${provider === "" ? words.provider : provider}, ${words.placeAndDate}`),
    element("p", {}, `${customer === "" ? words.customer : customer}, ${words.placeAndDate}`),
  );
}
