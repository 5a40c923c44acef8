import type { PlatformCatalog } from "../../input/catalog.ts";
import { numberOf } from "../../input/parameters.ts";
import { type HostContext, type HostPlan, placeOnHosts } from "./hosts.ts";
import { type PrismCentralPlan, prismCentralFor } from "./prism-central.ts";
import type { VmGroup } from "./vm-group.ts";

export interface InfrastructureContext extends Omit<HostContext, "hostProfile" | "hostEvidence"> {
  readonly catalog: Pick<PlatformCatalog, "storageSchemes" | "prismCentralSizes">;
}

/** What is to lie on one cluster of hosts. */
export interface HostClusterAsked
  extends Pick<HostClusterPlan, "name" | "mostHostCount" | "siteCount" | "clusterNames" | "hasPrismCentral">,
    Pick<HostContext, "hostProfile" | "hostEvidence"> {
  readonly groups: readonly VmGroup[];
  /** Volume claims of its clusters, before any copies. */
  readonly claimsGiB: number;
}

/** One cluster of hosts, placed for itself: all counts of its hosts are those of one site. */
export interface HostClusterPlan extends HostPlan {
  /** null: the fleet names none, and all hosts are one. */
  readonly name: string | null;
  /** How many hosts it may have; null: any number. */
  readonly mostHostCount: number | null;
  /** Sites that have these hosts: 2 where it is stretched, each with room for all VMs and a copy of all data. */
  readonly siteCount: number;
  /** The Kubernetes clusters whose nodes lie on it. */
  readonly clusterNames: readonly string[];
  /** Of one of all: Prism Central lies on it. */
  readonly hasPrismCentral: boolean;
}

/** What a fleet's nodes stand on: clusters of hosts, and the Prism Central that runs on one and looks after all. */
export interface Infrastructure {
  /** At least one; some may have nothing to carry. */
  readonly hostClusters: readonly HostClusterPlan[];
  /** null where there is nothing to look after. */
  readonly prismCentral: PrismCentralPlan | null;
}

/**
 * Hosts for the node VMs and for Prism Central, whose size follows from the hosts that carry it too: a larger one
 * may need more hosts, and those a larger one. It never shrinks on the way and sizes are few, so it settles.
 */
export function infrastructureOf(asked: readonly HostClusterAsked[], context: InfrastructureContext): Infrastructure {
  // Where Prism Central comes to lie as well, only the number of hosts is asked for.
  const without = asked.map((one) => laidOut(one, [], { ...context, isForCount: one.hasPrismCentral }));
  let mostHostCount = hostCountOf({ hostClusters: without });
  if (mostHostCount === 0) return { hostClusters: without, prismCentral: null };
  const vmCounts = asked.flatMap(({ groups }) => groups.map(({ vmCount }) => vmCount));
  const vmCount = vmCounts.reduce((sum, one) => sum + one, numberOf(context.choices, "prism-central-deployment"));
  const prismElementClusterCount = asked
    .filter(({ hasPrismCentral }, index) => hasPrismCentral || without[index]?.hostCount !== 0)
    .reduce((sum, { siteCount }) => sum + siteCount, 0);
  const sizeNow = () => prismCentralFor({ prismElementClusterCount, hostCount: mostHostCount, vmCount }, context);
  let prismCentral = sizeNow();
  for (;;) {
    const { group } = prismCentral;
    const hostClusters = asked.map((one, index) =>
      one.hasPrismCentral ? laidOut(one, [group], context) : (without[index] as HostClusterPlan),
    );
    mostHostCount = Math.max(mostHostCount, hostCountOf({ hostClusters }));
    const next = sizeNow();
    if (next.size.id === prismCentral.size.id) return { hostClusters, prismCentral: next };
    prismCentral = next;
  }
}

/** The hosts of all clusters of hosts, at all their sites. */
export function hostCountOf({ hostClusters }: Pick<Infrastructure, "hostClusters">): number {
  return atAllSites(hostClusters, ({ hostCount }) => hostCount);
}

/** What all clusters of hosts have of something, at all their sites. */
export function atAllSites(
  hostClusters: Infrastructure["hostClusters"],
  of: (hosts: HostClusterPlan) => number,
): number {
  return hostClusters.reduce((sum, hosts) => sum + hosts.siteCount * of(hosts), 0);
}

function laidOut(
  { groups, claimsGiB, hostProfile, hostEvidence, ...asked }: HostClusterAsked,
  more: readonly VmGroup[],
  { catalog, choices, isPacked, isForCount }: InfrastructureContext,
): HostClusterPlan {
  const plan = placeOnHosts([...groups, ...more], claimsGiB, {
    catalog,
    choices,
    hostProfile,
    ...(hostEvidence === undefined ? {} : { hostEvidence }),
    ...(isPacked === undefined ? {} : { isPacked }),
    ...(isForCount === undefined ? {} : { isForCount }),
  });
  return { ...plan, ...asked };
}
