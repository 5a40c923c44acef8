import type { PlanToEmit } from "../plan-to-emit.ts";
import { sizesOf, sumWithUpgrade, upgradeSizesOf } from "./cluster-sizes.ts";
import type { PlacedCluster } from "./placed-cluster.ts";
import type { SiteNames } from "./site-names.ts";
import { plainText } from "./tf-text.ts";

/** What is planned, for these files and for modules of others: every text stands for itself. */
export function plannedLocals(plan: PlanToEmit, places: readonly PlacedCluster[], names: SiteNames): object {
  const { release, asOf, hosts } = plan;
  return {
    plan: { as_of: asOf, release: plainText(release.id), nkp_version: plainText(release.version) },
    clusters: Object.fromEntries(places.map((place) => [place.label, clusterLocal(place)])),
    prism_elements: Object.fromEntries(
      names.prismElements.map(({ name, label }) => [
        label,
        {
          name: plainText(name),
          ...sumWithUpgrade(places.filter((one) => one.prismElement === name).map(({ cluster }) => cluster)),
        },
      ]),
    ),
    hosts: {
      vcpu_per_core: hosts.vcpuPerCore,
      controller_vm_cores: hosts.controllerVmCoreCount,
      controller_vm_memory_gib: hosts.controllerVmMemoryGiB,
      usable_cpu_ratio: hosts.usableCpuRatio,
      usable_memory_ratio: hosts.usableMemoryRatio,
      spare_hosts: hosts.spareHostCount,
    },
    project_quota: quotasOf(places),
  };
}

function clusterLocal({ cluster, prismElement, subnets, image, storageContainer, project }: PlacedCluster): object {
  const { name, role, edition, tenants, network, pools } = cluster;
  return {
    name: plainText(name),
    role,
    edition,
    tenants: tenants.map(({ id }) => plainText(id)),
    prism_element: plainText(prismElement),
    subnets: subnets.map(plainText),
    image: plainText(image),
    storage_container: plainText(storageContainer),
    project: project === null ? null : plainText(project),
    address_count: network.addressCount,
    subnet_prefix_length: network.subnetPrefixBitCount,
    ...sizesOf(cluster),
    during_upgrade: upgradeSizesOf(cluster),
    pools: pools.map((pool) => ({
      name: plainText(pool.name),
      role: plainText(pool.role),
      node_count: pool.nodeCount,
      vcpu: pool.shape.vcpu,
      memory_gib: pool.shape.memoryGiB,
      disk_gib: pool.shape.diskGiB,
    })),
  };
}

/** What the machines of a project take, those of one upgrade included. */
function quotasOf(places: readonly PlacedCluster[]): readonly object[] {
  const projects = [...new Set(places.map(({ project }) => project))];
  return projects.map((project) => {
    const own = places.filter((place) => place.project === project);
    return {
      project: project === null ? null : plainText(project),
      clusters: own.map(({ cluster }) => plainText(cluster.name)),
      ...sumWithUpgrade(own.map(({ cluster }) => cluster)),
    };
  });
}
