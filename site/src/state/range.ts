import { atom } from "nanostores";

/** A cell of the table by its place, both counted from 0. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** Cells from where somebody began to where he is now. */
export interface Range {
  readonly anchor: Place;
  readonly end: Place;
}

/** The same without a direction. */
export interface CellBlock {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** The cells that the next command is for; null: the one in focus alone. */
export const $range = atom<Range | null>(null);

/** The block that is selected; null where it is one cell. */
export function selectedBlock(range: Range | null = $range.get()): CellBlock | null {
  if (range === null) return null;
  const { anchor, end } = range;
  if (anchor.row === end.row && anchor.column === end.column) return null;
  return {
    firstRow: Math.min(anchor.row, end.row),
    lastRow: Math.max(anchor.row, end.row),
    firstColumn: Math.min(anchor.column, end.column),
    lastColumn: Math.max(anchor.column, end.column),
  };
}

/** Which columns of a row are selected, as a text that is the same for the same columns: `2 4`; empty: none. */
export function columnsSelected(block: CellBlock | null, row: number): string {
  if (block === null || row < block.firstRow || row > block.lastRow) return "";
  return `${block.firstColumn} ${block.lastColumn}`;
}

export function isColumnSelected(columns: string, column: number): boolean {
  const [first, last] = columns.split(" ").map(Number);
  return columns !== "" && column >= (first ?? 0) && column <= (last ?? -1);
}
