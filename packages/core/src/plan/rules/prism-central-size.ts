import { type Finding, findingOf } from "../../base/findings/finding.ts";
import { daemonDemandIn } from "../../clusters/clusters.ts";
import { addDemand, demandOf } from "../../demand/demand.ts";
import type { Tenant } from "../../input/fleet.ts";
import { named, text, volumeFigure } from "./figures.ts";
import { definePlanRule, type JudgedPlan } from "./rule.ts";

const ID = "prism-central-size";

/** Fleets beyond the largest Prism Central; where volumes ask for the hosts, with the tenant whose they are. */
export const prismCentralSize = definePlanRule({
  id: ID,
  title: "A Prism Central looks after all hosts and VMs",
  judge: (plan) => {
    const { prismCentral, hostClusters } = plan.infrastructure;
    const refusal = prismCentral?.refusalOfLargest ?? null;
    if (prismCentral === null || refusal === null) return [];
    const [largest] = hostClusters.toSorted((a, b) => b.hostCount - a.hostCount);
    const isForVolumes =
      largest?.boundBy === "storage" && largest.siteCount * largest.hostCount > prismCentral.size.maximumHosts;
    return [
      (isForVolumes ? largestOf(plan, refusal) : null) ??
        findingOf(ID, "prism-central-too-small", { figures: { reason: text(refusal) } }),
    ];
  },
});

/** The same with the tenant that claims most of all volumes; null where the platform alone has any. */
function largestOf({ input, clusters }: JudgedPlan, refusal: string): Finding | null {
  const claims = input.tenants.map((tenant) => {
    const { requests } = addDemand(demandOf(tenant), daemonDemandIn(clusters, tenant.id));
    return { tenant, storageBytes: requests.storageBytes };
  });
  const [most] = claims.toSorted((a, b) => b.storageBytes - a.storageBytes);
  if (most === undefined || most.storageBytes === 0) return null;
  const { tenant, storageBytes } = most;
  const allBytes = clusters.reduce((sum, one) => sum + one.platformClaimsBytes + one.tenantClaimsBytes, 0);
  const workload = largestWorkload(tenant);
  const figures = {
    reason: text(refusal),
    tenant: named(tenant.name),
    claimed: volumeFigure(storageBytes),
    all: volumeFigure(allBytes),
    ...(workload === null ? {} : { workload: named(workload) }),
  };
  const key = workload === null ? "prism-central-too-small.volumes" : "prism-central-too-small.workload";
  return findingOf(ID, key, { figures, subject: { in: "plan", tenantId: tenant.id } });
}

/** The name of the workload that claims most; null where only totals are known, or DaemonSets claim, a part a node. */
function largestWorkload({ demand }: Tenant): string | null {
  if ("podCount" in demand) return null;
  const claimed = ({ replicas, requestsPerReplica }: (typeof demand)[number]) =>
    replicas * requestsPerReplica.storageBytes;
  if (demand.some(({ kind, requestsPerReplica }) => kind === "DaemonSet" && requestsPerReplica.storageBytes > 0))
    return null;
  const [most] = demand.toSorted((a, b) => claimed(b) - claimed(a));
  return most === undefined || claimed(most) === 0 ? null : most.name;
}
