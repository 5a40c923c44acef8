import { gibOf } from "../../base/units.ts";
import type { PlatformCatalog } from "../../input/catalog.ts";
import { numberOf } from "../../input/parameters.ts";
import type { PricedContext } from "../../prices/priced-context.ts";
import type { ClusterPlan } from "../clusters.ts";
import { hostProfileOf } from "../host-capacity/host-capacity.ts";
import { type HostContext, type HostPlan, placeOnHosts } from "./hosts.ts";
import { type PrismCentralPlan, prismCentralFor } from "./prism-central.ts";
import type { VmGroup } from "./vm-group.ts";

export interface InfrastructureContext extends HostContext {
  readonly catalog: Pick<PlatformCatalog, "storageSchemes" | "prismCentralSizes">;
}

/** What a fleet's nodes stand on: one cluster of hosts, and the Prism Central that runs on it and looks after it. */
export interface Infrastructure {
  readonly hosts: HostPlan;
  /** null where there is nothing to look after. */
  readonly prismCentral: PrismCentralPlan | null;
}

/**
 * Hosts for the node VMs and for Prism Central, whose size follows from the hosts that carry it too: a larger one
 * may need more hosts, and those a larger one. It never shrinks on the way and sizes are few, so it settles.
 * @param claimsGiB volume claims of all clusters, before any copies
 */
export function infrastructureOf(
  nodes: readonly VmGroup[],
  claimsGiB: number,
  context: InfrastructureContext,
): Infrastructure {
  let hosts = placeOnHosts(nodes, claimsGiB, context);
  if (hosts.hostCount === 0) return { hosts, prismCentral: null };
  const nodeVmCount = nodes.reduce((sum, { vmCount }) => sum + vmCount, 0);
  let mostHostCount = hosts.hostCount;
  const sizeNow = () =>
    prismCentralFor(
      {
        prismElementClusterCount: 1,
        hostCount: mostHostCount,
        vmCount: nodeVmCount + numberOf(context.choices, "prism-central-deployment"),
      },
      context,
    );
  let prismCentral = sizeNow();
  for (;;) {
    hosts = placeOnHosts([...nodes, prismCentral.group], claimsGiB, context);
    mostHostCount = Math.max(mostHostCount, hosts.hostCount);
    const next = sizeNow();
    if (next.size.id === prismCentral.size.id) return { hosts, prismCentral: next };
    prismCentral = next;
  }
}

/** The hosts and the Prism Central that planned clusters stand on. */
export function infrastructureUnder(
  clusters: readonly ClusterPlan[],
  context: PricedContext,
  isPacked = true,
): Infrastructure {
  const { catalog, choices } = context;
  const nodes = clusters.flatMap(({ name, pools }) =>
    pools.map(
      ({ name: poolName, role, shape, nodeCount, surgeNodeCount }): VmGroup => ({
        clusterName: name,
        role,
        ...(poolName === role ? {} : { poolName }),
        vmCount: nodeCount,
        ...shape,
        surgeCount: surgeNodeCount,
      }),
    ),
  );
  const claimsBytes = clusters.reduce(
    (sum, cluster) => sum + cluster.platformClaimsBytes + cluster.tenantClaimsBytes,
    0,
  );
  return infrastructureOf(nodes, gibOf(claimsBytes), {
    catalog,
    choices,
    hostProfile: hostProfileOf(choices),
    isPacked,
  });
}
