import type { ChartSeries } from "../deck.ts";
import type { DeckLanguage } from "../language/deck-language.ts";

const MOST_TOLD = 8;

/** What a chart shows, in words for those who do not see it; longer ones are told by their first bars. */
export function chartInWords(
  categories: readonly string[],
  series: readonly ChartSeries[],
  language: DeckLanguage,
): string {
  const told = categories.slice(0, MOST_TOLD).map((category, index) => {
    const parts = series.map(({ name, values }) => `${name} ${language.number(values[index] ?? 0)}`);
    return `${category}: ${parts.join(", ")}.`;
  });
  const left = categories.length - told.length;
  return [...told, ...(left > 0 ? [language.say("more", { count: left })] : [])].join(" ");
}
