import { defineCriterion } from "./criterion.ts";

/** How long tenants wait for releases because of others. */
export const autonomy = defineCriterion({
  id: "autonomy",
  title: "Days that tenants wait for others",
  measures:
    "Days on which tenants wait for a release that they are ready for because of others, as the calendar of upgrades has them, all tenants added.",
  unit: "days",
  better: "less",
  measure: ({ upgrades }) => upgrades.calendar.tenants.reduce((sum, { heldBackDays }) => sum + heldBackDays, 0),
  measureOfTenant: ({ upgrades }, tenantId) =>
    upgrades.calendar.tenants.find((one) => one.tenantId === tenantId)?.heldBackDays ?? null,
});
