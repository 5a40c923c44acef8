import { decimalSignOf, readNumber } from "../../tables/numbers.ts";
import { headKey, type InventoryFormat, type UsedColumn } from "./inventory-format.ts";
import type { Vm } from "./vm-table.ts";

type Records = readonly (readonly string[])[];

/** What VMs used, as other sheets of a workbook say; null: of this VM they do not. */
export interface UsedSizes {
  vcpuOf(vm: Vm): number | null;
  memoryMiBOf(vm: Vm): number | null;
}

/** undefined: the workbook has none of the sheets. */
export function usedSizes(format: InventoryFormat, sheets: ReadonlyMap<string, Records>): UsedSizes | undefined {
  const { used } = format;
  if (used === undefined) return undefined;
  const [cpu, memory] = [columnOf(used.cpu, sheets), columnOf(used.memory, sheets)];
  if (cpu === null || memory === null) return undefined;
  const speeds = used.hostMhz === undefined ? null : columnOf(used.hostMhz, sheets);
  return {
    vcpuOf(vm) {
      const found = cpu(vm.name);
      if (found === null || vm.vcpu === null) return null;
      if (used.cpu.unit === "percent") return (vm.vcpu * found.amount) / 100;
      const speed = speeds?.(found.host)?.amount ?? null;
      return speed === null || speed === 0 ? null : found.amount / speed;
    },
    memoryMiBOf(vm) {
      const found = memory(vm.name);
      if (found === null || vm.memoryMiB === null) return null;
      return used.memory.unit === "percent" ? (vm.memoryMiB * found.amount) / 100 : found.amount;
    },
  };
}

/** The sheets that say it. */
export function sheetsOfUse(used: InventoryFormat["used"]): readonly string[] {
  return used === undefined ? [] : [used.cpu, used.memory, used.hostMhz ?? []].flat().map(({ sheet }) => sheet);
}

interface UsedAmount {
  readonly amount: number;
  readonly host: string;
}

/** Amounts by name; of a name that several have, nothing is known. null: the workbook has no such column. */
function columnOf(
  column: UsedColumn,
  sheets: ReadonlyMap<string, Records>,
): ((name: string) => UsedAmount | null) | null {
  const rows = sheets.get(column.sheet) ?? [];
  const placeOf = (heads: readonly string[], names: readonly string[]) =>
    names.map((name) => heads.findIndex((head) => headKey(head) === headKey(name))).find((at) => at >= 0) ?? -1;
  const headAt = rows.findIndex((cells) => placeOf(cells, column.names) >= 0 && placeOf(cells, column.amounts) >= 0);
  const heads = rows[headAt];
  if (heads === undefined) return null;
  const [nameAt, amountAt, hostAt] = [
    placeOf(heads, column.names),
    placeOf(heads, column.amounts),
    placeOf(heads, ["Host"]),
  ];
  const body = rows.slice(headAt + 1);
  const sign = decimalSignOf(
    body.map((cells) => cells[amountAt] ?? ""),
    null,
  );
  const amounts = new Map<string, UsedAmount | null>();
  for (const cells of body) {
    const name = (cells[nameAt] ?? "").trim();
    const read = readNumber((cells[amountAt] ?? "").replace(/%$/, "").trim(), { by: "table", sign });
    const found = read.is === "number" ? { amount: Number(read.text), host: (cells[hostAt] ?? "").trim() } : null;
    if (name !== "") amounts.set(name, amounts.has(name) ? null : found);
  }
  return (name) => amounts.get(name) ?? null;
}
