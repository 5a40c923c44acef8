import type { Problem } from "@nkp-planner/core";
import { isRecord } from "../../objects/objects.ts";
import { at, listAt, textAt } from "../../objects/read-fields.ts";
import type { InventoryDocument, ListedVm } from "../inventory-document.ts";
import { mibOf, numberAt, product, sumOfSizes } from "./sizes.ts";

/**
 * What Prism Central answers to `vms/list` of its v3 API, one of its entries, or the specification of a VM alone.
 *
 * @see https://www.nutanix.dev/api_references/prism-central-v3/
 */
export const prismV3: InventoryDocument = {
  id: "prism-v3",
  title: "Prism Central, v3 VM list or specification",
  mark: /"(num_sockets|num_vcpus_per_socket)"\s*:|"api_version"\s*:\s*"3\./,
  vmsIn(data) {
    const entities = at(data, "entities");
    if (Array.isArray(entities)) {
      const vms = entities.map((entity, index) => entityOf(entity, ["entities", index]));
      const totalCount = numberAt(data, "metadata", "total_matches");
      return { vms, ...(totalCount === null ? {} : { totalCount }) };
    }
    const alone = Array.isArray(data) ? data : [data];
    if (alone.length === 0 || !alone.every((one) => resourcesOf(one) !== undefined)) return null;
    return { vms: alone.map((one, index) => entityOf(one, Array.isArray(data) ? [index] : [])) };
  },
};

/** Of what runs where that is said, else of what is wanted. */
function resourcesOf(entity: unknown): unknown {
  const places = [["status", "resources"], ["spec", "resources"], ["resources"]];
  return places.map((path) => at(entity, ...path)).find((found) => isRecord(found) && "num_sockets" in found);
}

function entityOf(entity: unknown, path: Problem["path"]): ListedVm {
  const resources = resourcesOf(entity);
  const said = [at(entity, "status"), at(entity, "spec"), entity];
  const textIn = (...keys: readonly string[]) =>
    said.map((one) => textAt(one, ...keys)).find((one) => one !== "") ?? "";
  return vmOfResources(resources, path, textIn("name"), {
    Cluster: textIn("cluster_reference", "name"),
    Project: textAt(entity, "metadata", "project_reference", "name"),
    ...categoriesOf(at(entity, "metadata", "categories") ?? at(entity, "categories")),
  });
}

/** A VM by the part of it that Prism and Calm write alike. */
export function vmOfResources(
  resources: unknown,
  path: Problem["path"],
  name: string,
  labels: ListedVm["labels"],
): ListedVm {
  const disks = listAt(resources, "disk_list").filter(
    (disk) => textAt(disk, "device_properties", "device_type").toUpperCase() !== "CDROM",
  );
  const { sum, unsizedCount } = sumOfSizes(
    disks.map((disk) => mibOf(numberAt(disk, "disk_size_bytes")) ?? numberAt(disk, "disk_size_mib")),
  );
  const threads = at(resources, "num_threads_per_core");
  return {
    ...{ path, name, labels },
    power: textAt(resources, "power_state") || null,
    vcpu: product(
      numberAt(resources, "num_sockets"),
      numberAt(resources, "num_vcpus_per_socket"),
      threads === undefined || threads === null ? 1 : numberAt(resources, "num_threads_per_core"),
    ),
    memoryMiB: numberAt(resources, "memory_size_mib"),
    diskMiB: disks.length === unsizedCount && disks.length > 0 ? null : sum,
    unsizedDiskCount: unsizedCount,
    gpuCount: listAt(resources, "gpu_list").length,
  };
}

function categoriesOf(categories: unknown): Readonly<Record<string, string>> {
  if (!isRecord(categories)) return {};
  return Object.fromEntries(
    Object.entries(categories).flatMap(([key, value]) =>
      typeof value === "string" ? [[`category:${key}`, value] as const] : [],
    ),
  );
}
