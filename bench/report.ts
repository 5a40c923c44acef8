/** Rows of cells, the first column to the left and figures to the right, two spaces apart. */
export function tableText(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...lines.map((line) => (line[column] ?? "").length)));
  const lineText = (line: readonly string[]) =>
    widths.map((width, column) => pad(line[column] ?? "", width, column)).join("  ");
  return lines.map((line) => `  ${lineText(line).trimEnd()}`).join("\n");
}

function pad(text: string, width: number, column: number): string {
  return column === 0 ? text.padEnd(width) : text.padStart(width);
}

/** A part of the report under its heading, with sentences that say what the figures mean. */
export function printPart(title: string, notes: readonly string[], ...tables: readonly string[]): void {
  console.log([title, ...notes.map((note) => `  ${note}`), "", ...tables, ""].join("\n"));
}

const MS_PER_SECOND = 1000;
/** Below so many ms a time is written in ms. */
const SHORT_MS = 1000;

export function timeText(ms: number): string {
  return ms < SHORT_MS ? `${figureText(ms)} ms` : `${figureText(ms / MS_PER_SECOND)} s`;
}

/** How many a second. */
export function perSecondText(count: number, ms: number): string {
  return figureText((count / ms) * MS_PER_SECOND);
}

/** Three figures that count; whole from 100 on, with commas between thousands. */
export function figureText(value: number): string {
  if (value >= 100) return Math.round(value).toLocaleString("en-US");
  return value.toFixed(value >= 10 ? 1 : 2);
}

/** Whether an aim is met, said in one word: a missed aim fails nothing. */
export function aimText(isMet: boolean): string {
  return isMet ? "met" : "missed";
}
