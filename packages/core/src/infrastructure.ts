import type { PlatformCatalog } from "./catalog.ts";
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
        vmCount: nodeVmCount + context.choices.numberOf("prism-central-deployment"),
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
