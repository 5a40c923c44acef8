import type { Finding } from "../../base/findings/finding.ts";
import type { MessageValue } from "../../base/findings/messages.ts";
import type { Problem } from "../../base/findings/problem.ts";
import type { InputPlace } from "../../base/findings/subject.ts";
import type { CalendarFacts } from "../../input/calendar-facts.ts";
import { list, text } from "../../plan/rules/figures.ts";
import { type CalendarKey, calendarFinding } from "../calendar-texts.ts";

/** A file of objects that was read. */
export interface CalendarGiven {
  /** What it is called, for people. */
  readonly name: string;
  readonly value: CalendarFacts;
  placeOf(path: Problem["path"]): { readonly line: number; readonly column: number } | undefined;
}

/** Facts over which a file's were laid, and what is to be said of it. */
export interface Told<Facts> {
  readonly facts: Facts;
  readonly findings: readonly Finding[];
}

/** Whose word an object is, of which no public source is known. */
export const FROM_VENDOR = { confidence: "documented" as const, sources: [] as string[] };

const ID = "calendar";

/** Where an object of a file stands. */
export function placeIn(given: CalendarGiven, ...path: readonly [keyof CalendarFacts, number] | []): InputPlace {
  return { in: "input", file: given.name, path: [], ...(path.length === 0 ? {} : given.placeOf(path)) };
}

/** A statement about a file, or an object of it. */
export function toldFinding(
  key: CalendarKey,
  figures: Readonly<Record<string, MessageValue>>,
  subject: InputPlace,
): Finding {
  return calendarFinding(ID, key, { figures, subject });
}

/** That a fact of an object stands over another. @param own what was there before, and who has said so */
export function replaced(what: string, said: string, own: string, subject: InputPlace): Finding {
  return toldFinding("told-replaced", { what: text(what), said: text(said), own: text(own) }, subject);
}

/** What objects of a file do not say, and what is taken instead; nothing where all do. */
export function unsaid(
  what: string,
  versions: readonly string[],
  taken: string,
  given: CalendarGiven,
): readonly Finding[] {
  if (versions.length === 0) return [];
  const figures = { what: text(what), versions: list(versions), taken: text(taken) };
  return [toldFinding("told-missing", figures, placeIn(given))];
}
