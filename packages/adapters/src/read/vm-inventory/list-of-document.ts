import type { ParsedText } from "../../text/parsed-text.ts";
import type { InventoryDocument, ListedVm, ListedVms } from "./inventory-document.ts";
import { inventoryDocuments } from "./inventory-documents.ts";
import type { InventoryFormat } from "./inventory-format.ts";
import type { VmList } from "./judged-list.ts";
import type { VmTable } from "./vm-table.ts";

const HEADS = {
  name: "Name",
  power: "Power",
  vcpu: "vCPU",
  memoryMiB: "Memory (MiB)",
  diskMiB: "Disks (MiB)",
} as const;

/** The VMs of what an API answered, as a list; null: it has none. */
export function listOfDocument({ data, placeOf = () => START }: ParsedText, file: string): VmList | null {
  for (const document of inventoryDocuments) {
    const listed = document.vmsIn(data);
    if (listed === null) continue;
    const [table, format] = [tableOf(listed.vms, placeOf), formatOf(document, listed)];
    return { file, table, format, problems: [], notices: saidOf(listed) };
  }
  return null;
}

const START = { line: 1, column: 1 };

function tableOf(vms: readonly ListedVm[], placeOf: NonNullable<ParsedText["placeOf"]>): VmTable {
  const labels = [...new Set(vms.flatMap((vm) => Object.keys(vm.labels).filter((key) => vm.labels[key] !== "")))];
  const text = (value: number | null) => (value === null ? "" : String(value));
  return {
    heads: [...Object.values(HEADS), ...labels],
    rows: vms.map((vm) => ({
      cells: [
        ...[vm.name, vm.power ?? "", text(vm.vcpu), text(vm.memoryMiB), text(vm.diskMiB)],
        ...labels.map((key) => vm.labels[key] ?? ""),
      ],
      ...placeOf(vm.path),
    })),
  };
}

/** Without a size of any disk the list has no column of disks. */
function formatOf({ id, title }: InventoryDocument, { vms }: ListedVms): InventoryFormat {
  const { name, power, vcpu, memoryMiB, diskMiB } = HEADS;
  const hasDisks = vms.some((vm) => vm.diskMiB !== null || vm.unsizedDiskCount > 0);
  return {
    ...{ id, title, sheet: "", marks: [], hasWholeNumbers: false, platformVms: /^NTNX-.*-CVM$/i },
    heads: {
      ...{
        name: [name],
        power: [power],
        vcpu: [vcpu],
        memoryMiB: [memoryMiB],
        template: [],
        placeholder: [],
        usedMiB: [],
      },
      diskMiB: hasDisks ? [diskMiB] : [],
    },
  };
}

function saidOf({ vms, totalCount, notices = [] }: ListedVms): readonly string[] {
  const sum = (of: (vm: ListedVm) => number) => vms.reduce((total, vm) => total + of(vm), 0);
  const [unsizedCount, gpuCount] = [sum((vm) => vm.unsizedDiskCount), sum((vm) => vm.gpuCount)];
  return [
    ...notices,
    ...(totalCount === undefined || totalCount <= vms.length
      ? []
      : [`The list is a part: ${vms.length} of ${totalCount} VMs. Give the other pages beside it.`]),
    ...(unsizedCount === 0
      ? []
      : [`${unsizedCount} disks do not say their size, as copies of images do not: they are not counted.`]),
    ...(gpuCount === 0 ? [] : [`${gpuCount} GPUs of VMs are not counted.`]),
  ];
}
