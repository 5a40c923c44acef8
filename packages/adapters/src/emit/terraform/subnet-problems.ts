import { countText, type Problem, shown } from "@nkp-planner/core";
import type { MachineNetwork } from "../options/site-fields.ts";
import {
  type AddressRange,
  addressesIn,
  addressNumber,
  addressRange,
  doOverlap,
  isWithin,
  networkRange,
  prefixOf,
} from "../site/addresses.ts";
import type { PlacedCluster } from "./placed-cluster.ts";

/** As much of a subnet as is judged. */
interface SubnetJudged {
  readonly name: string;
  readonly prismElement: string;
  readonly places: readonly PlacedCluster[];
  readonly network: MachineNetwork | null;
  readonly addressCount: number;
  readonly pool: AddressRange | null;
}

/** Addresses that no machine gets: the network's own and the last one. The gateway's is told by the options. */
const ENDS = 2;

/** What of a subnet that is to be made does not do. */
export function subnetProblems(subnet: SubnetJudged): readonly Problem[] {
  const { network, places } = subnet;
  if (network === null) return [];
  return [
    ...places
      .filter((place) => JSON.stringify(place.network) !== JSON.stringify(network))
      .map(({ networkPath }) => ({
        path: [...networkPath, "machineNetwork"],
        found: `another network than that of ${places[0]?.cluster.name ?? ""}`,
        expected: `one network for the subnet ${shown(subnet.name)}`,
        fix: "write the same, or choose another subnet",
      })),
    ...sizeProblems(subnet, network),
    ...addressProblems(subnet, network),
  ];
}

function sizeProblems({ name, places, addressCount, pool }: SubnetJudged, network: MachineNetwork): readonly Problem[] {
  const { cidr, poolStart } = network;
  const prefix = prefixOf(cidr);
  const range = networkRange(cidr);
  const tooSmall = places
    .filter(({ cluster }) => prefix > cluster.network.subnetPrefixBitCount)
    .map(({ networkPath, cluster: { name: clusterName, network: planned } }) => ({
      path: [...networkPath, "machineNetwork", "cidr"],
      found: `${cidr}, ${addressesIn(range)} addresses`,
      expected: `a /${planned.subnetPrefixBitCount} or larger, for the ${planned.addressCount} planned addresses of ${shown(clusterName)}`,
      fix: "choose a larger network",
    }));
  if (tooSmall.length > 0 || pool === null) return tooSmall;
  const lastUsable = addressNumber(range.end) - 1;
  const left = lastUsable - addressNumber(poolStart) + 1;
  if (left >= addressCount) return [];
  const room = addressesIn(range) - ENDS;
  return [
    {
      path: [...(places[0]?.networkPath ?? []), "machineNetwork", room >= addressCount ? "poolStart" : "cidr"],
      found: `${poolStart} in ${cidr}, ${Math.max(0, left)} addresses up to the end`,
      expected: `room for the ${addressCount} planned addresses of ${countText(places.length, "clusters")} in ${shown(name)}`,
      fix: room >= addressCount ? "let machines begin earlier, or choose a larger network" : "choose a larger network",
    },
  ];
}

function addressProblems({ places, pool }: SubnetJudged, network: MachineNetwork): readonly Problem[] {
  const range = networkRange(network.cidr);
  const own = places[0]?.networkPath ?? [];
  const outside = (["gateway", "poolStart"] as const)
    .filter((key) => !isWithin(network[key], range))
    .map((key) => ({
      ...{ path: [...own, "machineNetwork", key], found: network[key], expected: `an address in ${network.cidr}` },
      fix: "choose one in the network",
    }));
  if (pool === null) return outside;
  const expected = `an address outside of ${pool.start}-${pool.end}, which machines get`;
  const inPool = (path: readonly string[], found: string): Problem => ({
    ...{ path, found, expected },
    fix: "choose another, or let machines begin elsewhere with poolStart",
  });
  return [
    ...outside,
    ...(isWithin(network.gateway, pool) ? [inPool([...own, "machineNetwork", "gateway"], network.gateway)] : []),
    ...places.flatMap(({ cluster, endpoint, loadBalancerRange }) => [
      ...(endpoint !== null && isWithin(endpoint, pool)
        ? [inPool(["clusters", cluster.name, "controlPlaneEndpoint"], endpoint)]
        : []),
      ...(loadBalancerRange !== null && doOverlap(addressRange(loadBalancerRange), pool)
        ? [inPool(["clusters", cluster.name, "loadBalancerRange"], loadBalancerRange)]
        : []),
    ]),
  ];
}

/** Two subnets that would be one network. */
export function vlanProblems(subnets: readonly SubnetJudged[]): readonly Problem[] {
  const made = subnets.filter(({ network }) => network !== null);
  return made.flatMap((one, index) =>
    made
      .slice(0, index)
      .filter((other) => other.prismElement === one.prismElement && other.network?.vlanId === one.network?.vlanId)
      .map((other) => ({
        path: [...(one.places[0]?.networkPath ?? []), "machineNetwork", "vlanId"],
        found: `VLAN ${one.network?.vlanId} for ${shown(one.name)}, which ${shown(other.name)} has`,
        expected: "a VLAN for each subnet of a cluster of hosts",
        fix: "choose another VLAN, or one subnet for both",
      })),
  );
}
