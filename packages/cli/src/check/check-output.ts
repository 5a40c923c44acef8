import { resolve } from "node:path";
import { commentMarker } from "@nkp-planner/adapters";
import { type CheckResult, checkFormats, type ReportedBy } from "@nkp-planner/adapters/check";
import { InputError } from "@nkp-planner/core";
import { markerFlag, outputFlags } from "../flags.ts";
import type { FormatId } from "../formats.ts";
import { checkRestText, checkText, droppedText } from "../human/check.ts";
import { inkFor, PLAIN } from "../human/ink.ts";
import { STANDARD_OUTPUT, writeOutput } from "../output-file.ts";
import type { ShellProcess } from "../shell.ts";
import { version } from "../version.ts";
import { type ReportFile, reportFlag, writeReports } from "./report-files.ts";
import { appendSummary } from "./summary-file.ts";

const HUMAN = "human" as FormatId;
const LONGEST_ID = Math.max(...checkFormats.map(({ id }) => id.length));
const text = (input: string): string => input;

/** Where what a check found goes, and as what. */
export const checkOutputFlags = {
  format: {
    kind: "enum",
    values: [HUMAN, ...checkFormats.map(({ id }) => id as FormatId)],
    default: HUMAN,
    brief: "What to print: text, or a format listed below",
  },
  out: {
    ...outputFlags.out,
    brief: "File for the format, the text is printed beside it (default: the format is printed)",
  },
  force: outputFlags.force,
  summary: {
    kind: "parsed",
    parse: text,
    optional: true,
    brief: "File to add a summary to as Markdown, such as $GITHUB_STEP_SUMMARY (default: none)",
    placeholder: "FILE",
  },
  report: reportFlag,
  marker: markerFlag,
} as const;

export interface CheckOutputFlags {
  readonly format: FormatId;
  readonly out?: string;
  readonly force: boolean;
  readonly summary?: string;
  readonly report?: readonly ReportFile[];
  readonly marker?: string;
}

/** What help says of the formats. */
export const formatLines: readonly string[] = checkFormats.map(
  ({ id, title }) => `  --format ${id.padEnd(LONGEST_ID)}  ${title}`,
);

/** @throws InputError where they contradict each other, before anything is read */
export function requireOutput({ format, out, summary, report = [], marker }: CheckOutputFlags): void {
  const formats = [format, ...report.map((one) => one.format.id)];
  if (marker !== undefined && !formats.includes("markdown"))
    throw contradiction("--marker", `a name of a comment with --format ${formats.join(", ")}`, "--format markdown");
  if (marker !== undefined) commentMarker("check", marker);
  const files = [
    ...(out === undefined || out === STANDARD_OUTPUT ? [] : [{ flag: "--out", path: out }]),
    ...report.map(({ path }) => ({ flag: "--report", path })),
    ...(summary === undefined ? [] : [{ flag: "--summary", path: summary }]),
  ];
  for (const [index, { flag, path }] of files.entries()) {
    const same = files.slice(0, index).find((one) => resolve(one.path) === resolve(path));
    if (same !== undefined) throw contradiction(flag, `the file of ${same.flag}`, "another one");
  }
}

function contradiction(flag: string, found: string, expected: string): InputError {
  return new InputError(flag, [{ path: [], found, expected, fix: `change it, or leave ${flag} out` }]);
}

/**
 * Writes what was found into the files asked for, then prints it.
 * @throws InputError where a file may not be written: then nothing is printed
 */
export async function writeCheck(result: CheckResult, flags: CheckOutputFlags, process: ShellProcess): Promise<void> {
  const { stdout, stderr, env } = process;
  const { out, force, summary, report = [], marker } = flags;
  const about: ReportedBy = { version, ...(marker === undefined ? {} : { marker }) };
  const format = checkFormats.find(({ id }) => id === flags.format);
  const dropped = format?.dropped?.(result) ?? null;
  const isPrinted = out === undefined || out === STANDARD_OUTPUT;
  const content = format === undefined ? "" : format.write(result, about);
  if (!isPrinted)
    await writeOutput(out, format === undefined ? checkText(result, PLAIN) : content, { isForced: force });
  const droppedOfReports = await writeReports(report, result, about, force);
  const unfit = summary === undefined ? null : await appendSummary(summary, result);
  if (format !== undefined && isPrinted) {
    stdout.write(content);
    // Not every format has a place for what is to be known of the check: that goes beside it.
    stderr.write(checkRestText(result, dropped));
  } else {
    stdout.write(checkText(result, inkFor(stdout, env)));
    if (dropped !== null) stderr.write(droppedText(dropped));
  }
  for (const one of droppedOfReports) stderr.write(droppedText(one));
  if (unfit !== null) stderr.write(droppedText(unfit));
}
