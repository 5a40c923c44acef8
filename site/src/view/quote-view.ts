import {
  addMoney,
  choiceOf,
  findingText,
  isZeroMoney,
  loudFindings,
  type Money,
  multiplyMoney,
  type PlannedFleet,
  type Quote,
  quotedQuantity,
  quoteNotices,
  quotesOf,
  roundToMinorUnit,
  sumMoney,
  unitFor,
} from "@nkp-planner/core";
import type { QuoteTerms } from "../state/document.ts";
import { quoteWordsFor } from "./quote-words/languages.ts";
import type { QuoteWords } from "./quote-words/quote-words.ts";
import type { Writer } from "./writer.ts";

/** What tenants are offered, as a document has it, in the language of its numbers. Made of quotes alone, which know of no cost. */
export interface QuoteView {
  readonly quotes: readonly TenantQuote[];
  /** Tenants whose price nobody has said. */
  readonly withoutPrice: readonly string[];
  /** What must be known before it is sent: that prices are invented, or that the plan does not run. */
  readonly warnings: readonly string[];
  /** What all of it comes to: of several clusters, or with tax; empty where the one table says it. */
  readonly totals: readonly TotalTable[];
  /** Which rate of tax is wrong, where it is none; empty: none is. */
  readonly taxProblem: string;
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
  /** What the offer rests on, in words. */
  readonly assumptions: readonly string[];
  readonly conditions: readonly string[];
}

/** Clusters with what each comes to, and the sum. */
export interface TotalTable {
  readonly caption: string;
  readonly unit: string;
  readonly rows: readonly { readonly name: string; readonly amount: string }[];
  /** The sum before tax, tax and the sum with it; the last is what is paid. */
  readonly sums: readonly { readonly name: string; readonly amount: string }[];
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

const NO_TERMS: QuoteTerms = { validUntil: "", taxPercent: "" };

export function quoteView(
  plan: PlannedFleet,
  tenantIds: readonly string[],
  writer: Writer,
  terms: QuoteTerms = NO_TERMS,
): QuoteView {
  const { quotes, withoutPrice } = quotesOf(plan, tenantIds);
  const words = quoteWordsFor(writer.locale);
  const taxRatio = taxRatioOf(terms);
  const quoted = quotes.map(({ tenantId }) => tenantId);
  const findings = quoteNotices(plan, quoted, loudFindings(plan)).filter(
    ({ code }) => !code.startsWith("illustrative"),
  );
  const isInvented = quotes.some(({ illustrative }) => illustrative);
  return {
    quotes: quotes.map((quote) => quoteOf(plan, quote, terms, writer, words)),
    totals: totalsOf(quotes, plan.currency, taxRatio, writer, words),
    taxProblem: taxRatio === undefined ? words.noPercentage(terms.taxPercent) : "",
    withoutPrice,
    warnings: [
      ...(isInvented ? [words.invented] : []),
      ...findings.map((finding) => findingText(finding, writer.inSentence)),
    ],
    isInvented,
  };
}

/** null: no tax is shown; undefined: what is typed is no percentage. */
function taxRatioOf({ taxPercent }: QuoteTerms): number | null | undefined {
  const text = taxPercent.trim().replace(/ ?%$/, "").replace(",", ".");
  if (text === "") return null;
  return /^\d{1,2}(\.\d{1,3})?$/.test(text) ? Number((Number(text) / PERCENT).toFixed(RATIO_DIGITS)) : undefined;
}

const PERCENT = 100;
/** As many as a percentage with three digits has. */
const RATIO_DIGITS = 5;

/** The sums that no table of one cluster has. */
function totalsOf(
  quotes: readonly Quote[],
  currency: string,
  taxRatio: number | null | undefined,
  writer: Writer,
  words: QuoteWords,
): readonly TotalTable[] {
  const isSaidAlready = quotes.length < 2 && (taxRatio ?? null) === null;
  if (isSaidAlready || quotes.length === 0) return [];
  const tableOfSums = (caption: string, unit: string, amountOf: (quote: Quote) => Money): TotalTable => {
    const net = sumMoney(quotes.map(amountOf), currency);
    const sums = [{ name: words.total, amount: writer.amount(net) }];
    if (typeof taxRatio === "number") {
      const tax = roundToMinorUnit(multiplyMoney(net, taxRatio));
      sums.push(
        {
          name: words.tax(writer.number(Number((taxRatio * PERCENT).toFixed(RATIO_DIGITS)), RATIO_DIGITS)),
          amount: writer.amount(tax),
        },
        { name: words.totalWithTax, amount: writer.amount(addMoney(net, tax)) },
      );
    }
    return {
      caption,
      unit,
      sums,
      rows: quotes.map((one) => ({ name: one.name, amount: writer.amount(amountOf(one)) })),
    };
  };
  const isOnce = quotes.some(({ oneTime }) => oneTime.length > 0);
  return [
    tableOfSums(words.allRecurs, `${currency} ${words.aMonth}`, ({ monthlyPrice }) => monthlyPrice),
    ...(isOnce
      ? [tableOfSums(words.allOnce, `${currency}, ${words.onlyOnce}`, ({ oneTimePrice }) => oneTimePrice)]
      : []),
  ];
}

function quoteOf(plan: PlannedFleet, quote: Quote, terms: QuoteTerms, writer: Writer, words: QuoteWords): TenantQuote {
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
    assumptions: assumptionsOf(plan, tenantId, words),
    conditions: conditionsOf(quote, terms, writer, words),
  };
}

/** What the offer rests on, in words that a customer can hold the provider to. */
function assumptionsOf(plan: PlannedFleet, tenantId: string, words: QuoteWords): readonly string[] {
  const { catalog, choices } = plan.context;
  const { version, kubernetesVersion } = catalog.release;
  const isOwnPace = plan.input.tenants.find(({ id }) => id === tenantId)?.upgradeCadence === "own";
  return [
    words.platform(version, kubernetesVersion),
    words.services(optionIn(choices, "tenant-services", words)),
    words.survives(`${optionIn(choices, "loss-survived", words)}${otherLosses(plan, tenantId, words)}`),
    isOwnPace ? words.ownPace : words.fleetPace,
  ];
}

/** What an assumption is set to. */
function optionIn(
  choices: PlannedFleet["context"]["choices"],
  parameterId: "tenant-services" | "loss-survived",
  words: QuoteWords,
): string {
  const { chosen, title } = choiceOf(choices, parameterId);
  return words.option(parameterId, chosen, title);
}

/** Pools of the tenant that are held to another loss than all. */
function otherLosses({ clusters, context: { choices } }: PlannedFleet, tenantId: string, words: QuoteWords): string {
  const { title: usual, parameter } = choiceOf(choices, "loss-survived");
  const lossIdOf = (title: string) => parameter.options.find((one) => one.title === title)?.id ?? "";
  const others = clusters
    .filter(({ tenantIds }) => tenantIds.includes(tenantId))
    .flatMap(({ pools }) => pools.filter(({ lossSurvived }) => lossSurvived.title !== usual))
    .map(({ name, lossSurvived }) =>
      words.otherLoss(name, words.option("loss-survived", lossIdOf(lossSurvived.title), lossSurvived.title)),
    );
  return others.join("");
}

function tableOf(
  unit: string,
  lines: Quote["recurring"],
  total: string,
  writer: Writer,
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

function conditionsOf(quote: Quote, terms: QuoteTerms, writer: Writer, words: QuoteWords): readonly string[] {
  const { asOf, termMonths, indexationPercentPerYear } = quote;
  const validUntil = terms.validUntil.trim() === "" ? quote.validUntil : terms.validUntil.trim();
  return [
    words.pricesAsOf(asOf, terms.taxPercent.trim() !== ""),
    validUntil === null ? words.holds : words.holdsUntil(validUntil),
    termMonths === null ? words.noTerm : words.term(writer.number(termMonths)),
    ...(indexationPercentPerYear === null ? [] : [words.indexed(writer.number(indexationPercentPerYear))]),
  ];
}
