import { networkRange, prefixOf } from "../site/addresses.ts";
import type { Category } from "./categories.ts";
import { byLabel, elementId } from "./lookups.ts";
import type { SiteNames } from "./site-names.ts";
import type { Subnet } from "./subnets.ts";
import type { TerraformOptions } from "./terraform-options.ts";
import { plainText } from "./tf-text.ts";

const MADE_BY = "Planned with nkp-planner";

/** What is made, by type; types of which nothing is made are left out. */
export function resources(
  { images, containers, elementLabel }: SiteNames,
  subnets: readonly Subnet[],
  categories: readonly Category[],
  { existing, imageUrl }: Pick<TerraformOptions, "existing" | "imageUrl">,
): object {
  const made = {
    nutanix_category_v2: existing.includes("categories")
      ? {}
      : byLabel(categories, ({ key, value }) => ({
          key: plainText(key),
          value: plainText(value),
          description: MADE_BY,
        })),
    nutanix_subnet_v2: byLabel(
      subnets.filter(({ network }) => network !== null),
      (subnet) => subnetResource(subnet, elementLabel(subnet.prismElement)),
    ),
    nutanix_storage_containers_v2: existing.includes("storageContainers")
      ? {}
      : byLabel(containers, ({ name, prismElement }) => ({
          name: plainText(name),
          cluster_ext_id: elementId(elementLabel(prismElement)),
        })),
    nutanix_images_v2:
      imageUrl === undefined
        ? {}
        : byLabel(images, ({ name }) => ({
            name: plainText(name),
            description: MADE_BY,
            type: "DISK_IMAGE",
            source: [{ url_source: [{ url: plainText(imageUrl) }] }],
          })),
  };
  return Object.fromEntries(Object.entries(made).filter(([, entries]) => Object.keys(entries).length > 0));
}

function subnetResource({ name, network, pool }: Subnet, element: string): object {
  const { vlanId = 0, cidr = "", gateway = "" } = network ?? {};
  return {
    name: plainText(name),
    description: MADE_BY,
    cluster_reference: elementId(element),
    subnet_type: "VLAN",
    network_id: vlanId,
    ip_config: [
      {
        ipv4: [
          {
            ip_subnet: [{ ip: [{ value: networkRange(cidr).start }], prefix_length: prefixOf(cidr) }],
            default_gateway_ip: [{ value: gateway }],
            ...(pool === null
              ? {}
              : { pool_list: [{ start_ip: [{ value: pool.start }], end_ip: [{ value: pool.end }] }] }),
          },
        ],
      },
    ],
  };
}
