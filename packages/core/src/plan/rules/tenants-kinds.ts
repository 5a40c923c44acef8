import { findingOf } from "../../base/findings/finding.ts";
import { daemonDemandsIn } from "../../clusters/clusters.ts";
import { daemonsOf, jobsOf, NO_DEMAND } from "../../demand/demand.ts";
import { list, named } from "./figures.ts";
import { definePlanRule } from "./rule.ts";

const ID = "tenants-kinds";

/** Tenants' workloads that are not a number of pods that always run: DaemonSets and Jobs, and what they count as. */
export const tenantsKinds = definePlanRule({
  id: ID,
  title: "How often each workload of a tenant counts is said",
  judge: ({ input: { tenants }, clusters, context: { priceList } }) => {
    const daemonDemands = daemonDemandsIn(clusters);
    return tenants.flatMap((tenant) => {
      const [daemons, jobs] = [daemonsOf(tenant), jobsOf(tenant)];
      const { podCount } = daemonDemands.get(tenant.id) ?? NO_DEMAND;
      const about = { subject: { in: "plan", tenantId: tenant.id }, evidence: { confidence: "assumption" } } as const;
      const figuresOf = (workloads: typeof daemons) => ({
        tenant: named(tenant.name),
        workloads: list(workloads.map(({ name }) => name)),
      });
      const isBundled = priceList !== undefined && priceList.bundles.length > 0;
      return [
        ...(podCount === 0
          ? []
          : [
              findingOf(ID, isBundled ? "daemonsets-by-node.bundled" : "daemonsets-by-node", {
                figures: figuresOf(daemons),
                ...about,
              }),
            ]),
        ...(jobs.length === 0 ? [] : [findingOf(ID, "jobs-always-running", { figures: figuresOf(jobs), ...about })]),
      ];
    });
  },
});
