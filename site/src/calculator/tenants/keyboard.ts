import type { ClipboardEvent, FocusEvent, KeyboardEvent } from "react";
import { fillColumn, pasteBlock, removeTenants } from "../../state/edits.ts";
import { gridColumns } from "../../state/grid.ts";
import { $pending, beginRow, commitRow, leaveRow } from "../../state/pending-row.ts";
import { $range, selectedBlock } from "../../state/range.ts";
import { $selected, commandFor, focusedTenant, openImport } from "../../state/selection.ts";
import { $scenario, edit, redo, settle, undo } from "../../state/store.ts";
import { blockOf, textOfRows } from "../../state/text-block.ts";
import { $typedOver } from "../../state/use-totals.ts";
import { copyRange, pasteIntoRange, rangeKey } from "./range-keys.ts";

/** By key or by click: the row that somebody is in is the one that commands are for. */
export function onTableFocus({ target }: FocusEvent<HTMLTableElement>): void {
  // Whoever goes somewhere else meanwhile stays there.
  awaited = null;
  const cell = cellOf(target);
  const from = $range.get()?.anchor;
  if (cell?.row !== from?.row || cell?.column !== from?.column) $range.set(null);
  if (cell !== null) focusedTenant($scenario.get()?.fleet.tenants[cell.row]?.id ?? null);
}

/** A row that is begun becomes a tenant as soon as its name is left; left without a word it goes. */
export function onTableBlur({ target, relatedTarget }: FocusEvent<HTMLTableElement>): void {
  const cell = cellOf(target);
  if (cell === null || cell.row < ($scenario.get()?.fleet.tenants.length ?? 0)) return;
  const next = relatedTarget instanceof HTMLElement ? cellOf(relatedTarget) : null;
  if (next?.row === cell.row) commitRow();
  else leaveRow();
}

/** Rows of the table, the one that is no tenant yet included. */
function rowCount(): number {
  return ($scenario.get()?.fleet.tenants.length ?? 0) + ($pending.get() === null ? 0 : 1);
}

/** From cell to cell as in a spreadsheet. Tab goes on as everywhere. */
export function onTableKeyDown(event: KeyboardEvent<HTMLTableElement>): void {
  const cell = cellOf(event.target);
  const isCommand = event.ctrlKey || event.metaKey;
  const done =
    rangeKey(event, cell, isAtEdge) || (isCommand ? command(event, cell) : cell !== null && move(event, cell));
  if (!done) return;
  event.preventDefault();
  // Another text in a cell is ready to be typed over, as one that was just come to.
  if (isCommand && cell?.element instanceof HTMLInputElement) queueMicrotask(() => selectText(cell.element));
}

function selectText(element: HTMLElement): void {
  if (element instanceof HTMLInputElement && element === document.activeElement) element.select();
}

interface FocusedCell {
  readonly row: number;
  readonly column: number;
  readonly element: HTMLElement;
}

function cellOf(target: EventTarget): FocusedCell | null {
  if (!(target instanceof HTMLElement) || target.dataset["row"] === undefined) return null;
  return { row: Number(target.dataset["row"]), column: Number(target.dataset["column"]), element: target };
}

function move(event: KeyboardEvent<HTMLTableElement>, { element, ...place }: FocusedCell): boolean {
  const table = event.currentTarget;
  const { row, column } = awaited ?? place;
  const { key, shiftKey, altKey } = event;
  if (altKey) return false;
  switch (key) {
    case "ArrowUp":
      return focusCell(table, row - 1, column);
    case "ArrowDown":
      return focusCell(table, row + 1, column);
    case "ArrowLeft":
      return isAtEdge(element, "start") && focusCell(table, row, column - 1);
    case "ArrowRight":
      return isAtEdge(element, "end") && focusCell(table, row, column + 1);
    case "Enter":
      // What opens on Enter opens; a cell that is typed in is left downwards.
      if (element instanceof HTMLButtonElement) return false;
      // Who has just come to a cell opens it; who has typed in it goes on.
      if (!shiftKey && isSelectedWhole(element)) return editText(element);
      if (focusCell(table, row + (shiftKey ? -1 : 1), column) || shiftKey) return true;
      // Of a row without a name there is none after it.
      beginRow();
      focusLastRow();
      return true;
    case "F2":
      return editText(element);
    case "Escape":
      leaveRow();
      return row === rowCount() && focusCell(table, row - 1, column);
    default:
      return element instanceof HTMLButtonElement && /^[\d.,]$/.test(key) && typeOver(element, row, column);
  }
}

/** Whether all of a cell's text is selected, as nobody has typed in it yet. */
function isSelectedWhole(element: HTMLElement): boolean {
  if (!(element instanceof HTMLInputElement) || element.value === "") return false;
  return element.selectionStart === 0 && element.selectionEnd === element.value.length;
}

/** The text stays, with the caret at its end: arrows go within it. */
function editText(element: HTMLElement): boolean {
  if (!(element instanceof HTMLInputElement)) return false;
  element.setSelectionRange(element.value.length, element.value.length);
  return true;
}

/** What follows from workloads is not typed over without a question. */
function typeOver(element: HTMLElement, row: number, column: number): boolean {
  const tenant = $scenario.get()?.fleet.tenants[row];
  if (tenant !== undefined) $typedOver.set({ tenantId: tenant.id, element, row, column });
  return true;
}

/** A cell of the table that is not drawn yet: keys come faster than rows of a long table are. */
let awaited: { readonly row: number; readonly column: number } | null = null;
/** So many frames is one waited for. */
const MOST_FRAMES = 30;

/** Goes to a cell; to one that is not drawn yet as soon as it is. false: there is none. */
function focusCell(table: HTMLElement, row: number, column: number, framesLeft = MOST_FRAMES): boolean {
  const next = table.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`);
  if (next !== null) {
    awaited = null;
    next.focus();
    return true;
  }
  const isThere = row >= 0 && row < rowCount() && column in gridColumns;
  if (!isThere || framesLeft === 0) {
    awaited = null;
    return false;
  }
  const wanted = { row, column };
  awaited = wanted;
  requestAnimationFrame(() => {
    if (awaited === wanted) focusCell(table, row, column, framesLeft - 1);
  });
  return true;
}

/** Goes to the row that was just begun, drawn or not: a long table is scrolled to its end first. */
export function focusLastRow(): void {
  queueMicrotask(() => {
    const table = document.querySelector<HTMLElement>(".tenants table");
    const scrolls = table?.closest(".scroll");
    if (table === null) return;
    scrolls?.scrollTo(0, scrolls.scrollHeight);
    focusCell(table, rowCount() - 1, 0);
  });
}

/** Whether an arrow key has nowhere left to go within the text. */
function isAtEdge(element: HTMLElement, edge: "start" | "end"): boolean {
  if (!(element instanceof HTMLInputElement)) return true;
  const { selectionStart, selectionEnd, value } = element;
  const isWholeSelected = selectionStart === 0 && selectionEnd === value.length;
  const at = edge === "start" ? selectionStart : selectionEnd;
  return isWholeSelected || at === (edge === "start" ? 0 : value.length);
}

function command({ key, shiftKey }: KeyboardEvent, cell: FocusedCell | null): boolean {
  switch (key.toLowerCase()) {
    case "z":
      if (shiftKey) redo();
      else undo();
      return true;
    case "y":
      redo();
      return true;
    case "d":
      return cell !== null && fillDown(cell);
    case "delete":
    case "backspace":
      return removeSelected();
    default:
      return false;
  }
}

/** The value above, or of the topmost selected row, into this cell, or into all selected rows. */
function fillDown({ row, column: index }: FocusedCell): boolean {
  const tenants = $scenario.get()?.fleet.tenants ?? [];
  const column = gridColumns[index];
  const selected = tenants.filter(({ id }) => $selected.get().has(id));
  const [from, ...into] = selected.length > 1 ? selected : [tenants[row - 1], tenants[row]];
  if (column === undefined || from === undefined) return true;
  const ids = into.flatMap((tenant) => (tenant === undefined ? [] : tenant.id));
  edit(fillColumn(column, from, ids));
  return true;
}

function removeSelected(): boolean {
  if ($selected.get().size === 0) return false;
  edit(removeTenants(commandFor($scenario.get()?.fleet.tenants ?? [])));
  $selected.set(new Set());
  return true;
}

/** A block of several cells is written over the table from this cell on; a single text is the field's own business. */
export function onTablePaste(event: ClipboardEvent<HTMLTableElement>): void {
  const cell = cellOf(event.target);
  const text = event.clipboardData.getData("text/plain");
  const block = blockOf(text, $scenario.get()?.fleet.currency ?? "");
  if (block === null && pasteIntoRange(event, text)) return;
  if (cell === null || block === null) return;
  event.preventDefault();
  if (block.isForImport) {
    openImport({ rows: text });
    return;
  }
  settle();
  // What was typed in the cell before is what was pasted now; its row may be another tenant's.
  const table = event.currentTarget;
  cell.element.blur();
  const { firstRow = cell.row, firstColumn = cell.column } = selectedBlock() ?? {};
  edit(pasteBlock(block.rows, firstRow, block.isNamed ? 0 : firstColumn));
  queueMicrotask(() => focusCell(table, cell.row, cell.column));
}

/** The range, or selected rows, as a spreadsheet takes them. */
export function onTableCopy(event: ClipboardEvent<HTMLTableElement>): void {
  if (copyRange(event)) return;
  const scenario = $scenario.get();
  const tenants = (scenario?.fleet.tenants ?? []).filter(({ id }) => $selected.get().has(id));
  if (scenario === null || tenants.length === 0) return;
  event.preventDefault();
  event.clipboardData.setData("text/plain", textOfRows(tenants, scenario.locale));
}
