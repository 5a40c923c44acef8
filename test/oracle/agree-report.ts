import type { Verdict } from "./judge.ts";

/** How often a set of answers agrees with the recorded ones. */
export interface Tally {
  readonly cases: number;
  readonly same: number;
  readonly withinRange: number;
  readonly different: number;
  /** Of the different ones, those that promise what the real software does not keep. */
  readonly unsafe: number;
  /** Same and within range, of all cases. */
  readonly agreementPercent: number;
}

export function tallyOf(verdicts: readonly Verdict[]): Tally {
  const count = (outcome: Verdict["outcome"]) => verdicts.filter((verdict) => verdict.outcome === outcome).length;
  const [same, withinRange, different] = [count("same"), count("within-range"), count("different")];
  const unsafe = verdicts.filter(({ isUnsafe }) => isUnsafe === true).length;
  const cases = verdicts.length;
  return { cases, same, withinRange, different, unsafe, agreementPercent: (100 * (same + withinRange)) / cases };
}

const HEAD = ["category", "cases", "same", "within range", "different", "agreement"];
const WIDTHS = [20, 7, 7, 14, 11, 13];
const MOST_DIFFERENCES = 20;
const LONGEST_LINE = 200;

/** One file's table, a row a category, and its differences; the table is no wider than 80 columns. */
export function reportOf(name: string, verdicts: readonly Verdict[]): string {
  const categories = [...new Set(verdicts.map(({ category }) => category))];
  const rows = categories.map((category) =>
    rowOf(
      category,
      verdicts.filter((verdict) => verdict.category === category),
    ),
  );
  const all = categories.length > 1 ? [rowOf("all", verdicts)] : [];
  return [name, lineOf(HEAD), ...rows, ...all, ...differencesOf(verdicts)].join("\n");
}

function rowOf(category: string, verdicts: readonly Verdict[]): string {
  const { cases, same, withinRange, different, agreementPercent } = tallyOf(verdicts);
  return lineOf([category, ...[cases, same, withinRange, different].map(String), percentText(agreementPercent)]);
}

function lineOf(cells: readonly string[]): string {
  return cells.map((cell, index) => padded(cell, WIDTHS[index] ?? 0, index === 0)).join("");
}

function padded(cell: string, width: number, isText: boolean): string {
  if (!isText) return cell.padStart(width);
  return `  ${cell.length > width ? `${cell.slice(0, width - 1)}…` : cell.padEnd(width)}`;
}

/** Rounded down, so that 100.00 % means all. */
export function percentText(percent: number): string {
  return `${(Math.floor(percent * 100) / 100).toFixed(2)} %`;
}

function differencesOf(verdicts: readonly Verdict[]): readonly string[] {
  const different = verdicts.filter(({ outcome }) => outcome === "different");
  const lines = different.slice(0, MOST_DIFFERENCES).map(({ id, category, detail }) => {
    const line = `  ${id} ${category}: ${detail ?? "different"}`;
    return line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)}…` : line;
  });
  const rest = different.length - lines.length;
  return rest > 0 ? [...lines, `  and ${rest} more`] : lines;
}
