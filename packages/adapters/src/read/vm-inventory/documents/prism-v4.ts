import { isRecord } from "../../objects/objects.ts";
import { at, listAt, textAt } from "../../objects/read-fields.ts";
import type { InventoryDocument, ListedVm } from "../inventory-document.ts";
import { mibOf, numberAt, product, sumOfSizes } from "./sizes.ts";

/**
 * What Prism Central answers to `vmm/v4.x/ahv/config/vms`: a page of VMs, or one of them. CD-ROMs are no disks: they
 * stand in a list of their own.
 *
 * @see https://developers.nutanix.com/api-reference?namespace=vmm
 */
export const prismV4: InventoryDocument = {
  id: "prism-v4",
  title: "Prism Central, v4 VM list",
  mark: /"vmm\.v4[^"]*\.Vm"|"numCoresPerSocket"\s*:|"memorySizeBytes"\s*:/,
  vmsIn(data) {
    const found = isRecord(data) && "data" in data ? data["data"] : data;
    const isList = Array.isArray(found);
    const all = isList ? found : [found];
    const begin = found === data ? [] : ["data"];
    const isVm = (one: unknown) => isRecord(one) && ("numSockets" in one || /\.Vm$/.test(textAt(one, "$objectType")));
    if (all.length === 0 || !all.every(isVm)) return null;
    const totalCount = numberAt(data, "metadata", "totalAvailableResults");
    const vms = all.map((one, index) => ({ ...vmOf(one), path: isList ? [...begin, index] : begin }));
    return { vms, ...(totalCount === null ? {} : { totalCount }) };
  },
};

function vmOf(vm: unknown): Omit<ListedVm, "path"> {
  const disks = listAt(vm, "disks");
  const { sum, unsizedCount } = sumOfSizes(disks.map((disk) => mibOf(numberAt(disk, "backingInfo", "diskSizeBytes"))));
  const coreThreads = at(vm, "numThreadsPerCore");
  return {
    name: textAt(vm, "name"),
    power: textAt(vm, "powerState") || null,
    vcpu: product(
      numberAt(vm, "numSockets"),
      numberAt(vm, "numCoresPerSocket"),
      coreThreads === undefined || coreThreads === null ? 1 : numberAt(vm, "numThreadsPerCore"),
    ),
    memoryMiB: mibOf(numberAt(vm, "memorySizeBytes")),
    diskMiB: disks.length === unsizedCount && disks.length > 0 ? null : sum,
    unsizedDiskCount: unsizedCount,
    gpuCount: listAt(vm, "gpus").length,
    labels: {
      Cluster: textAt(vm, "cluster", "name") || textAt(vm, "cluster", "extId"),
      Project: textAt(vm, "project", "name") || textAt(vm, "project", "extId"),
      Category: listAt(vm, "categories")
        .map((one) => textAt(one, "extId"))
        .toSorted()
        .join(" "),
    },
  };
}
