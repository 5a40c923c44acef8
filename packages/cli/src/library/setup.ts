import { examplePriceBook, plannerFacts } from "@nkp-planner/catalog";
import {
  chooseParameters,
  defaultModels,
  type FactsWithSharing,
  type Given,
  given,
  InputError,
  type OperatingModel,
  operatingModels,
  ownPriceBasis,
  type PlannerFacts,
  type PriceBasisDefinition,
  type PriceBook,
  type PriceList,
  parsePriceBook,
  parsePriceList,
  type SharingDefinition,
  upgradeEfforts,
  withOwnSharing,
} from "@nkp-planner/core";
import type { PriceBookInput, PriceListInput, Settings } from "./inputs.ts";
import { guardedModel, modelProblems, repeatedModel } from "./model.ts";
import { ownProblems } from "./own.ts";
import { plainCopy, propertiesOf } from "./plain-copy.ts";
import { type Problem, type ProblemPlace, problemOfFinding } from "./problem.ts";
import { type Result, refused } from "./result.ts";

/** What a planner is made with; all of it may be left out. */
export interface PlannerSetup<BasisId extends string = never, SharingId extends string = never> {
  /** What is known of the platform, such as `plannerFactsOf([release])` of the catalog. Left out: all releases. */
  readonly catalog?: PlannerFacts;
  /** Left out: the example's, whose prices are invented, which every answer says. */
  readonly priceBook?: PriceBookInput;
  /** Left out: tenants pay what is agreed with each. */
  readonly priceList?: PriceListInput<NoInfer<BasisId>>;
  readonly settings?: Settings<NoInfer<SharingId>>;
  /** Operating models of your own beside the planner's, made with `defineModel`. */
  readonly models?: readonly OperatingModel[];
  /** What the price list may charge by beside what every list may, made with `definePriceBasis`. */
  readonly bases?: readonly PriceBasisDefinition<BasisId>[];
  /** What the setting `shared-cost` may name beside the planner's own, made with `defineSharing`. */
  readonly sharing?: readonly SharingDefinition<SharingId>[];
}

/** The same, read and checked once for all questions. */
export interface PlannerParts {
  readonly facts: FactsWithSharing;
  readonly prices: Given<PriceBook>;
  readonly priceList: Given<PriceList> | undefined;
  readonly settings: Readonly<Record<string, string>>;
  /** All that may be named. */
  readonly models: readonly OperatingModel[];
  /** Ids of those that are compared where none is named. */
  readonly comparedIds: readonly string[];
}

const PARTS = ["catalog", "priceBook", "priceList", "settings", "models", "bases", "sharing"] as const;

/** Reads what a planner is made with: every problem of every part at once. */
export function readSetup(setup: unknown): Result<PlannerParts> {
  const raw = propertiesOf(setup);
  if (raw === null) return refused([NOT_A_SETUP]);
  const unknown = Object.keys(raw).filter((key) => !PARTS.some((part) => part === key));
  const problems: Problem[] = unknown.map((key) => ({
    code: "unknown-key",
    in: "options",
    path: [key],
    found: `the unknown key ${key}`,
    expected: `one of: ${PARTS.join(", ")}`,
    fix: "leave it out",
  }));
  const read = <T>(name: string, where: ProblemPlace, part: unknown, parse: (value: unknown) => T): Given<T> => {
    const { value, problems: unplain } = plainCopy(part, where);
    if (unplain.length > 0) problems.push(...unplain);
    const one = given(name, () => parse(value));
    if (unplain.length === 0) problems.push(...one.findings.map((finding) => problemOfFinding(finding, where, value)));
    return one;
  };
  const { priceBook, priceList, settings = {}, models = [], catalog = plannerFacts } = raw;
  const bases = ownOnes<PriceBasisDefinition>("bases", raw["bases"], problems).map((one) => ownPriceBasis(one));
  const sharing = ownOnes<SharingDefinition>("sharing", raw["sharing"], problems);
  if (!isFacts(catalog)) return refused([...problems, NO_FACTS]);
  const facts = { ...withOwnSharing(catalog, sharing), upgradeEfforts };
  const prices =
    priceBook === undefined
      ? given("price book", () => examplePriceBook)
      : read("price book", "priceBook", priceBook, (value) => parsePriceBook(value));
  const list =
    priceList == null
      ? undefined
      : read("price list", "priceList", priceList, (value) => parsePriceList(value, "price list", bases));
  const chosen = read("settings", "settings", settings, (value) => {
    if (typeof value !== "object" || value === null) throw new InputError("settings", [NO_SETTINGS]);
    chooseParameters(facts.parameters, value as Readonly<Record<string, string>>);
    return value as Readonly<Record<string, string>>;
  });
  const own = guardedModels(models, problems);
  if (problems.length > 0 || prices.value === null || chosen.value === null) return refused(problems);
  return partsRead({
    ...{ facts, prices, priceList: list, settings: chosen.value },
    models: [...operatingModels, ...own],
    comparedIds: [...defaultModels, ...own].map(({ id }) => id),
  });
}

function ownOnes<T>(kind: "bases" | "sharing", given: unknown, problems: Problem[]): readonly T[] {
  if (given === undefined) return [];
  const all = listOf(given);
  if (all === null) {
    problems.push(notAList(kind, given));
    return [];
  }
  const wrong = ownProblems(kind, all);
  problems.push(...wrong);
  return wrong.length > 0 ? [] : (all as readonly T[]);
}

/** A list without holes; null: it is none, or cannot be read. */
function listOf(given: unknown): readonly unknown[] | null {
  try {
    return Array.isArray(given) ? Array.from(given) : null;
  } catch {
    return null;
  }
}

function notAList(kind: string, given: unknown): Problem {
  const found = `a ${typeof given}`;
  return { code: "wrong-type", in: "options", path: [kind], found, expected: "a list", fix: "write []" };
}

function isFacts(given: unknown): given is PlannerFacts {
  const { parameters, platform, releaseIds, releaseOf } = propertiesOf(given) ?? {};
  if (!Array.isArray(parameters) || !Array.isArray(releaseIds) || typeof platform !== "object") return false;
  const ids = new Set(parameters.map((parameter) => propertiesOf(parameter)?.["id"]));
  return typeof releaseOf === "function" && plannerFacts.parameters.every(({ id }) => ids.has(id));
}

/** Not frozen to its leaves: it holds functions, and nobody outside gets it. */
function partsRead(value: PlannerParts): Result<PlannerParts> {
  return { ok: true, value };
}

function guardedModels(models: unknown, problems: Problem[]): readonly OperatingModel[] {
  if (Array.isArray(models)) {
    const ids = [...operatingModels, ...models].map((model: unknown) => propertiesOf(model)?.["id"]);
    const wrong = models.flatMap((model, index) => {
      const path = ["models", index];
      const isRepeated = ids.indexOf(ids[operatingModels.length + index]) !== operatingModels.length + index;
      return [...modelProblems(model, path), ...(isRepeated ? [repeatedModel(path)] : [])];
    });
    problems.push(...wrong);
    return wrong.length > 0 ? [] : models.map(guardedModel);
  }
  problems.push(notAList("models", models));
  return [];
}

const NO_SETTINGS = { path: [], found: "no map", expected: "assumptions by name", fix: "write {}" } as const;

const NO_FACTS: Problem = {
  code: "wrong-type",
  in: "options",
  path: ["catalog"],
  found: "no facts of the platform",
  expected: "what plannerFactsOf of the catalog gives",
  fix: "leave it out",
};

const NOT_A_SETUP: Problem = {
  code: "wrong-type",
  in: "options",
  path: [],
  found: "no map",
  expected: "a map of what the planner is made with",
  fix: "write createPlanner({})",
};
