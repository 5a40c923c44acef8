import type { Problem } from "@nkp-planner/core";
import { freeId, type TenantDraft, tenantIdOf } from "../../tables/tenant-draft.ts";
import type { ReadText } from "../reader.ts";
import type { InventoryFormat } from "./inventory-format.ts";
import type { InventoryOptions } from "./inventory-options.ts";
import { qualityOf } from "./quality.ts";
import { tenantsBy, UNASSIGNED } from "./tenant-of-vm.ts";
import { demandOf } from "./vm-demand.ts";
import { placeInRow, type Vm, type Vms, type VmTable, vmsOf } from "./vm-table.ts";

/** The VMs of an inventory as tenants, and what became of each. */
export function demandOfVms(
  table: VmTable,
  format: InventoryFormat,
  options: InventoryOptions,
  only: string,
): ReadText {
  const { vms, columns } = vmsOf(table, format);
  const tenantOf = tenantsBy(options.tenantBy, table, only);
  if ("problem" in tenantOf) return without([tenantOf.problem], vms.length);
  const sorted = vms.map((vm) => ({ vm, fate: fateOf(vm, format, options) }));
  const problemsOf = new Map(
    sorted.map(({ vm, fate }) => [vm, fate === "unknown" ? unknownSize(vm, columns) : vm.unread] as const),
  );
  const problems = [...problemsOf.values()].flat();
  const isBad = (vm: Vm) => (problemsOf.get(vm) ?? []).length > 0;
  const counted = sorted.filter(({ vm, fate }) => fate === "counted" && !isBad(vm)).map(({ vm }) => vm);
  // Disks of VMs that are off stay; what is no tenant's is nobody's.
  const stored = sorted
    .filter(({ vm, fate }) => (fate === "counted" || fate === OFF) && !isBad(vm))
    .map(({ vm }) => vm);
  const excluded = new Map<string, number>();
  for (const { vm, fate } of sorted)
    if (fate !== "counted" && fate !== "unknown" && !isBad(vm)) excluded.set(fate, (excluded.get(fate) ?? 0) + 1);
  if (counted.length === 0)
    return without(problems.length > 0 ? problems : [nothingOn(vms.length, excluded)], vms.length);
  const groups = new Map<string, { counted: Vm[]; stored: Vm[] }>();
  for (const vm of stored) {
    const group = groups.get(tenantOf(vm)) ?? { counted: [], stored: [] };
    group.stored.push(vm);
    groups.set(tenantOf(vm), group);
  }
  for (const vm of counted) groups.get(tenantOf(vm))?.counted.push(vm);
  const ids = new Set<string>();
  const tenants = [...groups].map(
    ([name, group]): TenantDraft => ({
      id: freeId(tenantIdOf(name), ids),
      name,
      demand: demandOf(group.counted, group.stored, options.factors),
    }),
  );
  return {
    data: tenants,
    problems,
    notices: qualityOf({
      table,
      format,
      options,
      columns,
      vms,
      counted,
      stored,
      badCount: vms.filter(isBad).length,
      hasUnassigned: groups.has(UNASSIGNED),
    }),
    report: {
      entries: "VMs",
      foundCount: vms.length,
      usedCount: counted.length,
      excluded: [...excluded].map(([reason, count]) => ({ count, reason })),
      unreadableCount: vms.filter(isBad).length,
    },
    placeOf: ([index]) => placeInRow([...groups.values()][Number(index)]?.stored[0]?.row ?? START),
  };
}

const START = { line: 1, cells: [] };
const OFF = "powered off, whose disks are counted";

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

function nothingOn(vmCount: number, excluded: ReadonlyMap<string, number>): Problem {
  const found = vmCount === 0 ? "no VMs" : `no VM that counts among ${vmCount}: ${[...excluded.keys()].join("; ")}`;
  return {
    path: [],
    found,
    expected: "VMs that are powered on",
    fix: "add --option power=all to count all",
    line: 1,
    column: 1,
  };
}

function without(problems: readonly Problem[], vmCount: number): ReadText {
  const foundCount = Math.max(1, vmCount);
  return {
    data: null,
    problems,
    report: { entries: "VMs", foundCount, usedCount: 0, excluded: [], unreadableCount: foundCount },
  };
}
