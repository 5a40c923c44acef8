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
import type { Writer } from "./writer.ts";

/** What tenants are offered, as a document has it. Made of quotes alone, which know of no cost. */
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
  const taxRatio = taxRatioOf(terms);
  const quoted = quotes.map(({ tenantId }) => tenantId);
  const findings = quoteNotices(plan, quoted, loudFindings(plan)).filter(
    ({ code }) => !code.startsWith("illustrative"),
  );
  const isInvented = quotes.some(({ illustrative }) => illustrative);
  return {
    quotes: quotes.map((quote) => quoteOf(plan, quote, terms, writer)),
    totals: totalsOf(quotes, plan.currency, taxRatio, writer),
    taxProblem: taxRatio === undefined ? `${terms.taxPercent} is no percentage such as 19 or 7.7.` : "",
    withoutPrice,
    warnings: [
      ...(isInvented ? ["Illustrative: the prices are invented. Not an offer."] : []),
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
): readonly TotalTable[] {
  const isSaidAlready = quotes.length < 2 && (taxRatio ?? null) === null;
  if (isSaidAlready || quotes.length === 0) return [];
  const tableOfSums = (caption: string, unit: string, amountOf: (quote: Quote) => Money): TotalTable => {
    const net = sumMoney(quotes.map(amountOf), currency);
    const sums = [{ name: "Total", amount: writer.amount(net) }];
    if (typeof taxRatio === "number") {
      const tax = roundToMinorUnit(multiplyMoney(net, taxRatio));
      sums.push(
        {
          name: `Tax, ${writer.number(Number((taxRatio * PERCENT).toFixed(RATIO_DIGITS)), RATIO_DIGITS)} %`,
          amount: writer.amount(tax),
        },
        { name: "Total with tax", amount: writer.amount(addMoney(net, tax)) },
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
    tableOfSums("All of it, what recurs", `${currency} a month`, ({ monthlyPrice }) => monthlyPrice),
    ...(isOnce ? [tableOfSums("All of it, once", `${currency}, once`, ({ oneTimePrice }) => oneTimePrice)] : []),
  ];
}

function quoteOf(plan: PlannedFleet, quote: Quote, terms: QuoteTerms, writer: Writer): TenantQuote {
  const { tenantId, name, currency, size, recurring, oneTime, monthlyPrice, oneTimePrice } = quote;
  return {
    tenantId,
    name,
    size: [
      { title: "Pods", value: writer.number(size.podCount) },
      { title: "vCPU requested", value: writer.number(size.vcpu) },
      { title: "Memory requested, GiB", value: writer.number(size.memoryGiB) },
      { title: "Volumes, GiB", value: writer.number(size.storageGiB) },
    ],
    recurring: tableOf(`${currency} a month`, recurring, writer.amount(monthlyPrice), writer),
    oneTime: oneTime.length === 0 ? null : tableOf(`${currency}, once`, oneTime, writer.amount(oneTimePrice), writer),
    assumptions: assumptionsOf(plan, tenantId),
    conditions: conditionsOf(quote, terms, writer),
  };
}

/** What the offer rests on, in words that a customer can hold the provider to. */
function assumptionsOf(plan: PlannedFleet, tenantId: string): readonly string[] {
  const { catalog, choices } = plan.context;
  const { version, kubernetesVersion } = catalog.release;
  const isOwnPace = plan.input.tenants.find(({ id }) => id === tenantId)?.upgradeCadence === "own";
  return [
    `Nutanix Kubernetes Platform ${version}, Kubernetes ${kubernetesVersion}.`,
    `Monitoring, logging and backup: ${choiceOf(choices, "tenant-services").title}.`,
    `The workers survive the loss of ${choiceOf(choices, "loss-survived").title}${otherLosses(plan, tenantId)}.`,
    isOwnPace ? "Upgrades at the tenant's own pace." : "Upgrades with the provider's fleet.",
  ];
}

/** Pools of the tenant that are held to another loss than all. */
function otherLosses({ clusters, context: { choices } }: PlannedFleet, tenantId: string): string {
  const usual = choiceOf(choices, "loss-survived").title;
  const others = clusters
    .filter(({ tenantIds }) => tenantIds.includes(tenantId))
    .flatMap(({ pools }) => pools.filter(({ lossSurvived }) => lossSurvived.title !== usual))
    .map(({ name, lossSurvived }) => `, of pool ${name} of ${lossSurvived.title}`);
  return others.join("");
}

function tableOf(unit: string, lines: Quote["recurring"], total: string, writer: Writer): PriceTable {
  return {
    unit,
    total,
    hasDiscounts: lines.some(({ discount }) => !isZeroMoney(discount)),
    rows: lines.map(({ discount, amount, ...line }) => ({
      name: line.name,
      quantity: `${writer.number(quotedQuantity(line), QUANTITY_DIGITS)} ${unitFor(line.quantity, line.unit)}`,
      unitPrice: writer.rate(line.unitPrice),
      discount: isZeroMoney(discount) ? "" : `−${writer.amount(discount)}`,
      amount: writer.amount(amount),
    })),
  };
}

function conditionsOf(quote: Quote, terms: QuoteTerms, writer: Writer): readonly string[] {
  const { asOf, termMonths, indexationPercentPerYear } = quote;
  const validUntil = terms.validUntil.trim() === "" ? quote.validUntil : terms.validUntil.trim();
  return [
    `Prices as of ${asOf}, without tax${terms.taxPercent.trim() === "" ? "" : ", which is added to the total"}.`,
    validUntil === null ? "They hold until they are changed." : `They hold until ${validUntil}.`,
    termMonths === null ? "No term is agreed." : `Term: ${writer.number(termMonths)} months.`,
    ...(indexationPercentPerYear === null
      ? []
      : [`Prices rise by ${writer.number(indexationPercentPerYear)} percent a year.`]),
  ];
}
