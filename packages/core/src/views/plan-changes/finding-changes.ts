import type { FindingKind } from "../../base/findings/kinds.ts";
import type { FindingToCompare } from "./compared-plan.ts";

/** What is said of one plan and not of the other: what a plan cannot give first. */
export interface FindingChanges<Said> {
  readonly added: readonly Said[];
  readonly gone: readonly Said[];
}

const FIRST: readonly FindingKind[] = ["infeasible", "unmet-wish", "prices", "unknown"];

/** The statements that only one of two plans has. */
export function findingChanges<Said extends FindingToCompare>(
  base: readonly Said[],
  head: readonly Said[],
): FindingChanges<Said> {
  return { added: onlyIn(head, base), gone: onlyIn(base, head) };
}

function onlyIn<Said extends FindingToCompare>(own: readonly Said[], others: readonly Said[]): readonly Said[] {
  const known = new Set(others.map(keyOf));
  return own.filter((finding) => !known.has(keyOf(finding))).toSorted((a, b) => rankOf(a) - rankOf(b));
}

/** The same statement is one key, as `findingKey` has it of findings that are no document yet. */
function keyOf({ ruleId, message: { key, figures }, subject }: FindingToCompare): string {
  return JSON.stringify([ruleId, key, figures, subject]);
}

function rankOf({ kind }: FindingToCompare): number {
  const rank = FIRST.indexOf(kind);
  return rank < 0 ? FIRST.length : rank;
}

/** Whether it says that something cannot be given, as asked or at all. */
export function isShortfall({ kind }: Pick<FindingToCompare, "kind">): boolean {
  return kind === "infeasible" || kind === "unmet-wish";
}
