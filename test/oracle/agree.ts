import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { percentText, reportOf, tallyOf } from "./agree-report.ts";
import type { Verdict } from "./judge.ts";
import { verdictsOn } from "./judges.ts";

const DEFAULT_AT_LEAST = "99";
const AGREED = 0;
const TOO_DIFFERENT = 1;
const NOT_JUDGED = 2;

const HELP = `Compares our answers with recorded answers of the real software.

Usage: pnpm agree FILE… [--at-least PERCENT]

  FILE                 recorded cases as JSON, such as those in test/oracle/
  --at-least PERCENT   share of answers of each file that must be the same, or
                       within the range of the real answers (default: ${DEFAULT_AT_LEAST})

Exit codes: ${AGREED} every file agrees that much, ${TOO_DIFFERENT} one does not, ${NOT_JUDGED} bad usage or a file
that cannot be read or is of no known kind.
`;

/** Bad usage or a bad file: told in one sentence, never with a stack. */
class NotJudged extends Error {}

interface Request {
  readonly files: readonly string[];
  readonly atLeastPercent: number;
}

function requestOf(args: readonly string[]): Request | "help" {
  const { values, positionals } = parsed(args);
  if (values.help === true) return "help";
  const atLeastPercent = Number(values["at-least"]);
  if (values["at-least"].trim() === "" || !(atLeastPercent >= 0 && atLeastPercent <= 100)) {
    throw new NotJudged(`--at-least: expected a number from 0 to 100, found "${values["at-least"]}"`);
  }
  if (positionals.length === 0) throw new NotJudged("no FILE given; see --help");
  return { files: positionals, atLeastPercent };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { "at-least": { type: "string", default: DEFAULT_AT_LEAST }, help: { type: "boolean", short: "h" } },
    });
  } catch (error) {
    throw new NotJudged(messageOf(error));
  }
}

function verdictsOnFile(path: string): readonly Verdict[] {
  const verdicts = verdictsOn(jsonOf(path));
  if (verdicts === null) throw new NotJudged(`${path}: a file of no known kind`);
  if (verdicts.length === 0) throw new NotJudged(`${path}: holds no cases`);
  return verdicts;
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
      const verdicts = verdictsOnFile(path);
      all.push(...verdicts);
      printer.log(`${reportOf(path, verdicts)}\n`);
      if (tallyOf(verdicts).agreementPercent < atLeastPercent) code = Math.max(code, TOO_DIFFERENT);
    } catch (error) {
      if (!(error instanceof NotJudged)) throw error;
      printer.error(error.message);
      code = NOT_JUDGED;
    }
  }
  if (all.length > 0) printer.log(totalOf(all, atLeastPercent));
  return code;
}

function totalOf(verdicts: readonly Verdict[], atLeastPercent: number): string {
  const { cases, different, agreementPercent } = tallyOf(verdicts);
  return `Total: ${cases} cases, ${different} different, agreement ${percentText(agreementPercent)}, at least ${atLeastPercent} % asked`;
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
