import * as z from "zod";
import { upgradeSumsOf } from "../lifecycle/upgrade-sums.ts";
import type { PlannedFleet } from "../plan/planned-fleet.ts";

const count = z.int().nonnegative();

const OutsidePart = z.strictObject({ tenantCount: count, unknownTenantCount: count });

/** Upgrades of one plan, added up. */
export const UpgradeSumsPart = z.strictObject({
  modelId: z.string(),
  sums: z
    .strictObject({
      horizonMonths: count,
      upgradeCount: count,
      waitingTenantCount: count,
      longestWaitDays: count,
      outside: z.strictObject({ nkpWindow: OutsidePart, kubernetes: OutsidePart, infrastructure: OutsidePart }),
      workHours: z.number().nonnegative().nullable(),
      largestTenantCount: count,
    })
    .nullable(),
});

/** What the upgrades of each plan come to; null: what the fleet says of them cannot be played. */
export function upgradeSumsParts(plans: readonly PlannedFleet[]): z.infer<typeof UpgradeSumsPart>[] {
  return plans.map((plan) => ({ modelId: plan.model.id, sums: upgradeSumsOf(plan) }));
}
