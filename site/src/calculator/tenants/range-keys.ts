import type { ClipboardEvent, DragEvent, KeyboardEvent, MouseEvent } from "react";
import { fillBlockDown, textOfBlock, typeIntoBlock } from "../../state/block-edits.ts";
import { removeTenants } from "../../state/edits.ts";
import { gridColumns } from "../../state/grid.ts";
import { $range, type CellBlock, type Place, type Range, selectedBlock } from "../../state/range.ts";
import { $outcome, $scenario, edit, settle } from "../../state/store.ts";
import { drawCorner, pressCorner } from "./fill-corner.ts";

/** A range of cells: begun with Shift and an arrow, with Shift and a click, or by drawing over cells with the mouse. */

const STEPS: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

interface FocusedCell extends Place {
  readonly element: HTMLElement;
}

/**
 * What a key does to a range; false: nothing, and the cell may have it.
 * @param isAtEdge whether an arrow has nowhere left to go within the text of the cell
 */
export function rangeKey(
  event: KeyboardEvent<HTMLTableElement>,
  cell: FocusedCell | null,
  isAtEdge: (element: HTMLElement, edge: "start" | "end") => boolean,
): boolean {
  const { key, shiftKey, ctrlKey, metaKey, altKey } = event;
  if (cell === null || altKey) return false;
  const isCommand = ctrlKey || metaKey;
  const step = STEPS[key];
  if (shiftKey && !isCommand && step !== undefined) {
    const isWithinText =
      step[1] !== 0 && $range.get() === null && !isAtEdge(cell.element, step[1] < 0 ? "start" : "end");
    return !isWithinText && extend(event.currentTarget, cell, step);
  }
  const block = selectedBlock();
  if (block === null) return false;
  if (isCommand) return key.toLowerCase() === "d" && change(fillBlockDown(block));
  if (key === "Escape") {
    $range.set(null);
    return true;
  }
  if (key === "Delete" || key === "Backspace") return clear(block);
  // Who types on types in one cell.
  if (key.length === 1) $range.set(null);
  return false;
}

function extend(table: HTMLElement, cell: FocusedCell, [rows, columns]: readonly [number, number]): boolean {
  const { row, column } = cell;
  const { anchor, end }: Range = $range.get() ?? { anchor: { row, column }, end: { row, column } };
  const next = {
    row: within(end.row + rows, ($scenario.get()?.fleet.tenants.length ?? 0) - 1),
    column: within(end.column + columns, gridColumns.length - 1),
  };
  $range.set({ anchor, end: next });
  cellAt(table, next)?.scrollIntoView({ block: "nearest", inline: "nearest" });
  return true;
}

function within(index: number, last: number): number {
  return Math.max(0, Math.min(last, index));
}

function cellAt(table: HTMLElement, { row, column }: Place): HTMLElement | null {
  return table.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`);
}

function change(made: Parameters<typeof edit>[0]): true {
  settle();
  edit(made);
  return true;
}

/** Texts of the cells go; where whole rows are selected, the tenants. */
function clear(block: CellBlock): true {
  const { firstRow, lastRow, firstColumn, lastColumn } = block;
  if (firstColumn > 0 || lastColumn < gridColumns.length - 1) return change(typeIntoBlock(block, ""));
  const tenants = $scenario.get()?.fleet.tenants ?? [];
  $range.set(null);
  return change(removeTenants(tenants.slice(firstRow, lastRow + 1).map(({ id }) => id)));
}

/** Puts the range on the clipboard; false: there is none. */
export function copyRange(event: ClipboardEvent<HTMLTableElement>): boolean {
  const [block, scenario] = [selectedBlock(), $scenario.get()];
  if (block === null || scenario === null) return false;
  const derived = $outcome.get()?.view.demand.byTenant ?? {};
  event.preventDefault();
  event.clipboardData.setData(
    "text/plain",
    textOfBlock(block, scenario, ({ id }, columnId) => derived[id]?.byColumn[columnId] ?? ""),
  );
  return true;
}

export function onTableCut(event: ClipboardEvent<HTMLTableElement>): void {
  const block = selectedBlock();
  if (block !== null && copyRange(event)) clear(block);
}

/** A single text into all cells of a range; false: there is none. */
export function pasteIntoRange(event: ClipboardEvent<HTMLTableElement>, text: string): boolean {
  const block = selectedBlock();
  if (block === null) return false;
  event.preventDefault();
  return change(typeIntoBlock(block, text));
}

let drawnFrom: Place | null = null;

/** With Shift from the cell in focus to the one that is clicked; without, from here if cells are drawn over. */
export function onTableMouseDown(event: MouseEvent<HTMLTableElement>): void {
  const place = placeOf(event.target);
  if (pressCorner(event, place)) return;
  // Whoever presses a cell means that one, though it is where a range was begun.
  if (event.button === 0 && !event.shiftKey) $range.set(null);
  drawnFrom = event.button === 0 ? place : null;
  const focused = placeOf(document.activeElement);
  const { target, shiftKey } = event;
  if (shiftKey && place !== null && focused !== null) {
    event.preventDefault();
    drawnFrom = null;
    $range.set({ anchor: focused, end: place });
  } else if (target instanceof HTMLInputElement && target.type === "text" && target !== document.activeElement) {
    // Its whole text is selected, which the browser would take along to another cell.
    event.preventDefault();
    target.focus();
  }
}

/** A text that is drawn out of its cell stays where it is. */
export function onTableDragStart(event: DragEvent<HTMLTableElement>): void {
  event.preventDefault();
}

export function onTableMouseOver(event: MouseEvent<HTMLTableElement>): void {
  if (event.buttons !== 1) drawnFrom = null;
  const place = placeOf(event.target);
  if (drawCorner(place)) return;
  if (drawnFrom === null || place === null) return;
  const isBegun = $range.get() !== null;
  if (!isBegun && place.row === drawnFrom.row && place.column === drawnFrom.column) return;
  $range.set({ anchor: drawnFrom, end: place });
  document.getSelection()?.removeAllRanges();
}

function placeOf(target: EventTarget | null): Place | null {
  const cell = target instanceof HTMLElement ? target.closest("td")?.querySelector<HTMLElement>("[data-row]") : null;
  if (cell == null || Number(cell.dataset["row"]) >= ($scenario.get()?.fleet.tenants.length ?? 0)) return null;
  return { row: Number(cell.dataset["row"]), column: Number(cell.dataset["column"]) };
}
