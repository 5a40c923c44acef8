import type { Problem } from "@nkp-planner/core";
import { decimalSignOf, readNumber } from "../../tables/numbers.ts";
import { headKey, type InventoryFormat, VM_FIELDS, type VmField } from "./inventory-format.ts";

/** Rows of a list of VMs, the names of its columns first. */
export interface VmTable {
  readonly heads: readonly string[];
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
}

/** One VM, as far as its row says. */
export interface Vm {
  readonly name: string;
  readonly line: number;
  /** null: it does not say, as of one that is broken off. */
  readonly isOn: boolean | null;
  readonly isTemplate: boolean;
  /** It stands for a VM of another site, which runs there. */
  readonly isPlaceholder: boolean;
  /** null: not known. */
  readonly vcpu: number | null;
  readonly memoryMiB: number | null;
  readonly diskMiB: number | null;
  readonly cells: readonly string[];
}

export interface Vms {
  readonly vms: readonly Vm[];
  readonly problems: readonly Problem[];
  /** The column of each field that is there, by its place. */
  readonly columns: Readonly<Partial<Record<VmField, number>>>;
}

/** Reads the VMs of a table; a cell that is empty, or holds what is no number, is not known. */
export function vmsOf({ heads, rows }: VmTable, format: InventoryFormat): Vms {
  const keys = heads.map(headKey);
  const columnOf = (field: VmField) => {
    const found = format.heads[field].map((head) => keys.indexOf(headKey(head))).find((index) => index >= 0);
    return found === undefined ? [] : [[field, found] as const];
  };
  const columns: Vms["columns"] = Object.fromEntries(VM_FIELDS.flatMap(columnOf));
  const numbers = (["vcpu", "memoryMiB", "diskMiB"] as const).flatMap((field) => columns[field] ?? []);
  const sign = decimalSignOf(
    rows.flatMap(({ cells }) => numbers.map((index) => cells[index] ?? "")),
    null,
  );
  const problems: Problem[] = [];
  const vms = rows.map(({ line, cells }): Vm => {
    const textOf = (field: VmField) => (columns[field] === undefined ? "" : (cells[columns[field]] ?? "").trim());
    const name = textOf("name");
    const numberOf = (field: VmField): number | null => {
      const text = textOf(field);
      if (text === "" || /^(n\/a|unknown|null|-)$/i.test(text)) return null;
      const read = format.hasWholeNumbers && GROUPED.test(text) ? text.replaceAll(/\D/g, "") : numberText(text, sign);
      if (read !== null) return Number(read);
      const expected = format.hasWholeNumbers ? "a whole number" : "a number that can be read in one way";
      const fix = "write it without groups of digits, or leave the cell empty where it is not known";
      problems.push({
        path: [],
        found: `${JSON.stringify(text)} of ${name}`,
        expected,
        fix,
        line,
        column: (columns[field] ?? 0) + 1,
      });
      return null;
    };
    return {
      ...{ name, line, cells },
      isOn: isOnOf(textOf("power")),
      isTemplate: YES.test(textOf("template")),
      isPlaceholder: YES.test(textOf("placeholder")),
      ...{ vcpu: numberOf("vcpu"), memoryMiB: numberOf("memoryMiB"), diskMiB: numberOf("diskMiB") },
    };
  });
  return { vms, problems, columns };
}

const YES = /^(true|yes|1)$/i;

/** Digits in groups of three: of a tool that writes whole numbers alone, never a fraction. */
const GROUPED = /^\d{1,3}([.,'’\s]\d{3})+$/;

function numberText(text: string, sign: "." | "," | null): string | null {
  const read = readNumber(text, { by: "table", sign });
  return read.is === "number" ? read.text : null;
}

/** `poweredOn`, `On`, `ON`, `Powered On`; suspended VMs do not run. */
function isOnOf(text: string): boolean | null {
  if (text === "") return null;
  return /^(powered\s?on|on|running)$/i.test(text);
}
