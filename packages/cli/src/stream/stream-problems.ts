import { type Finding, findingOfProblem } from "@nkp-planner/core";

/** So many problems are told of at once; what comes after them is not read. */
export const MOST_PROBLEMS = 50;

/** Of very many the first, and that there may be more. */
export function firstOf(problems: readonly Finding[], name: string): readonly Finding[] {
  if (problems.length < MOST_PROBLEMS) return problems;
  const found = `${MOST_PROBLEMS} problems or more`;
  const fix = "mend these first; what comes after them was not read";
  return [...problems.slice(0, MOST_PROBLEMS), findingOfProblem({ path: [], found, expected: "none", fix }, name)];
}
