import type { UpgradeStep } from "@nkp-planner/core";

/** Why an upgrade does not come, in words. */
export const NEVER: Readonly<Record<NonNullable<UpgradeStep["neverReason"]>, string>> = {
  "never-ready": "the tenant is never ready",
  "not-certified": "not certified for it",
  blocked: "another tenant is never ready",
  "no-window": "no window is left",
  "no-prism-central-day": "no day for Prism Central is left",
  "no-path": "the vendor's table has no way",
  "after-horizon": "later than what is played",
};
