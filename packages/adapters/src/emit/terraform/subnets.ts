import { InputError } from "@nkp-planner/core";
import { dnsLabels, LONGEST_LABEL } from "../../kubernetes/names.ts";
import type { MachineNetwork } from "../options/site-fields.ts";
import { type AddressRange, addressNumber, addressText } from "../site/addresses.ts";
import type { PlacedCluster } from "./placed-cluster.ts";
import { subnetProblems, vlanProblems } from "./subnet-problems.ts";

/** A subnet that clusters have machines in. */
export interface Subnet {
  readonly label: string;
  readonly name: string;
  readonly prismElement: string;
  readonly places: readonly PlacedCluster[];
  /** null: it is there already. */
  readonly network: MachineNetwork | null;
  /** Addresses that the plan counts of all its clusters. */
  readonly addressCount: number;
  /** So many, from the start of its pool; null: none, or not to be made. */
  readonly pool: AddressRange | null;
}

/**
 * The subnets of all clusters: the first of each cluster's with its network, where that is to be made.
 * @throws InputError with every network that cannot hold the planned addresses, or clashes
 */
export function subnetsOf(places: readonly PlacedCluster[]): readonly Subnet[] {
  const byKey = new Map<string, { name: string; prismElement: string; first: PlacedCluster[] }>();
  for (const place of places)
    for (const [index, name] of place.subnets.entries()) {
      const key = JSON.stringify([place.prismElement, name]);
      const { first, ...own } = byKey.get(key) ?? { name, prismElement: place.prismElement, first: [] };
      byKey.set(key, { ...own, first: index === 0 ? [...first, place] : first });
    }
  const found = [...byKey.values()];
  const labels = dnsLabels(
    found.map(({ name }) => name),
    { word: "subnet", longest: LONGEST_LABEL },
  );
  const subnets = found.map(({ first, ...own }, index): Subnet => {
    const network = first[0]?.network ?? null;
    const addressCount = first.reduce((sum, { cluster }) => sum + cluster.network.addressCount, 0);
    const pool = network === null || addressCount === 0 ? null : poolOf(network, addressCount);
    return { label: labels[index] ?? "", ...own, places: first, network, addressCount, pool };
  });
  const problems = [...subnets.flatMap(subnetProblems), ...vlanProblems(subnets)];
  if (problems.length > 0) throw new InputError("options of terraform-json", problems);
  return subnets;
}

function poolOf({ poolStart }: MachineNetwork, addressCount: number): AddressRange {
  return { start: poolStart, end: addressText(addressNumber(poolStart) + addressCount - 1) };
}
