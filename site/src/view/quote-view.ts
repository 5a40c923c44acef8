import {
  choiceOf,
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
import type { Writer } from "./writer.ts";

/** What tenants are offered, as a document has it. Made of quotes alone, which know of no cost. */
export interface QuoteView {
  readonly quotes: readonly TenantQuote[];
  /** Tenants whose price nobody has said. */
  readonly withoutPrice: readonly string[];
  /** What must be known before it is sent: that prices are invented, or that the plan does not run. */
  readonly warnings: readonly string[];
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

export function quoteView(plan: PlannedFleet, tenantIds: readonly string[], writer: Writer): QuoteView {
  const { quotes, withoutPrice } = quotesOf(plan, tenantIds);
  const quoted = quotes.map(({ tenantId }) => tenantId);
  const findings = quoteNotices(plan, quoted, loudFindings(plan)).filter(
    ({ code }) => !code.startsWith("illustrative"),
  );
  const isInvented = quotes.some(({ illustrative }) => illustrative);
  return {
    quotes: quotes.map((quote) => quoteOf(plan, quote, writer)),
    withoutPrice,
    warnings: [
      ...(isInvented ? ["Illustrative: the prices are invented. Not an offer."] : []),
      ...findings.map((finding) => findingText(finding, writer.inSentence)),
    ],
    isInvented,
  };
}

function quoteOf(plan: PlannedFleet, quote: Quote, writer: Writer): TenantQuote {
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
    conditions: conditionsOf(quote, writer),
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

function conditionsOf(quote: Quote, writer: Writer): readonly string[] {
  const { asOf, validUntil, termMonths, indexationPercentPerYear } = quote;
  return [
    `Prices as of ${asOf}, without tax.`,
    validUntil === null ? "They hold until they are changed." : `They hold until ${validUntil}.`,
    termMonths === null ? "No term is agreed." : `Term: ${writer.number(termMonths)} months.`,
    ...(indexationPercentPerYear === null
      ? []
      : [`Prices rise by ${writer.number(indexationPercentPerYear)} percent a year.`]),
  ];
}
