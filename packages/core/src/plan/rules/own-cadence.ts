import { findingOf } from "../../base/findings/finding.ts";
import { isReleasedAlone } from "../../clusters/clusters.ts";
import { count, named } from "./figures.ts";
import { defineClusterRule } from "./rule.ts";

const ID = "own-cadence";

/** Tenants that want a cadence of their own in a cluster whose release others decide, or decide with them. */
export const ownCadence = defineClusterRule({
  id: ID,
  title: "Tenants upgrade at the pace they ask for",
  judge: ({ input, clusters }) => {
    const own = input.tenants.filter(({ upgradeCadence }) => upgradeCadence === "own");
    return clusters
      .filter((cluster) => !isReleasedAlone(cluster))
      .flatMap(({ name, managedBy, tenantIds }) => {
        const living = new Set(tenantIds);
        return own
          .filter(({ id }) => living.has(id))
          .map((tenant) =>
            findingOf(ID, managedBy === null ? "cadence-not-own.shared" : "cadence-not-own", {
              figures: { tenant: named(tenant.name), cluster: named(name), others: count(tenantIds.length - 1) },
              subject: { in: "plan", clusterName: name, tenantId: tenant.id },
            }),
          );
      });
  },
});
