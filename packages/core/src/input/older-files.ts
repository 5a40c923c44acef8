import type { Finding } from "../base/findings/finding.ts";
import { InputError } from "../base/findings/input-error.ts";
import { type Brought, broughtToday, type Road } from "../base/versions/road.ts";
import type { VersionStep } from "../base/versions/step.ts";
import { API_VERSION } from "./file-head.ts";

/** One line a step, the oldest first. None so far: every file that the planner ever read is of the first form. */
const STEPS: readonly VersionStep[] = [];

const ROAD: Road = { key: "apiVersion", today: API_VERSION, steps: STEPS };

/** A file in the form of today. */
export interface FileOfToday {
  readonly data: unknown;
  /** What its reading had to change or leave out; absent: nothing. */
  readonly said?: readonly Finding[];
}

/** Brings a file that people write to the form of today. @throws InputError where there is no way to it */
export function fileOfToday(given: unknown, subject: string): FileOfToday {
  const { data, said, problems } = broughtFile(given);
  if (problems.length > 0) throw new InputError(subject, problems);
  return said.length === 0 ? { data } : { data, said };
}

/** The same for a reader, which knows where problems stand in the text. */
export function broughtFile(given: unknown): Brought {
  return broughtToday(given, ROAD);
}
