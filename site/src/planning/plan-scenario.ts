import {
  type Comparison,
  chooseParameters,
  compareModels,
  InputError,
  operatingModels,
  type PlanInput,
  type PlanningContext,
  type Problem,
  parseFleet,
  parsePriceBook,
  parsePriceList,
  problemsOf,
} from "@nkp-planner/core";
import type { Scenario } from "../state/scenario.ts";
import type { PlanningData } from "./planning-data.ts";

/** What the other models are measured against. */
const BASELINE_ID = "ultimate-centralized";

/** The parts of a scenario that can be wrong, as people call them. */
const SUBJECTS = ["fleet", "price book", "price list", "assumptions"] as const;
export type Subject = (typeof SUBJECTS)[number];

export interface SubjectProblem extends Problem {
  readonly subject: Subject;
}

/** A scenario that cannot be planned, with everything that is wrong in any of its parts. */
export class ScenarioError extends Error {
  override readonly name = "ScenarioError";
  readonly problems: readonly SubjectProblem[];

  constructor(problems: readonly SubjectProblem[]) {
    super("The scenario cannot be planned.");
    this.problems = problems;
  }
}

/** What a scenario comes to, and what it was read as: the same calls as the command line's. */
export interface PlannedScenario {
  readonly input: PlanInput;
  readonly context: PlanningContext;
  readonly comparison: Comparison;
}

/** @throws ScenarioError with the problems of fleet, prices and assumptions at once */
export async function planScenario(scenario: Scenario, data: PlanningData): Promise<PlannedScenario> {
  const library = namesAnything(scenario) ? await data.library() : undefined;
  const problems: SubjectProblem[] = [];
  const attempt = <Value>(subject: Subject, read: () => Value): Value | undefined => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      const found = SUBJECTS.find((one) => one === error.subject) ?? subject;
      problems.push(...problemsOf(error).map((problem) => ({ subject: found, ...problem })));
      return undefined;
    }
  };
  const { fleet, prices, priceList, settings } = scenario;
  const input = attempt("fleet", () => parseFleet(fleet, "fleet", library));
  const releaseKnown = attempt("fleet", () => requireRelease(fleet.release, data));
  const priceBook = attempt("price book", () => parsePriceBook(prices));
  const list = attempt("price list", () => (priceList === null ? null : parsePriceList(priceList)));
  const choices = attempt("assumptions", () => chooseParameters(data.parameters, settings));
  if (!input || !releaseKnown || !priceBook || list === undefined || !choices) throw new ScenarioError(problems);
  const catalog = { ...data.platform, release: await data.release(input.release), sources: NO_SOURCES };
  const context: PlanningContext = { catalog, choices, priceBook, ...(list === null ? {} : { priceList: list }) };
  const comparison = attempt("price book", () => compareModels(input, operatingModels, context, BASELINE_ID));
  if (comparison === undefined) throw new ScenarioError(problems);
  return { input, context, comparison };
}

/** Plans carry ids of sources; titles and links are looked up when a figure is opened. */
const NO_SOURCES: PlanningContext["catalog"]["sources"] = {};

function namesAnything({ fleet }: Scenario): boolean {
  return fleet.tenants.some(({ preset, applications }) => preset !== undefined || applications !== undefined);
}

function requireRelease(id: string, { releases }: PlanningData): true {
  if (releases.some((release) => release.id === id)) return true;
  const known = releases.map((release) => release.id).join(", ");
  throw new InputError("fleet", [
    { path: ["release"], found: id, expected: "a release of the catalog", fix: `use one of: ${known}` },
  ]);
}
