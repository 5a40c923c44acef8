import type { ChartPart } from "../deck.ts";
import { cleanText } from "./clean-text.ts";

/** The categories of a chart as they are drawn: those that are written alike are several bars, each with its number. */
export function chartLabels({ categories }: ChartPart): readonly string[] {
  const seen = new Map<string, number>();
  return categories.map(cleanText).map((label) => {
    const count = (seen.get(label) ?? 0) + 1;
    seen.set(label, count);
    return count === 1 ? label : `${label} (${count})`;
  });
}
