import {
  type Comparison,
  type FactsWithSharing,
  type Finding,
  type FleetOfDay,
  FleetReader,
  fileOf,
  fleetOfDay,
  PlanningCache,
  type PlanningContext,
  type Problem,
  planFleetFile,
  problemOf,
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
  /** Who is under contract on its day. */
  readonly input: FleetOfDay;
  readonly context: PlanningContext;
  readonly comparison: Comparison;
  /** What was counted for it, for whatever else is planned by the same context. */
  readonly cache: PlanningCache;
}

/**
 * @param cache what earlier scenarios have left: of one with a single tenant changed, all other clusters
 * @param reader what has read the fleets of earlier scenarios: tenants that are written as they were are not read again
 * @throws ScenarioError with the problems of fleet, prices and assumptions at once
 */
export async function planScenario(
  scenario: Scenario,
  data: PlanningData,
  cache: PlanningCache = new PlanningCache(),
  reader: FleetReader = new FleetReader(),
): Promise<PlannedScenario> {
  const result = planFleetFile({ ...scenario, baseline: BASELINE_ID }, await factsFor(scenario, data), cache, reader);
  if (!result.ok) throw new ScenarioError(result.findings.filter(isError).map(subjectProblem));
  const { planning, comparison } = result;
  return { input: fleetOfDay(planning.input), context: planning.context, comparison, cache };
}

/** The catalog as far as a scenario needs it: its release, and the library where it names something there. */
async function factsFor(scenario: Scenario, data: PlanningData): Promise<FactsWithSharing> {
  const releaseIds = data.releases.map(({ id }) => id);
  const wanted = scenario.fleet.release;
  const release = releaseIds.includes(wanted) ? await data.release(wanted) : undefined;
  return {
    parameters: data.parameters,
    platform: data.platform,
    sources: NO_SOURCES,
    releaseIds,
    releaseOf: (id) => (id === wanted ? release : undefined),
    library: namesAnything(scenario) ? await data.library() : undefined,
    upgradeEfforts: mayCountUpgrades(scenario) ? (await import("./upgrade-efforts.ts")).upgradeEfforts : undefined,
  };
}

function isError({ severity }: Finding): boolean {
  return severity === "error";
}

/** What cannot be told to be in another part is in the prices: the rest was read before anything was planned. */
function subjectProblem(finding: Finding): SubjectProblem {
  const file = fileOf(finding);
  return { subject: SUBJECTS.find((one) => one === file) ?? "price book", ...problemOf(finding) };
}

/** Plans carry ids of sources; titles and links are looked up when a figure is opened. */
const NO_SOURCES: PlanningContext["catalog"]["sources"] = {};

/** Whether labour of upgrades may be counted by a calendar: what plays it is loaded then. */
function mayCountUpgrades({ fleet, settings }: Scenario): boolean {
  if (settings["upgrade-labour"] === "counted" || fleet.upgrades !== undefined) return true;
  return fleet.tenants.some(({ upgrades }) => upgrades !== undefined);
}

function namesAnything({ fleet }: Scenario): boolean {
  return fleet.tenants.some(({ preset, applications }) => preset !== undefined || applications !== undefined);
}
