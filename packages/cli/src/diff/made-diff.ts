import {
  type Diff,
  type DiffSide,
  type Finding,
  findingOfProblem,
  fleetChanges,
  InputError,
  type ModelDiff,
  type OperatingModel,
  type PlanDocument,
  planChanges,
  upgradeChanges,
} from "@nkp-planner/core";
import { type ModelId, modelOf, modelsNamed } from "../flags.ts";
import type { PlanningFlags, PlanningSources } from "../inputs.ts";
import type { MonthsFlag } from "../months-played.ts";
import type { ShellProcess } from "../shell.ts";
import type { DiffFlags } from "./diff-flags.ts";
import { diffFinding } from "./diff-texts.ts";
import { flagProblems, modelProblems } from "./flag-problems.ts";
import { type PlannedSide, plannedSide, type SidePlan } from "./planned-side.ts";
import { sourceNamed } from "./revision-file.ts";
import { type SideGiven, sideGiven } from "./sides-given.ts";

export interface AskedDiff extends PlanningFlags, MonthsFlag, DiffFlags {
  readonly model?: readonly ModelId[];
}

/** A statement as documents have it. */
type Said = PlanDocument["plan"]["findings"][number];

/** A comparison, and what is to be known of what was compared. */
export interface MadeDiff {
  readonly diff: Diff<Said>;
  readonly notices: readonly Finding[];
}

/**
 * Reads, plans and compares two fleets, plans or revisions.
 * @throws InputError with every problem of both, and of all files beside them
 */
export async function madeDiff(
  process: ShellProcess,
  baseWord: string,
  headWord: string,
  flags: AskedDiff,
): Promise<MadeDiff> {
  requireOneInput(baseWord, headWord, flags);
  const [base, head] = await both(
    () => sideGiven(process, baseWord),
    () => sideGiven(process, headWord),
  );
  requireFitting(base, head, flags);
  const models = modelsOf(base, head, flags.model);
  const planned = models.filter((model) => model !== null);
  const [was, is] = await both(
    () => plannedSide(process, base, sourcesOf(process, flags, true), planned),
    () => plannedSide(process, head, sourcesOf(process, flags, false), planned),
  );
  const { moreThanAmount: amount = null, moreThanPercent: percent = null } = flags;
  const thresholds = { amount, percent };
  const made: { readonly before: SidePlan; readonly after: SidePlan; readonly diff: ModelDiff<Said> }[] = [];
  for (const model of models) {
    const [before, after] = await both(
      async () => was.planBy(model),
      async () => is.planBy(model),
    );
    const changes = planChanges(before.document.plan, after.document.plan, thresholds);
    const { calendar: old } = before;
    const upgrades = old === null || after.calendar === null ? null : upgradeChanges(old, after.calendar);
    made.push({ before, after, diff: { changes, upgrades } });
  }
  const [first] = made;
  const unplayed = made.flatMap(({ before, after }) => [before.unplayed, after.unplayed]);
  return {
    diff: {
      base: sideOf(was, first?.before.document),
      head: sideOf(is, first?.after.document),
      thresholds,
      demand: was.input === null || is.input === null ? null : fleetChanges(was.input, is.input),
      models: made.map(({ diff }) => diff),
    },
    notices: distinct([
      ...was.notices,
      ...is.notices,
      ...(base.kind === head.kind ? [] : [diffFinding("fleet-beside-document")]),
      ...unplayed.filter((one) => one !== null),
    ]),
  };
}

function sideOf({ side }: PlannedSide, document: PlanDocument | undefined): DiffSide {
  return { ...side, illustrativePrices: document?.illustrativePrices ?? side.illustrativePrices };
}

/** Standard input is read once. */
function requireOneInput(baseWord: string, headWord: string, flags: AskedDiff): void {
  const { prices, priceList, basePrices, basePriceList } = flags;
  const words = { BASE: baseWord, HEAD: headWord, "--prices": prices, "--price-list": priceList };
  const all = { ...words, "--base-prices": basePrices, "--base-price-list": basePriceList };
  const asking = Object.entries(all).filter(([, word]) => word === "-");
  if (asking.length < 2) return;
  const found = `- for ${asking.map(([name]) => name).join(" and ")}`;
  const expected = "standard input for one of them at most";
  throw new InputError("diff", [{ path: [], found, expected, fix: "write the others to files" }]);
}

function requireFitting(base: SideGiven, head: SideGiven, flags: AskedDiff): void {
  const { asOf, release, prices, priceList, set, months, basePrices, basePriceList } = flags;
  const both = {
    ...{ "--as-of": asOf, "--release": release, "--prices": prices, "--price-list": priceList },
    ...{ "--set": set, "--months": months },
  };
  const ofBase = { "--base-prices": basePrices, "--base-price-list": basePriceList };
  const problems = [
    ...flagProblems(base, head, { both, ofBase }).map((problem) => findingOfProblem(problem, "diff")),
    ...modelProblems([base, head], flags.model).map(({ subject, ...problem }) => findingOfProblem(problem, subject)),
  ];
  if (problems.length > 0) throw new InputError("diff", distinct(problems));
}

/** By which models fleets are planned; null: both are plan documents, each of its own. */
function modelsOf(
  base: SideGiven,
  head: SideGiven,
  asked: readonly ModelId[] | undefined,
): readonly (OperatingModel | null)[] {
  const [document] = [base, head].flatMap((side) => (side.kind === "plan" ? [side.document] : []));
  if (document === undefined) return modelsNamed(asked);
  return base.kind === "plan" && head.kind === "plan" ? [null] : [modelOf(document.plan.modelId as ModelId)];
}

/** What one side is planned with. */
function sourcesOf(process: ShellProcess, flags: AskedDiff, isBase: boolean): PlanningSources & MonthsFlag {
  const { asOf, release, set, limitSeconds, months } = flags;
  const prices = isBase ? (flags.basePrices ?? flags.prices) : flags.prices;
  const priceList = isBase ? (flags.basePriceList ?? flags.priceList) : flags.priceList;
  return {
    ...(asOf === undefined ? {} : { asOf }),
    ...(release === undefined ? {} : { release }),
    ...(set === undefined ? {} : { set }),
    ...(limitSeconds === undefined ? {} : { limitSeconds }),
    ...(months === undefined ? {} : { months }),
    ...(prices === undefined ? {} : { prices: sourceNamed(process, prices) }),
    ...(priceList === undefined ? {} : { priceList: sourceNamed(process, priceList) }),
  };
}

/** Does two things and tells of what is wrong with both. */
async function both<Made>(one: () => Promise<Made>, other: () => Promise<Made>): Promise<readonly [Made, Made]> {
  const findings: Finding[] = [];
  const made: Made[] = [];
  for (const make of [one, other]) {
    try {
      made.push(await make());
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      findings.push(...error.findings);
    }
  }
  if (findings.length > 0) throw new InputError("diff", distinct(findings));
  return made as unknown as readonly [Made, Made];
}

function distinct(findings: readonly Finding[]): readonly Finding[] {
  return [...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values()];
}
