import type { ListPart } from "../deck.ts";
import { cutToLines, lineCount, linesHeight } from "./text-width.ts";

/** Room before each entry but the first, in points. */
export const SPACE_BEFORE = 6;
const POINTS_PER_INCH = 72;
/** What the bullet takes of the width, in inches. */
export const BULLET_WIDTH = 0.22;
/** A single sentence takes no more lines than this. */
const MOST_LINES = 4;

/** The entries of a list that find room in its box, the last of them saying how many more there are. */
export function fittedItems({ items, box, points, more }: ListPart): readonly string[] {
  const width = box.w - BULLET_WIDTH;
  const cut = items.map((item) => cutToLines(item, width, points, MOST_LINES));
  const heights = cut.map(
    (item) => linesHeight(lineCount(item, width, points), points) + SPACE_BEFORE / POINTS_PER_INCH,
  );
  const sum = (count: number) => heights.slice(0, count).reduce((a, b) => a + b, 0);
  if (sum(cut.length) <= box.h) return cut;
  const last = linesHeight(1, points) + SPACE_BEFORE / POINTS_PER_INCH;
  let kept = cut.length - 1;
  while (kept > 0 && sum(kept) + last > box.h) kept -= 1;
  return [...cut.slice(0, kept), more(items.length - kept)];
}
