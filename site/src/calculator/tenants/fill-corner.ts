import type { MouseEvent } from "react";
import { fillBlockDown } from "../../state/block-edits.ts";
import { $range, type Place, selectedBlock } from "../../state/range.ts";
import { edit, settle } from "../../state/store.ts";

/** The corner of the cell in focus, drawn down over others: they take what stands in it. With keys it is Ctrl+D. */

/** How far from the end of a cell the pointer still means its corner; its mark is drawn in the style sheet. */
const REACH_PX = 10;

/** Begins where the corner is pressed; false: it was another place. @param place of the cell under the pointer */
export function pressCorner(event: MouseEvent<HTMLTableElement>, place: Place | null): boolean {
  const cell = event.target instanceof HTMLElement ? event.target.closest("td") : null;
  if (place === null || event.button !== 0 || event.shiftKey || selectedBlock() !== null) return false;
  if (cell === null || !cell.contains(document.activeElement)) return false;
  const { right, bottom } = cell.getBoundingClientRect();
  if (right - event.clientX > REACH_PX || bottom - event.clientY > REACH_PX) return false;
  event.preventDefault();
  drawnFrom = place;
  document.addEventListener("mouseup", letGo, { once: true });
  return true;
}

let drawnFrom: Place | null = null;

/** Selects what the corner has been drawn over; false: it is not being drawn. */
export function drawCorner(place: Place | null): boolean {
  if (drawnFrom === null) return false;
  if (place !== null)
    $range.set({ anchor: drawnFrom, end: { row: Math.max(place.row, drawnFrom.row), column: drawnFrom.column } });
  return true;
}

function letGo(): void {
  const block = selectedBlock();
  if (drawnFrom !== null && block !== null) {
    settle();
    edit(fillBlockDown(block));
  }
  drawnFrom = null;
}
