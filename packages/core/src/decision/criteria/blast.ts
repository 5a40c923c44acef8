import { defineCriterion } from "./criterion.ts";

/** How far one failure reaches. */
export const blast = defineCriterion({
  id: "blast",
  title: "Tenants touched by one failure",
  measures: "The largest number of tenants that one failure of what manages clusters touches.",
  unit: "tenants",
  better: "less",
  measure: ({ upgrades }) => Math.max(0, ...upgrades.blastRadius.managing.map(({ tenantIds }) => tenantIds.length)),
  measureOfTenant: ({ upgrades }, tenantId) =>
    upgrades.blastRadius.managing.find(({ tenantIds }) => tenantIds.includes(tenantId))?.tenantIds.length ?? null,
});
