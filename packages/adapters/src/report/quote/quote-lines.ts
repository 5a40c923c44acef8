import {
  discountOf,
  divideMoney,
  isZeroMoney,
  type Money,
  multiplyMoney,
  type PlannedFleet,
  type PriceLine,
  ratioOf,
  roundRate,
  roundToMinorUnit,
  subtractMoney,
} from "@nkp-planner/core";
import { type CsvColumns, csvText, moneyField, NO_FIELD, numberField, textField } from "../../text/csv.ts";
import type { DecidedRequest } from "../report.ts";
import { marked, quotedTenantsOf } from "./quoted-tenants.ts";

interface QuoteRow {
  readonly line: PriceLine;
  readonly unitCost: Money | null;
  readonly discountPercent: number;
  readonly termMonths: number | null;
  readonly group: string;
  /** What must be read before the line is taken over: `ILLUSTRATIVE prices`. */
  readonly marks: readonly string[];
  /** What must be known of the quote that the line is of, in sentences. */
  readonly notes: string;
}

const COLUMNS: CsvColumns<QuoteRow> = {
  sku: ({ line }) => textField(line.sku),
  name: ({ line }) => textField(line.name),
  description: ({ line, marks }) => textField(marked(marks, line.description)),
  quantity: ({ line }) => numberField(line.quantity),
  unit: ({ line }) => textField(line.unit),
  unitCost: ({ unitCost }) => moneyField(unitCost),
  unitPrice: ({ line }) => moneyField(line.unitPrice),
  discountPercent: ({ discountPercent }) => numberField(discountPercent),
  billing: ({ line }) => textField(line.billing),
  period: ({ line }) => (line.billing === "recurring" ? textField("month") : NO_FIELD),
  term: ({ line, termMonths }) => (line.billing === "recurring" ? numberField(termMonths) : NO_FIELD),
  taxable: ({ line }) => textField(String(line.isTaxable)),
  optional: ({ line }) => textField(String(line.isOptional)),
  group: ({ group }) => textField(group),
  notes: ({ notes }) => textField(notes),
};

/**
 * Quote lines as quoting tools of service providers import them: one row a price line, in the plan's currency, the
 * contract's term in months. round(quantity × unitPrice × (1 − discountPercent ÷ 100)) is the line's amount to the
 * smallest unit. A tenant without a price has no rows. Every row has the notes of its tenant's quote: rows are
 * imported one by one.
 *
 * unitCost is for internal readers only: round(quantity × unitCost) is what of the tenant's cost stands against the line.
 */
export function quoteLinesCsv(
  plan: PlannedFleet,
  request: Pick<DecidedRequest<unknown>, "audience" | "tenantIds" | "findings">,
): string {
  const { priceList } = plan.context;
  const rows = quotedTenantsOf(plan, request).flatMap(({ tenant, group, lines, marks, notes }) => {
    const agreedPercent = priceList === undefined ? 0 : discountOf({ tenant }, priceList);
    return lines.map(({ line, cost }) => ({
      line,
      unitCost: cost === null ? null : roundRate(divideMoney(cost, line.quantity)),
      discountPercent: discountPercentOf(line, agreedPercent),
      termMonths: tenant.contract.termMonths,
      group,
      marks,
      notes: notes.join(" "),
    }));
  });
  return csvText(COLUMNS, rows);
}

const PERCENT = 100;
const ONE_PERCENT = 0.01;
const FINEST_DIGITS = 10;

/** The percentage that was agreed where it gives the line's amount, else the plainest that does. */
function discountPercentOf({ quantity, unitPrice, amount, discount }: PriceLine, agreedPercent: number): number {
  if (isZeroMoney(discount)) return 0;
  const list = multiplyMoney(unitPrice, quantity);
  const isExact = (percent: number) =>
    isZeroMoney(
      subtractMoney(
        roundToMinorUnit(subtractMoney(list, multiplyMoney(multiplyMoney(list, percent), ONE_PERCENT))),
        amount,
      ),
    );
  const ratio = ratioOf(subtractMoney(list, amount), list) ?? 0;
  const byDigits = Array.from({ length: FINEST_DIGITS + 1 }, (_, digits) => Number((ratio * PERCENT).toFixed(digits)));
  return [agreedPercent, ...byDigits].find(isExact) ?? ratio * PERCENT;
}
