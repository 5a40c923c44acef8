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

/** A bar's name and what it comes to. */
export function withAmount(name: string, amount: string): string {
  return `${name}: ${amount}`;
}

const THOUSAND = 1000;
const MILLION = 1_000_000;
/** Parts of a bar that are smaller than this part of the longest one have no room for a number. */
const LEAST_PART = 0.04;

/**
 * How parts of bars are written: too small ones are not. The sign between thousands is written out, because
 * `#,##0` is shown with that of the reader's system and not with that of the deck's language.
 * @see https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-ranges-set-format
 */
export function partFormat(series: readonly ChartSeries[], language: DeckLanguage): string {
  const bars = (series[0]?.values ?? []).map((_, at) => series.reduce((sum, { values }) => sum + (values[at] ?? 0), 0));
  const longest = Math.max(0, ...bars);
  const least = Math.max(1, Math.ceil(longest * LEAST_PART));
  const group = `\\${language.number(THOUSAND).replaceAll(/\d/g, "")}`;
  if (longest >= MILLION) return `[>=${MILLION}]0${group}000${group}000;[>=${Math.max(least, THOUSAND)}]0${group}000;`;
  if (least >= THOUSAND) return `[>=${least}]0${group}000;`;
  return `[>=${THOUSAND}]0${group}000;[>=${least}]0;`;
}
