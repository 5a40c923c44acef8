import { byLabel } from "./lookups.ts";
import type { SiteNames } from "./site-names.ts";
import type { Subnet } from "./subnets.ts";
import type { TerraformOptions } from "./terraform-options.ts";
import { expression, plainText, quoted } from "./tf-text.ts";

const BYTES_PER_GIB = "pow(1024, 3)";

/**
 * What hosts offer to machines: (what each has − its controller VM's) × how far it is filled, less the spare ones' part.
 * They are counted as the plan counts its own.
 */
export function roomLocals({ prismElements }: SiteNames): object {
  return {
    host_counts: byLabel(prismElements, ({ label }) => expression(`length(${hostsOf(label)})`)),
    running_ratios: byLabel(prismElements, ({ label }) => {
      const count = `local.host_counts[${quoted(label)}]`;
      return expression(`max(0, ${count} - local.hosts.spare_hosts) / max(1, ${count})`);
    }),
    room: byLabel(prismElements, ({ label }) => {
      const running = `local.running_ratios[${quoted(label)}]`;
      const cores = sumOf(label, "host.number_of_cpu_cores - local.hosts.controller_vm_cores");
      const memory = sumOf(label, `host.memory_size_bytes / ${BYTES_PER_GIB} - local.hosts.controller_vm_memory_gib`);
      return {
        vcpu: expression(`${cores} * local.hosts.vcpu_per_core * local.hosts.usable_cpu_ratio * ${running}`),
        memory_gib: expression(`${memory} * local.hosts.usable_memory_ratio * ${running}`),
      };
    }),
  };
}

function hostsOf(label: string): string {
  return `data.nutanix_hosts_v2.${label}.host_entities`;
}

function sumOf(label: string, ofHost: string): string {
  return `sum(concat([0], [for host in ${hostsOf(label)} : max(0, ${ofHost})]))`;
}

/** What is asserted of the site before anything is made: a check warns, and stops nothing. */
export function checks(
  { prismElements, images, containers, elementLabel }: SiteNames,
  subnets: readonly Subnet[],
  { existing, imageUrl }: Pick<TerraformOptions, "existing" | "imageUrl">,
): object {
  const ofElement = (prismElement: string) => `local.prism_element_ids[${quoted(elementLabel(prismElement))}]`;
  const hasOne = (list: string, id: string) => `anytrue([for one in ${list} : one.${id}])`;
  return Object.fromEntries([
    ...prismElements.map(({ label, name }) => [`hosts-${label}`, elementCheck(label, name)]),
    ...subnets
      .filter(({ network }) => network === null)
      .map(({ label, name, prismElement }) => [
        `subnet-${label}`,
        there(
          hasOne(`data.nutanix_subnets_v2.${label}.subnets`, `cluster_reference == ${ofElement(prismElement)}`),
          `The subnet ${name} is not on ${prismElement}.`,
        ),
      ]),
    ...(imageUrl === undefined
      ? images.map(({ label, name }) => [
          `image-${label}`,
          there(`length(data.nutanix_images_v2.${label}.images) > 0`, `The image ${name} is not there.`),
        ])
      : []),
    ...(existing.includes("storageContainers")
      ? containers.map(({ label, name, prismElement }) => [
          `container-${label}`,
          there(
            hasOne(
              `data.nutanix_storage_containers_v2.${label}.storage_containers`,
              `cluster_ext_id == ${ofElement(prismElement)}`,
            ),
            `The storage container ${name} is not on ${prismElement}.`,
          ),
        ])
      : []),
  ]);
}

function elementCheck(label: string, name: string): object {
  const key = quoted(label);
  const short = (unit: string, field: "vcpu" | "memory_gib") => ({
    condition: expression(`local.prism_elements[${key}].${field} <= local.room[${key}].${field}`),
    error_message: `${plainText(`The hosts of ${name} offer`)} ${expression(`floor(local.room[${key}].${field})`)} ${unit} and the plan needs ${expression(`local.prism_elements[${key}].${field}`)}.`,
  });
  return {
    assert: [
      {
        condition: expression(`length(data.nutanix_clusters_v2.${label}.cluster_entities) == 1`),
        error_message: plainText(`There is not exactly one cluster of hosts that is called ${name}.`),
      },
      short("vCPU", "vcpu"),
      short("GiB of memory", "memory_gib"),
    ],
  };
}

function there(condition: string, otherwise: string): object {
  return { assert: [{ condition: expression(condition), error_message: plainText(otherwise) }] };
}
