import { type Finding, findingOfProblem } from "@nkp-planner/core";

/** So many problems are told of at once; what comes after them is not read. */
export const MOST_PROBLEMS = 50;

/** In the order of their lines; of very many the first, and that there may be more. */
export function firstOf(found: readonly Finding[], name: string): readonly Finding[] {
  const problems = found.toSorted((a, b) => lineOf(a) - lineOf(b));
  if (problems.length < MOST_PROBLEMS) return problems;
  return [...problems.slice(0, MOST_PROBLEMS), moreThan(name)];
}

/** What stands in no line comes last. */
function lineOf({ subject }: Finding): number {
  return subject.in === "input" ? (subject.line ?? Number.MAX_SAFE_INTEGER) : Number.MAX_SAFE_INTEGER;
}

function moreThan(name: string): Finding {
  const found = `${MOST_PROBLEMS} problems or more`;
  const fix = "mend these first; what comes after them was not read";
  return findingOfProblem({ path: [], found, expected: "none", fix }, name);
}
