import type { ListPart } from "../deck.ts";
import { cutToLines, lineCount, linesHeight } from "./text-width.ts";

/** Room before each entry but the first, in points. */
export const SPACE_BEFORE = 6;
const POINTS_PER_INCH = 72;
/** What the bullet takes of the width, in inches. */
export const BULLET_WIDTH = 0.22;
/** A single sentence takes no more lines than this. */
const MOST_LINES = 4;
/** Below it nobody in a room reads a list. */
const SMALLEST = 13;

export interface FittedList {
  readonly items: readonly string[];
  readonly points: number;
}

/** A list as it finds room in its box: smaller where that is enough, else its first entries and how many more there are. */
export function fittedList(list: ListPart): FittedList {
  for (let points = list.points; points >= SMALLEST; points -= 1) {
    const items = cutItems(list, points);
    if (heightOf(items, list, points) <= list.box.h) return { items, points };
  }
  const points = Math.min(list.points, SMALLEST);
  const items = cutItems(list, points);
  const last = linesHeight(1, points) + SPACE_BEFORE / POINTS_PER_INCH;
  let kept = items.length - 1;
  while (kept > 0 && heightOf(items.slice(0, kept), list, points) + last > list.box.h) kept -= 1;
  return { items: [...items.slice(0, kept), list.more(items.length - kept)], points };
}

const widthOf = ({ box }: ListPart) => box.w - BULLET_WIDTH;

function cutItems(list: ListPart, points: number): readonly string[] {
  return list.items.map((item) => cutToLines(item, widthOf(list), points, MOST_LINES));
}

function heightOf(items: readonly string[], list: ListPart, points: number): number {
  return items.reduce(
    (sum, item) => sum + linesHeight(lineCount(item, widthOf(list), points), points) + SPACE_BEFORE / POINTS_PER_INCH,
    0,
  );
}
