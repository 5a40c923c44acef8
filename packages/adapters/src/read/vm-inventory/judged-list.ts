import type { Problem } from "@nkp-planner/core";
import type { ProblemAt } from "../read-result.ts";
import type { InventoryFormat } from "./inventory-format.ts";
import type { InventoryOptions } from "./inventory-options.ts";
import type { UsedSizes } from "./used-sheets.ts";
import { placeInRow, type Vm, type Vms, type VmTable, vmsOf } from "./vm-table.ts";

/** One list of VMs, as a file has it. */
export interface VmList {
  /** Name of the file. */
  readonly file: string;
  readonly table: VmTable;
  readonly format: InventoryFormat;
  /** What VMs used; absent: the file does not say it. */
  readonly used?: UsedSizes | undefined;
  /** Names of other sheets of its workbook; absent: it has none. */
  readonly otherSheets?: readonly string[];
  /** Parts that cannot be told to be a VM, one each. */
  readonly problems: readonly ProblemAt[];
  /** What is said of it beside its VMs, a sentence each. */
  readonly notices: readonly string[];
}

/** The same, with what becomes of each VM. */
export interface JudgedList extends VmList {
  readonly vms: readonly Vm[];
  readonly columns: Vms["columns"];
  readonly counted: readonly Vm[];
  /** VMs whose disks count: what is no tenant's is nobody's, but those that are off keep theirs. */
  readonly stored: readonly Vm[];
  readonly excluded: ReadonlyMap<string, number>;
  /** VMs of which something cannot be read, or is not known. */
  readonly badCount: number;
  readonly vmProblems: readonly Problem[];
}

const OFF = "powered off, whose disks are counted";

/** What becomes of each VM of a list. */
export function judged(list: VmList, options: InventoryOptions): JudgedList {
  const { vms, columns } = vmsOf(list.table, list.format);
  const sorted = vms.map((vm) => {
    const fate = fateOf(vm, list.format, options);
    return { vm, fate, problems: fate === "unknown" ? unknownSize(vm, columns) : vm.unread };
  });
  const good = sorted.filter(({ problems }) => problems.length === 0);
  const excluded = new Map<string, number>();
  for (const { fate } of good) if (fate !== "counted") excluded.set(fate, (excluded.get(fate) ?? 0) + 1);
  return {
    ...list,
    ...{ vms, columns, excluded },
    counted: good.filter(({ fate }) => fate === "counted").map(({ vm }) => vm),
    stored: good.filter(({ fate }) => fate === "counted" || fate === OFF).map(({ vm }) => vm),
    badCount: vms.length - good.length,
    vmProblems: sorted.flatMap(({ problems }) => problems),
  };
}

/** `counted`, `unknown`, or why it is left out. */
function fateOf(vm: Vm, { platformVms }: InventoryFormat, { countsOff, leftOut }: InventoryOptions): string {
  if (platformVms?.test(vm.name)) return "of the platform itself";
  if (leftOut?.test(vm.name)) return "left out by name, as you say";
  if (vm.isTemplate) return "templates";
  if (vm.isPlaceholder) return "placeholders of VMs of another site";
  const isCounted = vm.isOn !== false || countsOff;
  if (!isCounted) return OFF;
  return vm.vcpu === null || vm.memoryMiB === null || vm.vcpu === 0 || vm.memoryMiB === 0 ? "unknown" : "counted";
}

/** A size that is not there is not 0. A cell that could not be read has been told already. */
function unknownSize(vm: Vm, columns: Vms["columns"]): readonly Problem[] {
  if (vm.unread.length > 0) return vm.unread;
  const isMissing = (value: number | null) => value === null || value === 0;
  const missing = [...(isMissing(vm.vcpu) ? ["vCPU"] : []), ...(isMissing(vm.memoryMiB) ? ["memory"] : [])];
  return [
    {
      path: [],
      found: `no ${missing.join(" and ")} of ${vm.name === "" ? "a VM without a name" : vm.name}`,
      expected: "a size: what it needs is not known, which is not 0",
      fix: "fill it in, or leave the VM out with --skip-unreadable",
      ...placeInRow(vm.row, columns[isMissing(vm.vcpu) ? "vcpu" : "memoryMiB"]),
    },
  ];
}
