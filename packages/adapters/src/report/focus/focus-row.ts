import type { PlannedFleet } from "@nkp-planner/core";
import type { FocusCharge } from "./focus-charges.ts";

/** Who bills. */
export interface BillingAccount {
  readonly id: string;
  readonly name: string;
}

/** What all rows of a file have in common, and the row. */
export interface FocusRow extends FocusCharge {
  readonly plan: PlannedFleet;
  readonly billingAccount: BillingAccount;
  readonly tenantName: string;
  /** Its part of the origin charge; null: the charge was not split among tenants. */
  readonly allocatedRatio: string | null;
  readonly monthStart: string;
  readonly monthEnd: string;
}
