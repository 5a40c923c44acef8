import type { SiteNames } from "./site-names.ts";
import type { Subnet } from "./subnets.ts";
import type { TerraformOptions } from "./terraform-options.ts";
import { expression, nameFilter, quoted } from "./tf-text.ts";

/** The most that one call answers. @see nutanix/terraform-provider-nutanix, website/docs/d/hosts_v2.html.markdown */
const MOST_ENTRIES = 100;

/** What is looked up: clusters of hosts with their hosts, and all that is there already. */
export function lookups(
  { prismElements, images, containers }: SiteNames,
  subnets: readonly Subnet[],
  { existing, imageUrl }: Pick<TerraformOptions, "existing" | "imageUrl">,
): object {
  const found = {
    nutanix_clusters_v2: byLabel(prismElements, ({ name }) => ({ filter: nameFilter("name", name) })),
    nutanix_hosts_v2: byLabel(prismElements, ({ name }) => ({
      filter: nameFilter("cluster/name", name),
      limit: MOST_ENTRIES,
    })),
    nutanix_subnets_v2: byLabel(
      subnets.filter(({ network }) => network === null),
      ({ name }) => ({ filter: nameFilter("name", name), limit: MOST_ENTRIES }),
    ),
    nutanix_images_v2:
      imageUrl === undefined ? byLabel(images, ({ name }) => ({ filter: nameFilter("name", name) })) : {},
    nutanix_storage_containers_v2: existing.includes("storageContainers")
      ? byLabel(containers, ({ name }) => ({ filter: nameFilter("name", name), limit: MOST_ENTRIES }))
      : {},
  };
  return Object.fromEntries(Object.entries(found).filter(([, entries]) => Object.keys(entries).length > 0));
}

/** How clusters of hosts are named to others; null where none is found, which a check says. */
export function elementIds({ prismElements }: SiteNames): object {
  return {
    prism_element_ids: byLabel(prismElements, ({ label }) =>
      expression(`one(data.nutanix_clusters_v2.${label}.cluster_entities[*].ext_id)`),
    ),
  };
}

/** The id of a cluster of hosts. */
export function elementId(label: string): string {
  return expression(`local.prism_element_ids[${quoted(label)}]`);
}

/** Objects by what these files call them. */
export function byLabel<Item extends { readonly label: string }, Made>(
  items: readonly Item[],
  of: (item: Item) => Made,
): Readonly<Record<string, Made>> {
  return Object.fromEntries(items.map((item) => [item.label, of(item)]));
}
