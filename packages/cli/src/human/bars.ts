/** Ends of one bar around a base, as plain numbers: they only decide which characters are drawn. */
export interface Bar {
  readonly low: number;
  readonly base: number;
  readonly high: number;
}

/** Cells of a bar; an odd number would put the base in the middle of a symmetric one, and so does this. */
const BAR_WIDTH = 21;

const LOW_SIDE = "░";
const HIGH_SIDE = "█";
const BASE = "│";

/** What the characters mean. */
export const BAR_LEGEND = `${LOW_SIDE} towards its low end, ${HIGH_SIDE} towards its high end, ${BASE} the plan as it is`;

/** Bars on one scale, which runs from the least to the largest end of all. */
export function barsOf(bars: readonly Bar[]): readonly string[] {
  const ends = bars.flatMap(({ low, base, high }) => [low, base, high]);
  const least = Math.min(...ends);
  const width = Math.max(...ends) - least;
  const cellOf = (value: number) => (width === 0 ? 0 : Math.round(((value - least) / width) * (BAR_WIDTH - 1)));
  return bars.map(({ low, base, high }) => {
    const cells = Array.from({ length: BAR_WIDTH }, () => " ");
    const middle = cellOf(base);
    fill(cells, middle, cellOf(low), LOW_SIDE);
    fill(cells, middle, cellOf(high), HIGH_SIDE);
    cells[middle] = BASE;
    return cells.join("");
  });
}

function fill(cells: string[], from: number, to: number, character: string): void {
  for (let cell = Math.min(from, to); cell <= Math.max(from, to); cell += 1) cells[cell] = character;
}
