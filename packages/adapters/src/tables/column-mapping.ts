import type { Problem } from "@nkp-planner/core";
import { didYouMean, shown } from "@nkp-planner/core";
import { columns } from "./columns/index.ts";
import type { CsvRow } from "./csv-rows.ts";
import type { NamedColumn } from "./tenant-head.ts";

/** Heads of a table with what each is to be read as: `Wer` → `tenant`; empty: the column is left out. */
export type ColumnMapping = ReadonlyMap<string, string>;

/** What a head may be read as, with the words that say it. */
export interface ColumnTarget {
  /** As a mapping names it: `memory (GB)`. */
  readonly name: string;
  readonly title: string;
}

const SIZES = ["GiB", "GB", "MiB", "MB", "TiB", "TB"] as const;

/** Everything that a column may be, sizes with their units: a number alone says none. */
export const columnTargets: readonly ColumnTarget[] = columns.flatMap(({ called, unit, grid }) => {
  const title = grid?.title === "GiB" ? "Memory" : (grid?.title ?? called);
  if (unit?.usual !== "Gi") return [{ name: called, title }];
  return SIZES.map((size) => ({ name: `${called} (${size})`, title: `${title}, ${size}` }));
});

const LEFT_OUT = "-";

/**
 * A mapping as people write it, with what of it cannot be understood: `Wer=tenant; RAM=memory (GB); Notiz=-`. What stands behind the last equals sign is what they are read as.
 */
export function columnMapping(text: string): {
  readonly mapping: ColumnMapping;
  readonly problems: readonly Problem[];
} {
  const names = columnTargets.map(({ name }) => name);
  const known = new Map([...columns.map(({ called }) => called), ...names].map((name) => [name.toLowerCase(), name]));
  const mapping = new Map<string, string>();
  const problems: Problem[] = [];
  for (const part of partsOf(text)) {
    const at = part.lastIndexOf("=");
    const [head, target] = [part.slice(0, Math.max(at, 0)).trim(), part.slice(at + 1).trim()];
    const name = target === LEFT_OUT ? "" : known.get(target.toLowerCase());
    if (head !== "" && name !== undefined) mapping.set(head, name);
    else {
      const expected = `HEAD=COLUMN, the column one of ${columns.map(({ called }) => called).join(", ")}, or - to leave it out`;
      problems.push({ path: ["columns"], found: shown(part), expected, fix: didYouMean(target, names) });
    }
  }
  return { mapping, problems };
}

/** Parts between semicolons; one without an equals sign is the beginning of a head that has a semicolon in it. */
function partsOf(text: string): readonly string[] {
  const parts: string[] = [];
  let begun = "";
  for (const piece of text.split(";")) {
    begun = begun === "" ? piece : `${begun};${piece}`;
    if (!piece.includes("=")) continue;
    parts.push(begun.trim());
    begun = "";
  }
  return begun.trim() === "" ? parts : [...parts, begun.trim()];
}

/** A row with the heads of a mapping renamed, where it has all of them. */
export function mapped(row: CsvRow, mapping: ColumnMapping): CsvRow {
  return { ...row, cells: mappedCells(row.cells, mapping) };
}

export function mappedCells(cells: readonly string[], mapping: ColumnMapping): readonly string[] {
  const heads = new Set(cells.map((cell) => cell.trim()));
  if (mapping.size === 0 || ![...mapping.keys()].every((head) => heads.has(head))) return cells;
  // What is not mapped keeps its own head, unless another was mapped to the same.
  return cells.map((cell) => mapping.get(cell.trim()) ?? cell);
}

/** Heads of a mapping that a table does not have: nothing of the mapping is taken then, which is never passed over. */
export function headsNotThere(mapping: ColumnMapping, heads: readonly string[]): readonly Problem[] {
  const there = heads.map((head) => head.trim());
  return [...mapping.keys()]
    .filter((head) => !there.includes(head))
    .map((head) => ({
      path: ["columns"],
      found: `${shown(head)}, which no column is called`,
      expected: `one of ${there.map(shown).join(", ")}`,
      fix: didYouMean(head, there),
    }));
}

/** A table's columns as they were understood, for who is to mend that. */
export interface ColumnsOfTable {
  /** As the file has them. */
  readonly heads: readonly string[];
  /** What each is read as, by the name of a target; empty: it is left out. */
  readonly targets: readonly string[];
  /** What those that are left out may be, by what stands in them; empty: nothing tells. Nothing is read by it. */
  readonly guesses: readonly string[];
  /** The first rows below. */
  readonly firstRows: readonly (readonly string[])[];
  /** What stands before fractions; null: no number tells. */
  readonly decimalSign: "." | "," | null;
}

const SUFFIXES: ReadonlyMap<string, string> = new Map([...SIZES.map((size) => [size.replace("B", ""), size] as const)]);

/** The name of what a column is read as. */
export function targetOf(named: NamedColumn | undefined): string {
  if (named === undefined) return "";
  const { column, suffix = column.unit?.usual } = named;
  const size = SUFFIXES.get(suffix ?? "");
  return column.unit?.usual === "Gi" && size !== undefined ? `${column.called} (${size})` : column.called;
}
