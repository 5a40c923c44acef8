import {
  type Audience,
  optionHelp,
  optionWords,
  type Report,
  type ReportContent,
  type ReportOf,
  type ReportRequest,
  type ReportSubjects,
  reportsOf,
} from "@nkp-planner/adapters";
import { InputError } from "@nkp-planner/core";
import { modelIds } from "./flags.ts";
import { STANDARD_OUTPUT, writeOutput } from "./output-file.ts";
import type { ShellProcess } from "./shell.ts";

/** What commands print: text for people, their documented JSON, or a report by its id. */
export type FormatId = string & { readonly isFormatId: true };

const HUMAN = "human" as FormatId;
export const JSON_DOCUMENT = "json" as FormatId;

/** Words of the reports that a command can write. @param audience whoever may read them; everybody where left out */
function reportIds(of: ReportOf, audience?: Audience): readonly FormatId[] {
  return fitting(of, audience).map(({ id }) => id as FormatId);
}

/** The `--format` flag of a command that writes reports too. */
export function formatFlagFor(of: ReportOf, audience?: Audience) {
  return {
    kind: "enum",
    values: [HUMAN, JSON_DOCUMENT, ...reportIds(of, audience)],
    default: HUMAN,
    brief: "What to print: text, the documented JSON, or a report listed below",
  } as const;
}

/** What help says of the reports of a command. */
export function reportLines(of: ReportOf, audience?: Audience): readonly string[] {
  return fitting(of, audience).flatMap(({ id, title, options }) => [
    `  --format ${id.padEnd(LONGEST_ID)}  ${title}`,
    ...optionHelp(options).map(({ name, description }) => `    --option ${name}=…  ${description}`),
  ]);
}

const LONGEST_ID = 13;

/** A command's own JSON stands for the report of the same document. */
function fitting<Of extends ReportOf>(of: Of, audience: Audience | undefined): readonly Report<Of>[] {
  return reportsOf(of).filter(
    ({ id, audiences }) => id !== `${of}-json` && (audience === undefined || audiences.includes(audience)),
  );
}

/** undefined: a format of the command's own. */
export function reportOf<Of extends ReportOf>(of: Of, format: FormatId): Report<Of> | undefined {
  return reportsOf(of).find(({ id }) => id === format);
}

export interface OutputFlags {
  readonly out?: string;
  readonly force: boolean;
  readonly option?: readonly string[];
}

/** Writes a report to the file asked for, or to standard output where it is text. */
export async function printReport<Of extends ReportOf>(
  report: Report<Of>,
  subject: ReportSubjects[Of],
  request: Omit<ReportRequest, "options">,
  flags: OutputFlags,
  process: ShellProcess,
): Promise<void> {
  if (report.file.isBinary) requireOut(flags.out, report.file.name, process);
  const options = optionWords(flags.option ?? [], "--option");
  await printContent(await report.write(subject, { ...request, options }), flags, process);
}

/** Writes text or bytes to the file asked for, or to standard output. */
export async function printContent(
  content: ReportContent,
  { out, force }: { readonly out?: string | undefined; readonly force: boolean },
  { stdout }: ShellProcess,
): Promise<void> {
  if (out === undefined || out === STANDARD_OUTPUT) stdout.write(content);
  else await writeOutput(out, content, { isForced: force });
}

/** Output that no terminal shows must have a file, or a reader. @throws InputError where it has none */
export function requireOut(out: string | undefined, fileName: string, { stdout }: ShellProcess): void {
  const isShown = stdout.isTTY === true;
  if (out !== undefined && !(out === STANDARD_OUTPUT && isShown)) return;
  const found = "bytes without a file to write";
  throw new InputError("--format", [{ path: [], found, expected: "--out FILE", fix: `add --out ${fileName}` }]);
}

/** @throws InputError where a format holds one plan and several were made */
export function onlyOne<Value>([one, ...others]: readonly Value[], format: FormatId): Value {
  if (one !== undefined && others.length === 0) return one;
  const fix = `add one --model: ${modelIds.join(", ")}`;
  throw new InputError("--format", [
    { path: [], found: `${format} of ${others.length + 1} models`, expected: "one model", fix },
  ]);
}
