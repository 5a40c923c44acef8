import { isRecord } from "../../objects/objects.ts";
import { textAt } from "../../objects/read-fields.ts";
import type { InventoryDocument } from "../inventory-document.ts";
import { numberAt } from "./sizes.ts";

/**
 * What vCenter answers to `/api/vcenter/vm`, or to the older `/rest/vcenter/vm`: names and sizes, but no disks.
 *
 * @see https://developer.broadcom.com/xapis/vsphere-automation-api/latest/vcenter/api/vcenter/vm/get/
 */
export const vcenter: InventoryDocument = {
  id: "vcenter",
  title: "vCenter, VM list of its API",
  mark: /"memory_size_mi?b"\s*:/i,
  vmsIn(data) {
    const value = isRecord(data) ? data["value"] : data;
    const begin = value === data ? [] : ["value"];
    const isVm = (one: unknown) => isRecord(one) && ("memory_size_MiB" in one || "cpu_count" in one);
    if (!Array.isArray(value) || value.length === 0 || !value.every(isVm)) return null;
    return {
      vms: value.map((vm, index) => ({
        path: [...begin, index],
        name: textAt(vm, "name"),
        power: textAt(vm, "power_state") || null,
        vcpu: numberAt(vm, "cpu_count"),
        memoryMiB: numberAt(vm, "memory_size_MiB"),
        diskMiB: null,
        unsizedDiskCount: 0,
        gpuCount: 0,
        labels: {},
      })),
      notices: ["vCenter's list says nothing of disks: storage is not known, and not counted."],
    };
  },
};
