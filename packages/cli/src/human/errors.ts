import { InputError, type Problem, pathText, problemsOf } from "@nkp-planner/core";
import { paragraph } from "./layout.ts";

const MOST_SHOWN = 50;

/** Whether what a command threw is about what it was given, and no mistake of the program. */
export function isBadInput(error: unknown): error is InputError {
  return error instanceof InputError;
}

/** What a command threw: bad input without a stack, a mistake of ours with it. */
export function failureText(error: unknown): string {
  return isBadInput(error) ? errorText(error) : crashText(error);
}

/** Every problem on lines of its own: place, what was found, what was expected, the fix. */
function errorText(error: InputError): string {
  const { subject } = error;
  const problems = problemsOf(error);
  const shown = problems.slice(0, MOST_SHOWN).map((problem) => problemLines(subject, problem));
  const more = problems.length - shown.length;
  const rest = more > 0 ? [`… and ${more} more`] : [];
  const count = problems.length > 1 ? [`${problems.length} problems`] : [];
  return [...shown, ...rest, ...count].join("\n");
}

/** A mistake of the program, with the stack a report needs. */
function crashText(error: unknown): string {
  const stack = error instanceof Error ? error.stack : String(error);
  return `nkp-planner made a mistake; please report it with this text:\n${stack}`;
}

function problemLines(subject: string, { path, found, expected, fix, line, column }: Problem): string {
  const place = line === undefined ? subject : `${subject}:${line}:${column}`;
  const where = path.length === 0 ? "" : `  ${pathText(path)}`;
  return [`${place}${where}`, paragraph(`found ${found}, expected ${expected}`, "  "), paragraph(fix, "  ")].join("\n");
}
