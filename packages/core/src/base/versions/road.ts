import { type Finding, findingOf } from "../findings/finding.ts";
import type { Problem } from "../findings/problem.ts";
import { pathText, shown } from "../shown.ts";
import { lostParts } from "./lost-parts.ts";
import type { VersionChange, VersionStep, Written } from "./step.ts";

/** The way from every form that there was to the one of today. */
export interface Road {
  /** The key that holds the version. */
  readonly key: string;
  readonly today: string;
  /** The oldest first, each beginning where the one before it ends. */
  readonly steps: readonly VersionStep[];
}

/** What was given, in the form of today where there is a way to it. */
export interface Brought {
  readonly data: unknown;
  /** What became of its parts on the way. */
  readonly said: readonly Finding[];
  /** Why it cannot be read: then nothing else of it is to be looked at. */
  readonly problems: readonly Problem[];
}

/** Brings a file or document to the form of today: told where it came from an older one, refused where it is of a later. */
export function broughtToday(given: unknown, { key, today, steps }: Road): Brought {
  const said: Finding[] = [];
  let data = given;
  for (const step of steps) {
    if (!isWritten(data) || versionIn(data, key) !== step.from) continue;
    const taken = step.take(data);
    if ("problem" in taken) return { data, said, problems: [taken.problem] };
    const next = { ...taken.data, [key]: step.to };
    const lost = lostParts(data, next, [[key], ...taken.changes.map(({ path }) => path)]);
    said.push(...taken.changes.map((change) => changed(step, change)), ...lost.map((path) => leftOut(step, path)));
    data = next;
  }
  return { data, said, problems: isWritten(data) ? laterProblems(data, key, today) : [] };
}

function isWritten(value: unknown): value is Written {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function versionIn(data: Written, key: string): unknown {
  return Object.hasOwn(data, key) ? data[key] : undefined;
}

function laterProblems(data: Written, key: string, today: string): readonly Problem[] {
  const version = versionIn(data, key);
  if (typeof version !== "string" || !isLater(version, today)) return [];
  return [
    {
      code: "from-the-future",
      path: [key],
      found: `${shown(version)}, the form of a later planner`,
      expected: `${shown(today)}, or an older form`,
      fix: "update nkp-planner, or have it written by one of this version",
    },
  ];
}

/** What stands before the numbers, and up to three of them: `nkp-planner/v1`, `2.0`. */
const VERSION = /^(\D{0,40})(\d{1,6})(?:\.(\d{1,6}))?(?:\.(\d{1,6}))?$/;

function isLater(version: string, today: string): boolean {
  const [found, ours] = [VERSION.exec(version), VERSION.exec(today)];
  if (found === null || ours === null || found[1] !== ours[1]) return false;
  const differences = [2, 3, 4].map((part) => Number(found[part] ?? 0) - Number(ours[part] ?? 0));
  return (differences.find((difference) => difference !== 0) ?? 0) > 0;
}

function changed({ from, to }: VersionStep, { path, sentence }: VersionChange): Finding {
  return said("older-form", { from, to, sentence }, path);
}

function leftOut({ from, to }: VersionStep, path: Problem["path"]): Finding {
  return said("older-form.left-out", { from, to, place: pathText(path) }, path);
}

function said(
  key: "older-form" | "older-form.left-out",
  words: Readonly<Record<string, string>>,
  path: Problem["path"],
): Finding {
  const figures = Object.fromEntries(Object.entries(words).map(([name, value]) => [name, { kind: "text", value }]));
  return findingOf("input", key, {
    figures: figures as Record<string, { kind: "text"; value: string }>,
    subject: { in: "input", path },
  });
}
