import { InputError } from "@nkp-planner/core";
import { type Meanings, systemWords } from "./system-words.ts";

/** An error of the system as bad input, with a sentence; every other one as it is. */
export function explained(subject: string, error: unknown, expected: string, own: Meanings = {}): unknown {
  const words = systemWords(error, own);
  return words === undefined ? error : refused(subject, words.found, expected, words.fix);
}

export function refused(subject: string, found: string, expected: string, fix: string): InputError {
  return new InputError(subject, [{ code: "unreadable", path: [], found, expected, fix }]);
}
