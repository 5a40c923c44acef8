import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { percentText, reportOf, tallyOf } from "./agree-report.ts";
import type { Verdict } from "./judge.ts";
import { judgedFile, MOSTLY_PERCENT, OF_LOSSES_PERCENT } from "./judges.ts";

const AGREED = 0;
const TOO_DIFFERENT = 1;
const NOT_JUDGED = 2;

const HELP = `Compares our answers with recorded answers of the real software.

Usage: pnpm agree FILE… [--at-least PERCENT]

  FILE                 recorded cases as JSON, such as those in test/oracle/
  --at-least PERCENT   share of answers of each file that must be the same, or
                       within the range of the real answers: 99 for 99 %
                       (default: ${MOSTLY_PERCENT}, and ${OF_LOSSES_PERCENT} where a loss is survived)

Exit codes: ${AGREED} every file agrees that much, ${TOO_DIFFERENT} one does not, or has fewer nodes
than the real software needs, ${NOT_JUDGED} bad usage or a file that cannot be read or is
of no known kind.
`;

/** Bad usage or a bad file: told in one sentence, never with a stack. */
class NotJudged extends Error {}

interface Request {
  readonly files: readonly string[];
  /** null: what is asked of a file's kind. */
  readonly atLeastPercent: number | null;
}

function requestOf(args: readonly string[]): Request | "help" {
  const { values, positionals } = parsed(args);
  if (values.help === true) return "help";
  if (positionals.length === 0) throw new NotJudged("no FILE given; see --help");
  return { files: positionals, atLeastPercent: percentOf(values["at-least"]) };
}

function percentOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  const percent = Number(text);
  if (text.trim() === "" || !(percent >= 0 && percent <= 100))
    throw new NotJudged(`--at-least: expected percent, a number from 0 to 100, found "${text}"`);
  if (percent > 0 && percent <= 1)
    throw new NotJudged(`--at-least: expected percent, found the ratio ${text}; write ${percent * 100}`);
  return percent;
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { "at-least": { type: "string" }, help: { type: "boolean", short: "h" } },
    });
  } catch (error) {
    throw new NotJudged(messageOf(error));
  }
}

function judgedAt(path: string) {
  const judged = judgedFile(jsonOf(path));
  if (judged === null) throw new NotJudged(`${path}: a file of no known kind`);
  if (judged.verdicts.length === 0) throw new NotJudged(`${path}: holds no cases`);
  return judged;
}

function jsonOf(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    throw new NotJudged(`${path}: ${messageOf(error)}`);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Where lines go: the process's own streams, or a test's. */
export interface Printer {
  log(text: string): void;
  error(text: string): void;
}

/** Judges and reports every file, also after a bad one. */
function agree({ files, atLeastPercent }: Request, printer: Printer): number {
  const all: Verdict[] = [];
  let code = AGREED;
  for (const path of files) {
    try {
      const judged = judgedAt(path);
      const asked = atLeastPercent ?? judged.atLeastPercent;
      all.push(...judged.verdicts);
      const { agreementPercent, unsafe } = tallyOf(judged.verdicts);
      printer.log(`${reportOf(path, judged.verdicts)}\n  at least ${asked} % asked${unsafeText(unsafe)}\n`);
      if (agreementPercent < asked || unsafe > 0) code = Math.max(code, TOO_DIFFERENT);
    } catch (error) {
      if (!(error instanceof NotJudged)) throw error;
      printer.error(error.message);
      code = NOT_JUDGED;
    }
  }
  if (all.length > 0) printer.log(totalOf(all));
  return code;
}

/** One answer that promises too much is too many. */
function unsafeText(unsafe: number): string {
  return unsafe === 0 ? "" : `; ${unsafe} promise with fewer nodes what does not hold, none may`;
}

function totalOf(verdicts: readonly Verdict[]): string {
  const { cases, different, agreementPercent } = tallyOf(verdicts);
  return `Total: ${cases} cases, ${different} different, agreement ${percentText(agreementPercent)}`;
}

/** Does as the arguments say and returns the exit code. */
export function main(args: readonly string[], printer: Printer): number {
  try {
    const request = requestOf(args);
    if (request !== "help") return agree(request, printer);
    printer.log(HELP.trimEnd());
    return AGREED;
  } catch (error) {
    if (!(error instanceof NotJudged)) throw error;
    printer.error(error.message);
    return NOT_JUDGED;
  }
}

if (import.meta.main) process.exitCode = main(process.argv.slice(2), console);
