import {
  allocateMoney,
  distinctFindings,
  type Finding,
  findingText,
  type Money,
  type PlannedFleet,
  type PriceLine,
  paysInventedPrices,
  quoteFindings,
  quoteNotices,
  quotesOf,
  type Tenant,
  type TenantEconomics,
  type TenantId,
  wholeMinorUnits,
} from "@nkp-planner/core";
import type { DecidedRequest } from "../report.ts";

/** A tenant as files of quote lines have it. */
export interface QuotedTenant {
  readonly tenant: Tenant;
  /** Its name, with its id where another has the same. */
  readonly group: string;
  /** The last day on which what it pays holds as it stands; null: none is named. */
  readonly validUntil: string | null;
  readonly lines: readonly QuotedLine[];
  /** What must be read before a line is taken over: `ILLUSTRATIVE prices`. */
  readonly marks: readonly string[];
  /** What must be known of the quote, in sentences. */
  readonly notes: readonly string[];
}

/** A price line, and what of the tenant's cost stands against it; null for readers who see no costs. */
export interface QuotedLine {
  readonly line: PriceLine;
  readonly cost: Money | null;
}

/**
 * The tenants asked for, with what they pay and what must be known of it. A tenant without a price has no lines.
 *
 * No cost belongs to a price line as such, so a tenant's monthly cost is spread over its recurring lines in proportion to
 * their amounts, and its one-off cost over its one-time lines: they sum to that cost exactly. Margins of single lines are
 * therefore all alike; only a tenant's total says something.
 */
export function quotedTenantsOf(
  plan: PlannedFleet,
  { audience, tenantIds, findings }: Pick<DecidedRequest<unknown>, "audience" | "tenantIds" | "findings">,
): readonly QuotedTenant[] {
  const inputs = new Map(plan.input.tenants.map((tenant) => [tenant.id, tenant]));
  const groups = groupsOf(plan.tenants);
  const asked = plan.tenants.filter(({ tenantId }) => tenantIds.includes(tenantId));
  const validUntil = new Map(quotesOf(plan, tenantIds).quotes.map((quote) => [quote.tenantId, quote.validUntil]));
  const withCosts = audience === "internal";
  return asked.map((economics) => {
    const tenant = inputs.get(economics.tenantId) as Tenant;
    const said = withCosts ? insideNotices(plan, tenant, findings) : quoteNotices(plan, [tenant.id], findings);
    const costs = withCosts ? costsOfLines(economics) : new Map<PriceLine, Money>();
    return {
      tenant,
      group: groups.get(economics.tenantId) ?? tenant.name,
      validUntil: validUntil.get(economics.tenantId) ?? null,
      lines: economics.priceLines.map((line) => ({ line, cost: costs.get(line) ?? null })),
      marks: marksOf(plan, tenant, withCosts),
      notes: said.map((finding) => findingText(finding)),
    };
  });
}

/** A description with what must be read before it. */
export function marked(marks: readonly string[], description: string): string {
  return [marks.join(", "), description].filter((part) => part !== "").join(": ");
}

function groupsOf(tenants: readonly TenantEconomics[]): ReadonlyMap<TenantId, string> {
  const counts = new Map<string, number>();
  for (const { name } of tenants) counts.set(name, (counts.get(name) ?? 0) + 1);
  return new Map(
    tenants.map(
      ({ tenantId, name }) => [tenantId, (counts.get(name) ?? 0) > 1 ? `${name} (${tenantId})` : name] as const,
    ),
  );
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

function marksOf(plan: PlannedFleet, tenant: Tenant, withCosts: boolean): readonly string[] {
  const lines = plan.tenants.find(({ tenantId }) => tenantId === tenant.id)?.priceLines;
  // Costs rest on the book as well.
  const isInvented =
    (withCosts && plan.context.priceBook.illustrative) || paysInventedPrices(tenant, plan.context, lines);
  const findings = withCosts ? plan.findings : quoteFindings(plan, [tenant.id]);
  const doubts = DOUBTS.filter(({ isIn }) => findings.some(isIn)).map(({ mark }) => mark);
  return [...(isInvented ? ["ILLUSTRATIVE prices"] : []), ...doubts];
}

function costsOfLines({ priceLines, monthlyCost, oneTimeCost }: TenantEconomics): ReadonlyMap<PriceLine, Money> {
  const spread = (billing: PriceLine["billing"], cost: Money) => {
    const billed = priceLines.filter((line) => line.billing === billing);
    if (billed.length === 0) return [];
    const weights = billed.map(({ amount }) => wholeMinorUnits(amount));
    const parts = allocateMoney(cost, weights);
    return billed.map((line, index) => [line, parts[index] as Money] as const);
  };
  return new Map([...spread("recurring", monthlyCost), ...spread("one-time", oneTimeCost)]);
}
