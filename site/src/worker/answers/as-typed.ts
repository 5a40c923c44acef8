import type { Problem } from "@nkp-planner/core";
import type { Planned } from "../answer.ts";

/** A problem of what is planned, at its row on the page: who is not under contract on the fleet's day has one, too. */
export function asTyped(problem: Problem, { input, scenario }: Pick<Planned, "input" | "scenario">): Problem {
  const [list, index, ...rest] = problem.path;
  const id = list === "tenants" ? input.tenants[Number(index)]?.id : undefined;
  if (id === undefined) return problem;
  return { ...problem, path: ["tenants", scenario.fleet.tenants.findIndex((one) => one.id === id), ...rest] };
}
