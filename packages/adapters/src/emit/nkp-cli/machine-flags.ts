import type { PoolToEmit } from "../plan-to-emit.ts";
import type { SiteCluster } from "../site/site-cluster.ts";
import { listValue } from "./shell-words.ts";

/** How a machine of a pool is said in flags: whole GiB. */
export function machineOf({ shape, nodeCount }: PoolToEmit) {
  return [
    ["replicas", nodeCount],
    ["vcpus", shape.vcpu],
    // The command's own default: a vCPU is a socket with one core.
    ["cores-per-vcpu", 1],
    ["memory", Math.ceil(shape.memoryGiB)],
    ["disk-size", Math.ceil(shape.diskGiB)],
  ] as const;
}

/** Where machines of a cluster stand. */
export function placeOf({ prismElement, subnets, project, categories }: SiteCluster) {
  const pairs = Object.entries(categories).map(([key, value]) => `${key}=${value}`);
  return [
    ["prism-element-cluster", prismElement],
    ["subnets", listValue(subnets)],
    ...(project === null ? [] : [["pc-project", project] as const]),
    ...(pairs.length === 0 ? [] : [["pc-categories", listValue(pairs)] as const]),
  ] as const;
}
