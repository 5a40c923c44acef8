import {
  type Finding,
  fileOf,
  InputError,
  nearest,
  PlanningStopped,
  pathText,
  problemOf,
  visible,
} from "@nkp-planner/core";
import { type ApplicationText, ArgumentScannerError } from "@stricli/core";
import { EXIT } from "../shell.ts";
import { crashText } from "./crash.ts";
import { paragraph } from "./paragraph.ts";
import { stoppedText } from "./stopped.ts";
import { usageText } from "./usage.ts";

const MOST_SHOWN = 50;

/** With which code a program ends whose command threw. */
export function exitCodeOf(error: unknown): number {
  if (error instanceof PlanningStopped) return EXIT.refused;
  return isBadInput(error) ? EXIT.badInput : EXIT.crash;
}

/** Whether what a command threw is about what it was given, and no mistake of the program. */
function isBadInput(error: unknown): error is InputError {
  return error instanceof InputError;
}

/** What is said where a command does not come to its end, or to its beginning. @param name the command's */
export function textsOf(
  name: string,
): Pick<ApplicationText, "exceptionWhileParsingArguments" | "exceptionWhileRunningCommand"> {
  return {
    exceptionWhileParsingArguments: (error) =>
      error instanceof ArgumentScannerError ? usageText(error, name, nearest) : failureText(error),
    exceptionWhileRunningCommand: failureText,
  };
}

/** What a command threw: bad input and a limit without a stack, a mistake of ours with it. */
function failureText(error: unknown): string {
  if (error instanceof PlanningStopped) return stoppedText(error);
  return isBadInput(error) ? errorText(error) : crashText(error);
}

/** Every problem on lines of its own: place, what was found, what was expected, the fix. */
function errorText(error: InputError): string {
  const { findings } = error;
  const shown = findings.slice(0, MOST_SHOWN).map((finding) => findingLines(finding, error.subject));
  const more = findings.length - shown.length;
  const rest = more > 0 ? [`… and ${more} more`] : [];
  const count = findings.length > 1 ? [`${findings.length} problems`] : [];
  return [...shown, ...rest, ...count].join("\n");
}

function findingLines(finding: Finding, otherwise: string): string {
  const { path, found, expected, fix, line, column } = problemOf(finding);
  const file = fileOf(finding) ?? otherwise;
  const place = visible([file, line, column].filter((part) => part !== undefined).join(":"));
  const where = path.length === 0 ? "" : `  ${pathText(path)}`;
  return [`${place}${where}`, paragraph(`found ${found}, expected ${expected}`, "  "), paragraph(fix, "  ")].join("\n");
}
