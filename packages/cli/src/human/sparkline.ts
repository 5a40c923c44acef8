const BARS = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"] as const;

/** Numbers as bars, the smallest lowest; all alike are half high. */
export function sparkline(values: readonly number[]): string {
  const least = Math.min(...values);
  const range = Math.max(...values) - least;
  const half = Math.floor(BARS.length / 2);
  const barOf = (value: number) => (range === 0 ? half : Math.round(((value - least) / range) * (BARS.length - 1)));
  return values.map((value) => BARS[barOf(value)]).join("");
}
