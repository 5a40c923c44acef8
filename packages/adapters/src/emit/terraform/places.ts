import { InputError, type Problem, shown } from "@nkp-planner/core";
import { dnsLabels, LONGEST_LABEL } from "../../kubernetes/names.ts";
import type { ClusterOptions } from "../options/site-fields.ts";
import type { ClusterToEmit } from "../plan-to-emit.ts";
import { noClusters, unknownClusters } from "../site/unknown-clusters.ts";
import { categoryProblems } from "./categories.ts";
import type { PlacedCluster } from "./placed-cluster.ts";
import type { TerraformOptions } from "./terraform-options.ts";

const NEEDED = {
  prismElement: ["the cluster of hosts", "pe-msp-01"],
  subnets: ["the subnets of the machines", "[vlan-740]"],
  image: ["the image of the machines", "nkp-rocky-9.6-release"],
  storageContainer: ["the storage container of volumes", "msp-tenants"],
  machineNetwork: [
    "the network of its first subnet",
    "{vlanId: 740, cidr: 10.40.0.0/20, gateway: 10.40.0.1, poolStart: 10.40.1.0}",
  ],
} as const satisfies Partial<Record<keyof ClusterOptions, readonly [string, string]>>;

/** @throws InputError with everything that the options do not say, or of clusters that are not there */
export function placesOf(clusters: readonly ClusterToEmit[], options: TerraformOptions): readonly PlacedCluster[] {
  if (clusters.length === 0) throw new InputError("terraform-json", [noClusters()]);
  const { clusters: said, existing, imageUrl, ...all } = options;
  const saidOf = ({ name }: ClusterToEmit) => (Object.hasOwn(said, name) ? said[name] : undefined);
  const placeOf = (cluster: ClusterToEmit): Partial<ClusterOptions> => ({
    ...all,
    ...withoutNothing(saidOf(cluster)),
  });
  const hasSubnets = existing.includes("subnets");
  const problems: readonly Problem[] = [
    ...unknownClusters(said, clusters),
    ...clusters.flatMap((cluster) => missingOf(cluster, placeOf(cluster), hasSubnets)),
    ...categoryProblems([["categories"], all.categories], ...ofClusters(said)),
    ...(imageUrl === undefined ? [] : imageProblems(clusters.flatMap((cluster) => placeOf(cluster).image ?? []))),
  ];
  if (problems.length > 0) throw new InputError("options of terraform-json", problems);
  const labels = dnsLabels(
    clusters.map(({ name }) => name),
    { word: "cluster", longest: LONGEST_LABEL },
  );
  return clusters.map((cluster, index) => {
    const place = placeOf(cluster);
    return {
      cluster,
      label: labels[index] ?? "",
      prismElement: place.prismElement ?? "",
      subnets: place.subnets ?? [],
      image: place.image ?? "",
      storageContainer: place.storageContainer ?? "",
      project: place.project ?? null,
      categories: place.categories ?? {},
      networkPath: saidOf(cluster)?.machineNetwork === undefined ? [] : ["clusters", cluster.name],
      network: hasSubnets ? null : (place.machineNetwork ?? null),
      endpoint: place.controlPlaneEndpoint ?? null,
      loadBalancerRange: place.loadBalancerRange ?? null,
    };
  });
}

function withoutNothing(own: ClusterOptions | undefined): Partial<ClusterOptions> {
  return Object.fromEntries(Object.entries(own ?? {}).filter(([, value]) => value !== undefined));
}

function ofClusters(said: TerraformOptions["clusters"]) {
  return Object.entries(said).map(([name, { categories }]) => [["clusters", name, "categories"], categories] as const);
}

/** One address makes one image. */
function imageProblems(images: readonly string[]): readonly Problem[] {
  const names = [...new Set(images)];
  if (names.length < 2) return [];
  const found = `an address for ${names.map(shown).join(", ")}`;
  return [{ path: ["imageUrl"], found, expected: "one image", fix: "name one image, or leave imageUrl out" }];
}

function missingOf({ name }: ClusterToEmit, place: Partial<ClusterOptions>, hasSubnets: boolean): readonly Problem[] {
  return Object.entries(NEEDED)
    .filter(([key]) => place[key as keyof typeof NEEDED] === undefined && !(hasSubnets && key === "machineNetwork"))
    .map(([key, [expected, example]]) => ({
      code: "missing",
      path: ["clusters", name, key],
      found: "nothing",
      expected,
      fix: `add for example ${key}: ${example}, here or for all clusters at the top of the options`,
    }));
}
