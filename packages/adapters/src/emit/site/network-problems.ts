import type { Problem } from "@nkp-planner/core";
import { type AddressRange, addressesIn, doOverlap, isWithin, networkRange, prefixOf } from "./addresses.ts";
import type { SiteCluster } from "./site-cluster.ts";

/** Every node gets a network of this size for its pods. */
const NODE_PREFIX = 24;

/** Addresses that clash: within a cluster, and of one with another's. */
export function networkProblems(site: readonly SiteCluster[]): readonly Problem[] {
  return site.flatMap((one, index) => [
    ...ownProblems(one),
    ...site.slice(0, index).flatMap((other) => clashesOf(one, other)),
  ]);
}

/** @see nutanix-cloud-native/cluster-api-runtime-extensions-nutanix, preflight check NutanixCIDRValidation */
function ownProblems({
  cluster,
  endpoint,
  loadBalancers,
  podNetwork,
  serviceNetwork,
}: SiteCluster): readonly Problem[] {
  const at = (key: string, found: string, expected: string, fix: string): Problem => ({
    ...{ path: ["clusters", cluster.name, key], found, expected, fix },
  });
  const nodes = cluster.pools.reduce((sum, pool) => sum + pool.nodeCount + pool.surgeNodeCount, 0);
  const places = 2 ** Math.max(0, NODE_PREFIX - prefixOf(podNetwork));
  const [pods, services] = [networkRange(podNetwork), networkRange(serviceNetwork)];
  const inside = ([key, range]: readonly [string, AddressRange]): readonly Problem[] =>
    isWithin(endpoint.host, range) || doOverlap(loadBalancers, range)
      ? [at(key, "a network with addresses of the machines in it", "one apart", "choose another network")]
      : [];
  return [
    ...(addressesIn(loadBalancers) >= 1
      ? []
      : [at("loadBalancerRange", "a range that ends before it starts", "first and last address", "turn them round")]),
    ...(isWithin(endpoint.host, loadBalancers)
      ? [at("controlPlaneEndpoint", `${endpoint.host}, which load balancers get`, "an address apart", "move one")]
      : []),
    ...(doOverlap(pods, services)
      ? [at("podNetwork", `${podNetwork}, which meets ${serviceNetwork}`, "networks apart", "choose another network")]
      : []),
    ...(
      [
        ["podNetwork", pods],
        ["serviceNetwork", services],
      ] as const
    ).flatMap(inside),
    ...(nodes > places
      ? [
          at(
            "podNetwork",
            `${podNetwork}, room for ${places} nodes`,
            `room for ${nodes} nodes, those of an upgrade included`,
            "choose a larger network",
          ),
        ]
      : []),
    ...(prefixOf(serviceNetwork) >= NODE_PREFIX
      ? [at("serviceNetwork", serviceNetwork, "a network larger than /24", "choose a larger network")]
      : []),
  ];
}

/** Machines of all clusters may share a subnet. */
function clashesOf(one: SiteCluster, other: SiteCluster): readonly Problem[] {
  const problem = (key: string, found: string): Problem => ({
    path: ["clusters", one.cluster.name, key],
    found,
    expected: `addresses that ${other.name} does not have`,
    fix: "choose others",
  });
  return [
    ...(one.endpoint.host === other.endpoint.host
      ? [problem("controlPlaneEndpoint", `${one.endpoint.host} twice`)]
      : []),
    ...(isWithin(one.endpoint.host, other.loadBalancers)
      ? [problem("controlPlaneEndpoint", `${one.endpoint.host}, which load balancers of ${other.name} get`)]
      : []),
    ...(isWithin(other.endpoint.host, one.loadBalancers)
      ? [problem("loadBalancerRange", `a range with the API server of ${other.name} in it`)]
      : []),
    ...(doOverlap(one.loadBalancers, other.loadBalancers)
      ? [problem("loadBalancerRange", `a range that meets the one of ${other.name}`)]
      : []),
  ];
}
