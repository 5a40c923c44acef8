import type { PlannedFleet } from "@nkp-planner/core";
import { csvText } from "../../text/csv.ts";
import type { DecidedRequest } from "../report.ts";
import { allocatedRatiosOf } from "./allocated-ratios.ts";
import { FOCUS_COLUMNS, type FocusVersion } from "./columns.ts";
import { focusChargesOf } from "./focus-charges.ts";
import type { BillingAccount, FocusRow } from "./focus-row.ts";

/** What a file of rows is asked to have. */
interface FocusRequest extends Pick<DecidedRequest<unknown>, "tenantIds"> {
  readonly version: FocusVersion;
  readonly hasOneTime: boolean;
}

/**
 * A plan's costs in the shape of FOCUS: an estimate of the month of the plan's day, not a bill. A row is what one
 * tenant (its SubAccount) bears of one cost line in one place, of one attribution: workload, overhead or idle. Rows of one
 * x_OriginLineId sum to the plan's cost line exactly, rows of a tenant to its cost, rows of an attribution to the
 * fleet's. All rows together are the monthly cost; one-off costs, of ChargeFrequency One-Time, are among them only where
 * they are asked for. Where x_CannotRun is true, the plan falls short: costs are of what can be planned of it.
 *
 * In 1.2 x_AllocatedMethodId says whether a row is the tenant's `own` or by which method it was shared. In 1.3
 * AllocatedMethodId does, and is empty where nothing was split. There AllocatedMethodDetails has the row's part of its
 * origin charge, which is what arises in one place of a line: the ratios of one x_OriginChargeId sum to 1 as written, in
 * a file of all tenants. UsageQuantity is left out: what a tenant asked for decides all rows of it together, and would be
 * counted once a row. SubAccount stays the tenant, which is the AllocatedResource too; Resource stays where the cost arose.
 *
 * PricingQuantity = cost ÷ unit price, at ten digits: allocated like the cost, so that the product is the cost.
 * @see https://github.com/FinOps-Open-Cost-and-Usage-Spec/FOCUS_Spec/tree/04f8bb3d/specification/columns (1.2)
 * @see https://focus.finops.org/focus-specification/v1-3/
 */
export function focusRowsCsv(
  plan: PlannedFleet,
  { tenantIds, hasOneTime, version }: FocusRequest,
  billingAccount: BillingAccount,
): string {
  const asked = plan.tenants.filter(({ tenantId }) => tenantIds.includes(tenantId));
  const names = new Map(asked.map(({ tenantId, name }) => [tenantId, name]));
  const common = { plan, billingAccount, ...monthOf(plan.input.asOf) };
  const charges = focusChargesOf(plan);
  const ratios = allocatedRatiosOf(charges);
  const rows = charges.flatMap((charge, index): readonly FocusRow[] => {
    const tenantName = names.get(charge.tenantId);
    if (tenantName === undefined || (charge.isOneTime && !hasOneTime)) return [];
    return [{ ...charge, ...common, tenantName, allocatedRatio: ratios[index] ?? null }];
  });
  return csvText(FOCUS_COLUMNS[version], rows);
}

const MONTHS_PER_YEAR = 12;

/** `2026-11-23` → the first of November to the first of December, which is no part of it. */
function monthOf(day: string): { readonly monthStart: string; readonly monthEnd: string } {
  const [year = 0, month = 1] = day.split("-").map(Number);
  const next = month === MONTHS_PER_YEAR ? [year + 1, 1] : [year, month + 1];
  return { monthStart: firstOf(year, month), monthEnd: firstOf(next[0] ?? year, next[1] ?? 1) };
}

function firstOf(year: number, month: number): string {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-01T00:00:00Z`;
}
