import { type Problem, shown } from "@nkp-planner/core";
import { type ModelId, modelIds } from "../flags.ts";
import type { SideGiven } from "./sides-given.ts";

/** Options that say how a fleet is planned, by what they are called. */
export interface PlanningWords {
  readonly both: Readonly<Record<string, unknown>>;
  readonly ofBase: Readonly<Record<string, unknown>>;
}

/** Options that cannot apply, as a plan document was planned long ago: each with the reason. */
export function flagProblems(base: SideGiven, head: SideGiven, { both, ofBase }: PlanningWords): readonly Problem[] {
  const given = (words: Readonly<Record<string, unknown>>) =>
    Object.keys(words).filter((word) => words[word] !== undefined);
  const arePlans = base.kind === "plan" && head.kind === "plan";
  return [
    ...(arePlans ? given(both).map((word) => onlyForFleets(word, "two plan documents")) : []),
    ...(base.kind === "plan" ? given(ofBase).map((word) => onlyForFleets(word, "a plan document as BASE")) : []),
  ];
}

function onlyForFleets(word: string, what: string): Problem {
  return {
    path: [],
    found: `${word} with ${what}`,
    expected: "it with a fleet: a plan document has its day, its prices and its assumptions already",
    fix: `leave ${word} out, or give the fleet file in the place of the document`,
  };
}

/** Where a plan document is of another model than those that are asked for, or of one that no fleet can be planned by. */
export function modelProblems(
  sides: readonly SideGiven[],
  asked: readonly ModelId[] | undefined,
): readonly (Problem & { readonly subject: string })[] {
  const isFleetThere = sides.some(({ kind }) => kind === "fleet");
  return sides.flatMap((side) => {
    if (side.kind === "fleet") return [];
    const { modelId } = side.document.plan;
    if (isFleetThere && !modelIds.includes(modelId as ModelId))
      return [problemOf(side.name, modelId, `one of the planner's models: ${modelIds.join(", ")}`, OTHER_PLAN)];
    if (asked === undefined || (asked.length === 1 && asked[0] === modelId)) return [];
    return [problemOf(side.name, modelId, `the model that --model asks for: ${asked.join(", ")}`, NO_MODEL)];
  });
}

const NO_MODEL = "leave --model out: a plan document is of one model, by which a fleet beside it is planned";
const OTHER_PLAN = "no fleet can be planned by it here: give another plan document in the place of the fleet";

function problemOf(subject: string, modelId: string, expected: string, fix: string) {
  return { subject, path: ["plan", "modelId"], found: shown(modelId), expected, fix };
}
