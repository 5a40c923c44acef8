import { visible } from "@nkp-planner/core";
import type { Ink } from "./ink.ts";
import { clip, PAGE_WIDTH, padEnd, padStart, widthOf, wrap } from "./layout.ts";

export interface Column {
  readonly title: string;
  readonly align: "left" | "right";
}

/** A cell's text, and how it is set off. */
export type Cell = string | { readonly text: string; readonly ink: (text: string) => string };

const GAP = "  ";
const NARROWEST = 8;

/**
 * Rows under headings, no wider than the page: columns are as wide as their content, and where that is too
 * much the widest left-aligned column gives way.
 */
export function table(columns: readonly Column[], rows: readonly (readonly Cell[])[], ink: Ink): string {
  const widths = fittingWidths(columns, rows);
  const headings = columns.map(({ title }, index) => wrap(title, Math.max(1, widths[index] ?? 0)));
  const height = Math.max(...headings.map((lines) => lines.length));
  const head = Array.from({ length: height }, (_, line) =>
    columns.map((_column, index) => {
      const lines = headings[index] ?? [];
      return lines[line - (height - lines.length)] ?? "";
    }),
  ).map((cells) => ink.quiet(rowText(cells, columns, widths)));
  const body = rows.map((cells) => rowText(cells, columns, widths));
  return [...head, ink.quiet(widths.map((width) => "─".repeat(width)).join(GAP)), ...body].join("\n");
}

/** A row as lines: text of left-aligned columns wraps, numbers never break. */
function rowText(cells: readonly Cell[], columns: readonly Column[], widths: readonly number[]): string {
  const wrapped = columns.map(({ align }, index) => {
    const text = textOf(cells[index] ?? "");
    const width = widths[index] ?? 0;
    return align === "left" && widthOf(text) > width ? wrap(text, width) : [clip(text, width)];
  });
  const height = Math.max(...wrapped.map((lines) => lines.length));
  const lines = Array.from({ length: height }, (_, line) =>
    columns
      .map(({ align }, index) => {
        const cell = cells[index] ?? "";
        const text = wrapped[index]?.[line] ?? "";
        const padded = align === "left" ? padEnd(text, widths[index] ?? 0) : padStart(text, widths[index] ?? 0);
        return typeof cell === "string" ? padded : cell.ink(padded);
      })
      .join(GAP)
      .trimEnd(),
  );
  return lines.join("\n");
}

function fittingWidths(columns: readonly Column[], rows: readonly (readonly Cell[])[]): readonly number[] {
  const widths = columns.map(({ title }, index) => {
    const words = title.split(" ").map(widthOf);
    const cells = rows.map((cells) => widthOf(textOf(cells[index] ?? "")));
    return [...words, ...cells].reduce((widest, width) => Math.max(widest, width), 0);
  });
  const room = PAGE_WIDTH - GAP.length * (columns.length - 1);
  for (let total = sum(widths); total > room; total = sum(widths)) {
    const giving = columns
      .map(({ align }, index) => ({ index, width: align === "left" ? (widths[index] ?? 0) : 0 }))
      .reduce((widest, one) => (one.width > widest.width ? one : widest));
    if (giving.width <= NARROWEST) break;
    widths[giving.index] = Math.max(NARROWEST, giving.width - (total - room));
  }
  return widths;
}

function textOf(cell: Cell): string {
  return visible(typeof cell === "string" ? cell : cell.text);
}

function sum(widths: readonly number[]): number {
  return widths.reduce((total, width) => total + width, 0);
}
