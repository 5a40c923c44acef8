import type { Problem } from "@nkp-planner/core";
import type { EmitOptions } from "../options/emit-options.ts";
import type { ClusterOptions } from "../options/site-fields.ts";
import type { PlanToEmit } from "../plan-to-emit.ts";

/** What a cluster cannot be made without, as the options call it, with an example. */
const NEEDED = {
  controlPlaneEndpoint: ["a free address for the API server", "10.40.7.10"],
  loadBalancerRange: ["first and last address for load balancers", "10.40.7.20-10.40.7.27"],
  prismElement: ["the cluster of hosts", "pe-msp-01"],
  subnets: ["the subnets of the machines", "[vlan-740]"],
  image: ["the image of the machines", "nkp-rocky-9.6-release"],
  storageContainer: ["the storage container of volumes", "msp-tenants"],
} as const satisfies Partial<Record<keyof ClusterOptions, readonly [string, string]>>;

/** What is of one cluster only, however many there are. */
const OF_ONE: ReadonlySet<string> = new Set(["controlPlaneEndpoint", "loadBalancerRange"]);

/**
 * What options do not say of the places where the clusters of a plan are made: all at once, and what none of the
 * clusters has once for all.
 */
export function siteNeeds(options: EmitOptions, { clusters }: Pick<PlanToEmit, "clusters">): readonly Problem[] {
  const said = mapAt(options, "clusters");
  const keys = Object.keys(NEEDED) as (keyof typeof NEEDED)[];
  return keys.flatMap((key) => {
    const isOfOne = OF_ONE.has(key);
    if (!isOfOne && options[key] !== undefined) return [];
    const without = clusters.filter(({ name }) => mapAt(said, name)[key] === undefined);
    if (!isOfOne && without.length === clusters.length) return clusters.length === 0 ? [] : [missing([key], key)];
    return without.map(({ name }) => missing(["clusters", name, key], key));
  });
}

function missing(path: readonly string[], key: keyof typeof NEEDED): Problem {
  const [expected, example] = NEEDED[key];
  return { code: "missing", path, found: "nothing", expected, fix: `add for example ${key}: ${example}` };
}

function mapAt(data: EmitOptions, key: string): EmitOptions {
  const value = Object.hasOwn(data, key) ? data[key] : undefined;
  return typeof value === "object" && value !== null ? (value as EmitOptions) : {};
}
