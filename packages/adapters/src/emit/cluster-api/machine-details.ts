import { bytesText } from "../../kubernetes/quantities.ts";
import type { PoolToEmit } from "../plan-to-emit.ts";
import type { SiteCluster } from "../site/site-cluster.ts";

const BYTES_PER_GIB = 2 ** 30;

/** Something of Prism Central, by its name. */
function named(name: string): { readonly type: "name"; readonly name: string } {
  return { type: "name", name };
}

/**
 * One machine of a pool, in full: what a pool says stands in place of what holds for all, and is not added to it.
 * @param domain whether failure domains say on which hosts and subnets it stands
 */
export function machineDetails(
  { shape }: PoolToEmit,
  { prismElement, subnets, image, project, categories }: SiteCluster,
  { hasDomain, gpuNames }: { readonly hasDomain: boolean; readonly gpuNames: readonly string[] },
): object {
  return {
    bootType: "uefi",
    ...(hasDomain ? {} : { cluster: named(prismElement), subnets: subnets.map(named) }),
    image: named(image),
    ...(project === null ? {} : { project: named(project) }),
    ...(Object.keys(categories).length === 0
      ? {}
      : { additionalCategories: Object.entries(categories).map(([key, value]) => ({ key, value })) }),
    ...(gpuNames.length === 0 ? {} : { gpus: gpuNames.map(named) }),
    // Prism counts a core of a socket as a vCPU: as the platform's own command line writes them.
    vcpuSockets: shape.vcpu,
    vcpusPerSocket: 1,
    memorySize: bytesText(shape.memoryGiB * BYTES_PER_GIB),
    systemDiskSize: bytesText(shape.diskGiB * BYTES_PER_GIB),
  };
}
