const BARS = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"] as const;

/** Numbers as bars between two bounds, so that several rows of them can be compared. */
export function sparkline(values: readonly number[], { least, most }: { least: number; most: number }): string {
  const range = most - least;
  const place = (value: number) => (range === 0 ? 0 : Math.round(((value - least) / range) * (BARS.length - 1)));
  return values.map((value) => BARS[place(value)]).join("");
}
