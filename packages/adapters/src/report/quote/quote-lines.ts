import {
  allocateMoney,
  discountOf,
  distinctFindings,
  divideMoney,
  type Finding,
  findingText,
  isZeroMoney,
  type Money,
  multiplyMoney,
  type PlannedFleet,
  type PriceLine,
  paysInventedPrices,
  quoteFindings,
  quoteNotices,
  ratioOf,
  roundRate,
  roundToMinorUnit,
  subtractMoney,
  type Tenant,
  type TenantEconomics,
  type TenantId,
  wholeMinorUnits,
} from "@nkp-planner/core";
import { type CsvColumns, csvText, moneyField, NO_FIELD, numberField, textField } from "../../text/csv.ts";
import type { DecidedRequest } from "../report.ts";

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
  description: ({ line, marks }) => textField(descriptionOf(line, marks)),
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
to the smallest unit. A tenant without a price has no rows. Every row has the notes of its tenant's quote: rows are
 * imported one by one.
 *
 * unitCost is for internal readers only. No cost belongs to a price line as such, so a tenant's monthly cost is spread
 * over its recurring lines in proportion to their amounts, and its one-off cost over its one-time lines:
 * round(quantity × unitCost) sums to that cost exactly. Margins of single lines are therefore all alike; only a
 * tenant's total says something.
 */
export function quoteLinesCsv(
  plan: PlannedFleet,
  { audience, tenantIds, findings }: Pick<DecidedRequest<unknown>, "audience" | "tenantIds" | "findings">,
): string {
  const inputs = new Map(plan.input.tenants.map((tenant) => [tenant.id, tenant]));
  const groups = groupsOf(plan.tenants);
  const asked = plan.tenants.filter(({ tenantId }) => tenantIds.includes(tenantId));
  const rows = asked.flatMap((economics) => {
    const tenant = inputs.get(economics.tenantId) as Tenant;
    const group = groups.get(economics.tenantId) ?? tenant.name;
    const said =
      audience === "internal" ? insideNotices(plan, tenant, findings) : quoteNotices(plan, [tenant.id], findings);
    const notes = said.map((finding) => findingText(finding)).join(" ");
    return rowsOf(economics, tenant, plan, audience === "internal").map((row) => ({ ...row, group, notes }));
  });
  return csvText(COLUMNS, rows);
}

/** Each tenant's name, with its id where another has the same. */
function groupsOf(tenants: readonly TenantEconomics[]): ReadonlyMap<TenantId, string> {
  const counts = new Map<string, number>();
  for (const { name } of tenants) counts.set(name, (counts.get(name) ?? 0) + 1);
  return new Map(
    tenants.map(
      ({ tenantId, name }) => [tenantId, (counts.get(name) ?? 0) > 1 ? `${name} (${tenantId})` : name] as const,
    ),
  );
}

function rowsOf(
  economics: TenantEconomics,
  tenant: Tenant,
  plan: PlannedFleet,
  withCosts: boolean,
): readonly Omit<QuoteRow, "group" | "notes">[] {
  const lines = economics.priceLines;
  const costs = withCosts ? unitCosts(lines, economics) : new Map<PriceLine, Money>();
  const { priceList } = plan.context;
  // Costs rest on the book as well.
  const isInvented = (withCosts && plan.context.priceBook.illustrative) || paysInventedPrices(tenant, plan.context);
  const findings = withCosts ? plan.findings : quoteFindings(plan, [tenant.id]);
  const doubts = DOUBTS.filter(({ isIn }) => findings.some(isIn)).map(({ mark }) => mark);
  const agreedPercent = priceList === undefined ? 0 : discountOf({ tenant }, priceList);
  return lines.map((line) => ({
    line,
    unitCost: costs.get(line) ?? null,
    discountPercent: discountPercentOf(line, agreedPercent),
    termMonths: tenant.contract.termMonths,
    marks: [...(isInvented ? ["ILLUSTRATIVE prices"] : []), ...doubts],
  }));
}

/** To whoever sees costs: all that was said of the inputs, and what the quote says of itself. */
function insideNotices(plan: PlannedFleet, tenant: Tenant, said: readonly Finding[]): readonly Finding[] {
  return distinctFindings([{ findings: [...said, ...quoteFindings(plan, [tenant.id])] }]);
}

/** In capitals, as who imports rows reads no sentence. */
const DOUBTS: readonly { readonly mark: string; isIn(finding: Finding): boolean }[] = [
  { mark: "CANNOT RUN", isIn: ({ kind }) => kind === "infeasible" },
  { mark: "PRICES NOT VALID on this day", isIn: ({ code }) => code === "prices-not-valid" },
];

function descriptionOf({ description }: PriceLine, marks: readonly string[]): string {
  return [marks.join(", "), description].filter((part) => part !== "").join(": ");
}

function unitCosts(
  lines: readonly PriceLine[],
  { monthlyCost, oneTimeCost }: TenantEconomics,
): ReadonlyMap<PriceLine, Money> {
  const spread = (billing: PriceLine["billing"], cost: Money) => {
    const billed = lines.filter((line) => line.billing === billing);
    if (billed.length === 0) return [];
    const parts = allocateMoney(
      cost,
      billed.map(({ amount }) => wholeMinorUnits(amount)),
    );
    return billed.map((line, index) => [line, roundRate(divideMoney(parts[index] as Money, line.quantity))] as const);
  };
  return new Map([...spread("recurring", monthlyCost), ...spread("one-time", oneTimeCost)]);
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
