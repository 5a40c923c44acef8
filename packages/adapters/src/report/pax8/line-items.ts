import {
  divideMoney,
  type Money,
  moneyAsNumber,
  type PlannedFleet,
  type PriceLine,
  roundRate,
  type ServiceLine,
  sumMoney,
} from "@nkp-planner/core";
import { withoutFormulas } from "../../text/csv.ts";
import { billableOf, reckoningOf } from "../quote/billable.ts";
import { bundlesOf } from "../quote/bundles.ts";
import { instantOf } from "../quote/instant.ts";
import { marked, type QuotedLine, type QuotedTenant, quotedTenantsOf } from "../quote/quoted-tenants.ts";
import { sentencesOf, shortened } from "../quote/texts.ts";
import { withoutRefNotes } from "../quote/without-ref.ts";
import type { DecidedRequest } from "../report.ts";
import type { Pax8Bundle, Pax8File, Pax8LineItem } from "./pax8-file.ts";
import { listedIn, MOST_NOTE_LETTERS, nameFor, skuFor } from "./pax8-texts.ts";

const MOST_ITEMS = 30;
/** A quantity is a whole number of 32 bits. */
const LARGEST_QUANTITY = 2 ** 31 - 1;

const NO_SERVICE: ServiceLine = "other";

const NO_COST_NOTE =
  "Pax8 asks for the cost of each item: none is in this file, as customers may read it. Write it for internal readers to post it.";
const ASSUMED_NOTE =
  "Pax8 documents no more than names: price and cost are taken to be of one, initialTotal to be quantity × price, the first month of a monthly item.";

/** What of an item follows from one line, or from several. */
interface Sold extends Pick<Pax8LineItem, "productName" | "productSku" | "note" | "quantity"> {
  readonly unitPrice: Money;
  readonly amount: Money;
  readonly cost: Money | null;
  readonly billing: PriceLine["billing"];
}

/**
 * A tenant's lines as custom items of a quote in Pax8, the body of a POST to /v2/quotes/QUOTE/line-items. For which client
 * the quote is, the tenant's `ref` says. Items hold from the plan's day, whose prices they have; tax and
 * the term are nowhere in them.
 *
 * quantity × price is the amount without rounding. Quantities are whole there: where a line's is not, or its price or
 * discount does not divide, the quantity is 1 and the price the amount, and the note says how it came about. A quote has
 * 30 items at most: of more lines the smallest of one service stand in one item, whose note says what is in it; `bundles`
 * has them all. Names have letters, digits and spaces, SKUs letters, digits and dashes: where one had to be changed or
 * cut, the note has it as it was.
 * @see https://devx.pax8.com/openapi/quoting-endpoints.json (2.0.0: AddCustomLineItemPayload)
 */
export function pax8Json(
  plan: PlannedFleet,
  request: Pick<DecidedRequest<unknown>, "audience" | "tenantIds" | "findings">,
): string {
  const quoted = quotedTenantsOf(plan, request).filter(({ lines }) => lines.length > 0);
  const file: Pax8File = {
    currency: plan.currency,
    quotes: quoted.map((one) => {
      const parts = bundlesOf(one.lines, MOST_ITEMS);
      const bundles = parts.filter(({ length }) => length > 1);
      return {
        ref: one.tenant.ref ?? null,
        tenantId: one.tenant.id,
        name: one.group,
        validUntil: one.validUntil,
        termMonths: one.tenant.contract.termMonths,
        notes: [
          ...one.notes,
          ...withoutRefNotes(one, "client"),
          ...(request.audience === "customer" ? [NO_COST_NOTE] : []),
          ASSUMED_NOTE,
        ],
        lineItems: parts.map((part) => itemOf(soldOf(part, one, plan.currency), plan.input.asOf)),
        bundles: bundles.map(bundleOf),
      };
    }),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

function itemOf(sold: Sold, effectiveDate: string): Pax8LineItem {
  const { productName, productSku, quantity, unitPrice, amount, cost, billing, note } = sold;
  return {
    type: "Custom",
    productName,
    productSku,
    quantity,
    price: moneyAsNumber(unitPrice),
    ...(cost === null ? {} : { cost: moneyAsNumber(roundRate(divideMoney(cost, quantity))) }),
    initialTotal: moneyAsNumber(amount),
    billingTerm: billing === "recurring" ? "Monthly" : "One-Time",
    effectiveDate: instantOf(effectiveDate),
    note,
  };
}

function soldOf(part: readonly QuotedLine[], { marks }: QuotedTenant, currency: string): Sold {
  const [first, ...others] = part;
  if (first === undefined) throw new Error("A part of a quote has a line.");
  return others.length === 0 ? soldAlone(first, marks) : soldTogether(part, first, marks, currency);
}

function soldAlone({ line, cost }: QuotedLine, marks: readonly string[]): Sold {
  const { quantity, unitPrice, reckoning } = billableOf(line, canHold);
  const [productName, productSku] = [nameFor(line.name), skuFor(line.sku)];
  const isChanged = productName !== line.name || productSku !== line.sku;
  const said = sentencesOf([isChanged ? `As listed: ${line.sku} ${line.name}` : "", line.description, reckoning]);
  const note = shortened(withoutFormulas(marked(marks, said)), MOST_NOTE_LETTERS);
  return { productName, productSku, note, quantity, unitPrice, amount: line.amount, cost, billing: line.billing };
}

function soldTogether(
  part: readonly QuotedLine[],
  { line: { service, billing, isTaxable } }: QuotedLine,
  marks: readonly string[],
  currency: string,
): Sold {
  const of = service ?? NO_SERVICE;
  const amount = sumMoney(
    part.map(({ line }) => line.amount),
    currency,
  );
  const costs = part.flatMap(({ cost }) => cost ?? []);
  const before = marked(marks, `${part.length} lines, ${amount.amount} together: `);
  return {
    productName: nameFor(
      `${of.charAt(0).toUpperCase()}${of.slice(1)} ${part.length} lines together${billing === "one-time" ? " once" : ""}`,
    ),
    productSku: bundleSku(of, billing, isTaxable),
    note: listedIn(
      before,
      part.map(({ line }) => withoutFormulas(`${line.sku} ${line.name}, ${reckoningOf(line)}`)),
    ),
    quantity: 1,
    unitPrice: amount,
    amount,
    cost: costs.length === 0 ? null : sumMoney(costs, currency),
    billing,
  };
}

function bundleOf(part: readonly QuotedLine[]): Pax8Bundle {
  const [first] = part;
  const { service, billing, isTaxable } = (first as QuotedLine).line;
  return {
    productSku: bundleSku(service ?? NO_SERVICE, billing, isTaxable),
    lines: part.map(({ line: { sku, name, amount } }) => ({ sku, name, amount: moneyAsNumber(amount) })),
  };
}

/** Another one for each kind of lines that may stand together. */
function bundleSku(service: ServiceLine, billing: PriceLine["billing"], isTaxable: boolean): string {
  const kind = ["BUNDLE", service, ...(billing === "one-time" ? ["once"] : []), ...(isTaxable ? [] : ["untaxed"])];
  return kind.join("-").toUpperCase();
}

function canHold(quantity: number): boolean {
  return Number.isInteger(quantity) && quantity <= LARGEST_QUANTITY;
}
