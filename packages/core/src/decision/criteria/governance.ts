import { groupedBy } from "../../base/grouped.ts";
import { defineCriterion } from "./criterion.ts";
import { ratioOfTenants } from "./tenants-of.ts";

/** How many tenants are seen and governed from one place. */
export const governance = defineCriterion({
  id: "governance",
  title: "Tenants governed from one plane",
  measures:
    "Tenants whose clusters are attached to one management cluster, the one with the most of them, as a part of all.",
  unit: "ratio",
  better: "more",
  measure: (model) => {
    const attached = model.plan.clusters.filter(({ managedBy }) => managedBy !== null);
    const planes = [...groupedBy(attached, ({ managedBy }) => managedBy).values()];
    const counts = planes.map((clusters) => clusters.flatMap(({ tenantIds }) => tenantIds));
    return ratioOfTenants(
      model,
      counts.reduce((most, one) => (one.length > most.length ? one : most), []),
    );
  },
  measureOfTenant: ({ plan }, tenantId) =>
    plan.clusters.some(({ managedBy, tenantIds }) => managedBy !== null && tenantIds.includes(tenantId)) ? 1 : 0,
});
