import {
  fleetOfDay,
  given,
  loudFindings,
  type OperatingModel,
  type PlannedFleet,
  PlanningCache,
  parseFleet,
  plannedFleet,
  readPlanning,
  requireWithin,
} from "@nkp-planner/core";
import type { ANSWERS } from "./answers.ts";
import type { Asked } from "./asked.ts";
import { fleetFileOf } from "./fleet-input.ts";
import { guardedModel, modelProblems, repeatedModel } from "./model.ts";
import { optionsProblems } from "./options.ts";
import { plainCopy, propertiesOf } from "./plain-copy.ts";
import { type Problem, placeOf, problemOfFinding, receivedAt } from "./problem.ts";
import { type Result, refused } from "./result.ts";
import { type AsyncRunOptions, attempt, NO_OPTIONS, optionsOf, Run } from "./run.ts";
import type { PlannerParts } from "./setup.ts";

/** So many questions share what was counted; then it is let go, or it would grow for as long as the planner is kept. */
const ASKED_A_CACHE = 200;

/** Where questions are read and answered; it holds what they share. */
export class Desk {
  readonly #parts: PlannerParts;
  #cache: PlanningCache;
  #askedCount = 0;
  #run: Run | null = null;

  constructor(parts: PlannerParts) {
    this.#parts = parts;
    this.#cache = this.#newCache();
  }

  ask<Options, Answer>(
    name: keyof typeof ANSWERS,
    fleet: unknown,
    given: unknown,
    answer: (asked: Asked<Options>) => Result<Answer>,
  ) {
    this.#askedCount += 1;
    if (this.#askedCount % ASKED_A_CACHE === 0) this.#cache = this.#newCache();
    const cache = this.#cache;
    const { value: options, problems } = optionsOf<Options & AsyncRunOptions>(given);
    const isUnread = problems.includes(NO_OPTIONS);
    const ofOptions = isUnread ? problems : [...problems, ...optionsProblems(name, options)];
    const wrong = ofOptions.length > 0 ? ofOptions : this.#modelProblems(options);
    if (wrong.length > 0) {
      const refusal = refused(wrong);
      return { now: () => refusal, later: async () => refusal };
    }
    const run = new Run(options);
    const asked = this.#read(fleet, options, run, cache);
    const make = () => {
      // Whoever is told of progress may ask something else meanwhile.
      const before = this.#run;
      this.#run = run;
      try {
        // What is planned with may refuse: a model's layout, a basis or a way of sharing of the provider's own.
        const tried = attempt("fleet", null, () => (asked.ok ? answer(asked.value) : asked));
        return tried.ok ? tried.value : tried;
      } finally {
        this.#run = before;
      }
    };
    return { now: () => run.now(make), later: () => run.later(make) };
  }

  #newCache(): PlanningCache {
    return new PlanningCache({ onStep: (step) => this.#run?.onStep(step) });
  }

  #read<Options>(fleet: unknown, options: Options, run: Run, cache: PlanningCache): Result<Asked<Options>> {
    const { facts, prices, priceList, settings } = this.#parts;
    const { value: raw, problems: unplain } = plainCopy(fleet, "fleet");
    if (unplain.length > 0) return refused(unplain);
    const { file, problems: own, placeOf: placeGiven } = fleetFileOf(raw);
    const input = given("fleet", () => parseFleet(file, "fleet", facts.library));
    const files = { fleet: input, prices, ...(priceList === undefined ? {} : { priceList }), settings };
    const models = this.#modelsIn(options);
    const read = readPlanning(files, models, facts);
    if (!read.ok || own.length > 0) {
      const found = read.ok ? [] : read.findings.map((finding) => this.#problemOf(finding, file));
      const told = found.map((problem): Problem => {
        const path = problem.in === "fleet" ? placeGiven(problem.path) : problem.path;
        const { received: _received, ...rest } = problem;
        return { ...rest, path, ...(problem.in === "fleet" ? receivedAt(raw, path) : {}) };
      });
      const isSaid = ({ path }: Problem) => own.some((one) => `${one.path}` === `${path}`);
      return refused([...own, ...told.filter((problem) => !isSaid(problem))]);
    }
    const { planning } = read;
    const within = attempt("fleet", raw, () => requireWithin(fleetOfDay(planning.input), run.limits));
    if (!within.ok) return refused(within.problems.map((problem) => ({ ...problem, code: "too-large" })));
    const said = [...planning.findings, ...loudFindings(planning)];
    const keptPlans = new Map<string, unknown>();
    const kept = <T>(key: string, make: () => T): T => {
      if (!keptPlans.has(key)) keptPlans.set(key, make());
      return keptPlans.get(key) as T;
    };
    const planBy = (model: OperatingModel): PlannedFleet =>
      kept(`by ${model.id}`, () => plannedFleet(planning.input, model, planning.context, cache));
    const [first] = models;
    const value = {
      options,
      input: planning.input,
      context: planning.context,
      cache,
      said,
      one: () => first as OperatingModel,
      several: () => models,
      modelOf: (one: unknown) => this.#modelOf(one) as OperatingModel,
      planBy,
      kept,
    };
    return { ok: true, value };
  }

  /** A finding of what was read, with which part of it it is in. */
  #problemOf(finding: Parameters<typeof problemOfFinding>[0], file: unknown): Problem {
    const where = placeOf(finding) ?? "fleet";
    return problemOfFinding(finding, where, where === "fleet" ? file : null);
  }

  #modelOf(given: unknown): OperatingModel | undefined {
    if (typeof given !== "string") return guardedModel(given as OperatingModel);
    return this.#parts.models.find(({ id }) => id === given);
  }

  #modelsIn(options: unknown): readonly OperatingModel[] {
    const { model, models } = options as { readonly model?: unknown; readonly models?: readonly unknown[] };
    const all = model === undefined ? (models ?? this.#parts.comparedIds) : [model];
    return all.map((one) => this.#modelOf(one) as OperatingModel);
  }

  #modelProblems(options: unknown): readonly Problem[] {
    const { model, models, against } = options as Readonly<Record<string, unknown>>;
    const all = [
      ...(model === undefined ? [] : [[model, ["model"]] as const]),
      ...(against === undefined ? [] : [[against, ["against"]] as const]),
      ...(Array.isArray(models) ? models.map((one: unknown, index) => [one, ["models", index]] as const) : []),
    ];
    const known = this.#parts.models.map(({ id }) => id);
    const ids = all.map(([one]) => (typeof one === "string" ? one : propertiesOf(one)?.["id"]));
    const repeated = all.filter((_, index) => ids.indexOf(ids[index]) !== index);
    if (repeated.length > 0) return repeated.map(([, path]) => repeatedModel(path));
    return all.flatMap(([one, path]): readonly Problem[] => {
      if (typeof one !== "string") return modelProblems(one, path);
      if (known.includes(one)) return [];
      const [found, expected] = [JSON.stringify(one.slice(0, MOST_SHOWN)), `one of: ${known.join(", ")}`];
      return [{ code: "not-a-choice", in: "options", path, received: one, found, expected, fix: `write ${known[0]}` }];
    });
  }
}

const MOST_SHOWN = 60;
