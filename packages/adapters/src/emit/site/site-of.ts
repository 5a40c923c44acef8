import { InputError, type Problem } from "@nkp-planner/core";
import type { ClusterOptions, SiteOptions } from "../options/site-fields.ts";
import type { ClusterToEmit, PlanToEmit } from "../plan-to-emit.ts";
import { addressRange } from "./addresses.ts";
import { machineProblems } from "./machine-problems.ts";
import { networkProblems } from "./network-problems.ts";
import { nameProblems, wantedName } from "./object-names.ts";
import type { PlatformWords } from "./platform-words.ts";
import type { SiteCluster } from "./site-cluster.ts";
import { siteNeeds } from "./site-needs.ts";
import { noClusters, unknownClusters } from "./unknown-clusters.ts";

/** What NKP takes where nobody says it. @see `nkp create cluster nutanix --help`, NKP 2.17.1 */
const POD_NETWORK = "192.168.0.0/16";
const SERVICE_NETWORK = "10.96.0.0/12";

export interface SiteRequest {
  readonly plan: PlanToEmit;
  readonly options: Omit<SiteOptions, "prismCentral">;
  readonly words: PlatformWords;
  /** Namespace of clusters that another one manages. */
  readonly workspaceNamespace: string;
  readonly adapterId: string;
}

/**
 * Every cluster of a plan with what the options say of it.
 * @throws InputError with all that is missing, twice or not to be had: names, addresses, places
 */
export function siteOf({ plan, options, words, workspaceNamespace, adapterId }: SiteRequest): readonly SiteCluster[] {
  const { clusters: said, ...all } = options;
  const subject = `options of ${adapterId}`;
  if (plan.clusters.length === 0) throw new InputError(adapterId, [noClusters()]);
  const of = (cluster: ClusterToEmit) => (Object.hasOwn(said, cluster.name) ? said[cluster.name] : undefined);
  const problems: Problem[] = [
    ...unknownClusters(said, plan.clusters),
    ...siteNeeds(options, plan),
    ...nameProblems(plan.clusters, of, words.longestClusterName),
    ...plan.clusters.flatMap(machineProblems),
  ];
  if (problems.length > 0) throw new InputError(subject, problems);
  const site = plan.clusters.map((cluster): SiteCluster => {
    const own = of(cluster);
    const place = { ...all, ...withoutNothing(own) } as ClusterOptions;
    return {
      cluster,
      name: wantedName(cluster, own),
      namespace: own?.namespace ?? (cluster.managedBy === null ? words.ownNamespace : workspaceNamespace),
      endpoint: { host: place.controlPlaneEndpoint ?? "", port: place.controlPlanePort },
      loadBalancers: addressRange(place.loadBalancerRange ?? ""),
      podNetwork: place.podNetwork ?? POD_NETWORK,
      serviceNetwork: place.serviceNetwork ?? SERVICE_NETWORK,
      prismElement: place.prismElement ?? "",
      subnets: place.subnets ?? [],
      image: place.image ?? "",
      storageContainer: place.storageContainer ?? "",
      project: place.project ?? null,
      categories: place.categories ?? {},
    };
  });
  const clashes = networkProblems(site);
  if (clashes.length > 0) throw new InputError(subject, clashes);
  return site;
}

function withoutNothing(own: ClusterOptions | undefined): Partial<ClusterOptions> {
  return Object.fromEntries(Object.entries(own ?? {}).filter(([, value]) => value !== undefined));
}
