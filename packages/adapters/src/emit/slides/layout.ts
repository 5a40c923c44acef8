import type { Box } from "./deck.ts";

/** A wide screen, 16:9, as PowerPoint has it. */
export const PAGE = { w: 13.333, h: 7.5 } as const;

const LEFT = 0.7;
const WIDTH = 11.93;
const TOP = 1.75;
const HEIGHT = 4.95;
const GAP = 0.5;
const HALF = (WIDTH - GAP) / 2;
const HEAD_HEIGHT = 0.4;
const NOTE_HEIGHT = 0.35;

export const TITLE: Box = { x: LEFT, y: 0.5, w: WIDTH, h: 1.05 };
export const FIRST_TITLE: Box = { x: LEFT, y: 2.2, w: WIDTH, h: 1.6 };
export const FOOTER: Box = { x: LEFT, y: 6.98, w: WIDTH - 1, h: 0.3 };
export const SLIDE_NUMBER: Box = { x: LEFT + WIDTH - 1, y: 6.98, w: 1, h: 0.3 };
/** A line of colour above the title. */
export const ACCENT: Box = { x: LEFT, y: 0.32, w: 0.9, h: 0.07 };
export const FIRST_ACCENT: Box = { x: LEFT, y: 1.85, w: 1.4, h: 0.1 };
/** Lines below the first slide's title. */
export const FIRST_LINES: Box = { x: LEFT, y: 4.1, w: WIDTH, h: 2 };

/** All below the title. */
export const BODY: Box = { x: LEFT, y: TOP, w: WIDTH, h: HEIGHT };
/** The same but for a line at its end. */
export const BODY_OVER_NOTE: Box = { ...BODY, h: HEIGHT - NOTE_HEIGHT - 0.1 };
export const NOTE: Box = { x: LEFT, y: TOP + HEIGHT - NOTE_HEIGHT, w: WIDTH, h: NOTE_HEIGHT };

/** Two columns, the n-th of them, with a head each. */
export function columnHead(column: 0 | 1): Box {
  return { x: LEFT + column * (HALF + GAP), y: TOP, w: HALF, h: HEAD_HEIGHT };
}

/** What stands below a column's head. */
export function columnBody(column: 0 | 1): Box {
  const { x, w } = columnHead(column);
  return { x, y: TOP + HEAD_HEIGHT + 0.1, w, h: HEIGHT - HEAD_HEIGHT - 0.1 };
}

/** A column without a head. */
export function column(at: 0 | 1): Box {
  return { ...columnHead(at), h: HEIGHT };
}
