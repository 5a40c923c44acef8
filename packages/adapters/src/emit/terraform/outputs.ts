import { byLabel } from "./lookups.ts";
import type { SiteNames } from "./site-names.ts";
import type { Subnet } from "./subnets.ts";
import type { TerraformOptions } from "./terraform-options.ts";
import { expression } from "./tf-text.ts";

/** What others take over: ids of what is made, what the hosts offer, and quotas. */
export function outputs(
  { images, containers }: SiteNames,
  subnets: readonly Subnet[],
  { existing, imageUrl }: Pick<TerraformOptions, "existing" | "imageUrl">,
): object {
  const made = subnets.filter(({ network }) => network !== null);
  return {
    clusters: {
      description: "Planned sizes, addresses and places of every cluster",
      value: expression("local.clusters"),
    },
    project_quota: {
      description: "What the machines of each project take, one upgrade included; set by nobody",
      value: expression("local.project_quota"),
    },
    room: {
      description: "What the hosts offer to machines, counted as the plan does",
      value: expression("local.room"),
    },
    prism_element_ids: {
      description: "Ids of the clusters of hosts",
      value: expression("local.prism_element_ids"),
    },
    ...(made.length === 0
      ? {}
      : {
          subnet_ids: {
            description: "Ids of the subnets that are made",
            value: byLabel(made, ({ label }) => expression(`nutanix_subnet_v2.${label}.ext_id`)),
          },
        }),
    ...(existing.includes("storageContainers")
      ? {}
      : {
          storage_container_ids: {
            description: "Ids of the storage containers that are made",
            value: byLabel(containers, ({ label }) =>
              expression(`nutanix_storage_containers_v2.${label}.container_ext_id`),
            ),
          },
        }),
    ...(imageUrl === undefined
      ? {}
      : {
          image_ids: {
            description: "Ids of the images that are made",
            value: byLabel(images, ({ label }) => expression(`nutanix_images_v2.${label}.ext_id`)),
          },
        }),
  };
}
