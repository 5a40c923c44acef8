import type { Problem } from "@nkp-planner/core";
import { decimalSignOf, readNumber } from "../../tables/numbers.ts";
import type { Place } from "../read-result.ts";
import { headKey, type InventoryFormat, VM_FIELDS, type VmField } from "./inventory-format.ts";

/** Rows of a list of VMs, the names of its columns first. */
export interface VmTable {
  readonly heads: readonly string[];
  readonly rows: readonly VmRecord[];
}

export interface VmRecord {
  readonly cells: readonly string[];
  readonly line: number;
  /** Where all of it begins, in files whose cells are no columns. */
  readonly column?: number;
}

/** One VM, as far as its row says. */
export interface Vm {
  readonly name: string;
  readonly row: VmRecord;
  /** Cells that cannot be read. */
  readonly unread: readonly Problem[];
  /** null: it does not say, as of one that is broken off. */
  readonly isOn: boolean | null;
  readonly isTemplate: boolean;
  /** It stands for a VM of another site, which runs there. */
  readonly isPlaceholder: boolean;
  /** null: not known. */
  readonly vcpu: number | null;
  readonly memoryMiB: number | null;
  readonly diskMiB: number | null;
  /** What of its disks is in use. */
  readonly usedMiB: number | null;
}

export interface Vms {
  readonly vms: readonly Vm[];
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
  const timesOf = (field: VmField) => (/gi?b$/.test(keys[columns[field] ?? -1] ?? "") ? MIB_PER_GIB : 1);
  const columns: Vms["columns"] = Object.fromEntries(VM_FIELDS.flatMap(columnOf));
  const numbers = (["vcpu", "memoryMiB", "diskMiB", "usedMiB"] as const).flatMap((field) => columns[field] ?? []);
  const sign = decimalSignOf(
    rows.flatMap(({ cells }) => numbers.map((index) => (cells[index] ?? "").replace(/\s*[KMGT]i?B$/i, ""))),
    null,
  );
  const vms = rows.map((row): Vm => {
    const { cells } = row;
    const unread: Problem[] = [];
    const textOf = (field: VmField) => (columns[field] === undefined ? "" : (cells[columns[field]] ?? "").trim());
    const name = textOf("name");
    const numberOf = (field: VmField): number | null => {
      const text = textOf(field);
      if (text === "" || /^(n\/a|unknown|null|-)$/i.test(text)) return null;
      const [, bare = text, unit = ""] = WITH_UNIT.exec(text) ?? [];
      const read = format.hasWholeNumbers && GROUPED.test(bare) ? bare.replaceAll(/\D/g, "") : numberText(bare, sign);
      if (read !== null) return Number(read) * (UNITS_MIB[unit.charAt(0).toUpperCase()] ?? timesOf(field));
      if (field === "usedMiB") return null; // nothing is counted by it
      const expected = format.hasWholeNumbers ? "a whole number" : "a number that can be read in one way";
      const fix = "write it without groups of digits, or leave the cell empty where it is not known";
      unread.push({
        ...{ path: [], found: `${JSON.stringify(text)} of ${name}`, expected, fix },
        ...placeInRow(row, columns[field]),
      });
      return null;
    };
    return {
      ...{ name, row, unread },
      isOn: isOnOf(textOf("power")),
      isTemplate: YES.test(textOf("template")),
      isPlaceholder: YES.test(textOf("placeholder")),
      ...{
        vcpu: numberOf("vcpu"),
        memoryMiB: numberOf("memoryMiB"),
        diskMiB: numberOf("diskMiB"),
        usedMiB: numberOf("usedMiB"),
      },
    };
  });
  return { vms, columns };
}

/** Where a cell of a row stands. */
export function placeInRow({ line, column }: VmRecord, index = 0): Place {
  return { line, column: column ?? index + 1 };
}

/** `16 GB`, as lists of a client write it: of binary units, whatever they are called. */
const WITH_UNIT = /^([\d.,'’\s]*\d)\s*([KMGT]i?B)$/i;
const UNITS_MIB: Readonly<Record<string, number>> = { K: 1 / 1024, M: 1, G: 1024, T: 1024 * 1024 };
const MIB_PER_GIB = 1024;

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
  return /^(powered[\s_]?on|on|running)$/i.test(text);
}
