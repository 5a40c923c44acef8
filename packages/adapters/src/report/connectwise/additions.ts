import { divideMoney, isZeroMoney, type Money, moneyAsNumber, type PlannedFleet, roundRate } from "@nkp-planner/core";
import { withoutFormulas } from "../../text/csv.ts";
import { billableOf } from "../quote/billable.ts";
import { instantOf } from "../quote/instant.ts";
import { marked, type QuotedLine, type QuotedTenant, quotedTenantsOf } from "../quote/quoted-tenants.ts";
import { sentencesOf, shortened } from "../quote/texts.ts";
import { requireRefs, withoutRefNotes } from "../quote/without-ref.ts";
import type { DecidedRequest } from "../report.ts";
import type { ConnectwiseAddition, ConnectwiseFile, ConnectwiseProductItem } from "./connectwise-file.ts";

const MOST_DESCRIPTION_LETTERS = 6000;
/** Nobody says how many digits of a quantity are kept: no more than two are relied on. */
const QUANTITY_DIGITS = 2;

const ONE_TIME_NOTE =
  "What is due once is no addition, which would come again with every invoice: it stands in productItems, for /procurement/products. Add to each to what it is charged: chargeToType and chargeToId, or agreement.";

/**
 * A tenant's recurring lines as additions to its agreement in ConnectWise PSA, one a line, each the body of a POST to
 * /finance/agreements/AGREEMENT/additions; its one-time lines as product items. Which agreement, the tenant's `ref` says.
 *
 * quantity × unitPrice is a line's amount without rounding. Where it would not be (a discount that does not divide, a
 * price finer than a cent, a quantity of more than two digits), the quantity is 1 and the unit price the amount, and the
 * description says how it came about. What a list includes is a line of its own at no charge, so that lessIncluded is 0;
 * a tier is a line as well.
 *
 * An addition holds from the plan's day, whose prices it has, and ends on the first day that the tenant is none any more.
 * When other prices come, and for how long the tenant is bound, stands beside. unitCost and cost are for internal readers.
 * @see https://github.com/spinen/connectwise-finance-php-client/blob/518ce827/docs/Model/Addition.md
 */
export function connectwiseJson(
  plan: PlannedFleet,
  request: Pick<DecidedRequest<unknown>, "audience" | "tenantIds" | "findings">,
  { refusesWithoutRef }: { readonly refusesWithoutRef: boolean },
): string {
  const quoted = quotedTenantsOf(plan, request).filter(({ lines }) => lines.length > 0);
  if (refusesWithoutRef) requireRefs(plan, quoted);
  const file: ConnectwiseFile = {
    currency: plan.currency,
    agreements: quoted.map((one) => {
      const { tenant, group, lines, notes } = one;
      const oneTime = lines.filter(({ line }) => line.billing === "one-time");
      return {
        ref: tenant.ref ?? null,
        tenantId: tenant.id,
        name: group,
        validUntil: one.validUntil,
        termMonths: tenant.contract.termMonths,
        notes: [...notes, ...withoutRefNotes(one, "agreement"), ...(oneTime.length > 0 ? [ONE_TIME_NOTE] : [])],
        additions: lines
          .filter(({ line }) => line.billing === "recurring")
          .map((line, index) => additionOf(line, one, plan.input.asOf, index + 1)),
        productItems: oneTime.map((line, index) => productItemOf(line, one, index + 1)),
      };
    }),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

function additionOf(
  quoted: QuotedLine,
  { tenant, marks }: QuotedTenant,
  effectiveDate: string,
  sequenceNumber: number,
): ConnectwiseAddition {
  const { line, cost } = quoted;
  const { quantity, unitPrice, description } = soldAs(quoted, marks);
  const { until } = tenant.contract;
  return {
    product: { identifier: line.sku },
    quantity,
    lessIncluded: 0,
    unitPrice: moneyAsNumber(unitPrice),
    ...(cost === null ? {} : { unitCost: costOfOne(cost, quantity) }),
    billCustomer: billingOf(line.amount),
    effectiveDate: instantOf(effectiveDate),
    ...(until === null ? {} : { cancelledDate: instantOf(until) }),
    taxableFlag: line.isTaxable,
    invoiceDescription: description,
    sequenceNumber,
  };
}

function productItemOf(quoted: QuotedLine, { marks }: QuotedTenant, sequenceNumber: number): ConnectwiseProductItem {
  const { line, cost } = quoted;
  const { quantity, unitPrice, description } = soldAs(quoted, marks);
  return {
    catalogItem: { identifier: line.sku },
    quantity,
    price: moneyAsNumber(unitPrice),
    ...(cost === null ? {} : { cost: costOfOne(cost, quantity) }),
    billableOption: billingOf(line.amount),
    taxableFlag: line.isTaxable,
    customerDescription: description,
    sequenceNumber,
  };
}

function soldAs({ line }: QuotedLine, marks: readonly string[]) {
  const { quantity, unitPrice, reckoning } = billableOf(line, canHold);
  const description = marked(marks, sentencesOf([line.name, line.description, reckoning]));
  return { quantity, unitPrice, description: shortened(withoutFormulas(description), MOST_DESCRIPTION_LETTERS) };
}

function canHold(quantity: number): boolean {
  return Number(quantity.toFixed(QUANTITY_DIGITS)) === quantity;
}

/** What costs nothing is shown as given, not billed as zero. */
function billingOf(amount: Money): "Billable" | "NoCharge" {
  return isZeroMoney(amount) ? "NoCharge" : "Billable";
}

function costOfOne(cost: Money, quantity: number): number {
  return moneyAsNumber(roundRate(divideMoney(cost, quantity)));
}
