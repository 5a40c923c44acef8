import { daysMeant } from "../base/days-meant.ts";
import { type Finding, findingOf } from "../base/findings/finding.ts";
import { InputError } from "../base/findings/input-error.ts";
import type { Problem } from "../base/findings/problem.ts";
import { IsoDate } from "../base/provenance.ts";
import { didYouMean, shown } from "../base/shown.ts";
import { ratesNeeded } from "../costs/costs.ts";
import { type PlanInput, placedFleet } from "../input/fleet.ts";
import { type Choices, chooseParameters, type Settings } from "../input/parameters.ts";
import type { OperatingModel } from "../models/operating-model.ts";
import { layoutOf } from "../plan/plan.ts";
import { contextOn, type PlanningContext } from "../price-list/planning-context.ts";
import type { PriceList } from "../price-list/price-list.ts";
import { placedList } from "../price-list/price-places.ts";
import { contractProblemsWith } from "../price-list/price-problems.ts";
import { exchangeProblems } from "../prices/exchange.ts";
import { withIncludedLicence } from "../prices/included-licence.ts";
import { missingRates, type PriceBook, placedBook } from "../prices/price-book.ts";
import { pricesOn } from "../prices/price-periods.ts";
import { type Given, given, placed } from "./given.ts";
import type { FactsWithSharing, PlannerFacts } from "./planner-facts.ts";

/** Everything a plan is made of, as it was given. */
export interface PlanningFiles {
  readonly fleet: Given<PlanInput>;
  readonly prices: Given<PriceBook>;
  /** Without: tenants pay what is agreed with each. */
  readonly priceList?: Given<PriceList> | undefined;
  /** Assumptions by their id. */
  readonly settings?: Settings;
  /** Instead of the fleet's own. */
  readonly release?: { readonly name: string; readonly id: string } | undefined;
  /** The day of the plan instead of the fleet's own, as it was written. */
  readonly asOf?: { readonly name: string; readonly day: string } | undefined;
}

/** A fleet with all that planning it needs, or every problem of everything that was given. */
export type PlanningResult =
  | { readonly ok: true; readonly planning: Planning }
  | { readonly ok: false; readonly findings: readonly Finding[] };

export interface Planning {
  readonly input: PlanInput;
  readonly context: PlanningContext;
  /** What was said while it was read: guesses, columns that say nothing. */
  readonly findings: readonly Finding[];
}

/** Holds what was given against the catalog and against each other. @param models whose plans the prices must be enough for */
export function readPlanning(
  files: PlanningFiles,
  models: readonly OperatingModel[],
  facts: FactsWithSharing,
): PlanningResult {
  const { fleet, prices, priceList, release, asOf, settings = {} } = files;
  const parts = [fleet, prices, ...(priceList === undefined ? [] : [priceList])];
  const choices = given("assumptions", () => chooseParameters(facts.parameters, settings));
  const said = [...parts.flatMap((part) => [...part.findings, ...ofOlderForm(part)]), ...choices.findings];
  const input =
    fleet.value === null
      ? null
      : { ...fleet.value, release: release?.id ?? fleet.value.release, asOf: asOf?.day ?? fleet.value.asOf };
  const findings = [
    ...said,
    ...dayFindings(files),
    ...(input === null ? [] : releaseFindings(input, files, facts)),
    ...otherRelease(files),
    ...(input === null ? [] : priceFindings(input, files)),
  ];
  const catalog = input === null ? undefined : catalogOf(input.release, facts);
  if (input !== null && prices.value !== null && catalog !== undefined && choices.value !== null) {
    const needed = { catalog, choices: choices.value };
    const lacking = models.flatMap((model) =>
      missingFor(model, input, pricesOn(prices.value as PriceBook, input.asOf), needed),
    );
    findings.push(...placed(prices, distinct(lacking)));
    const allDays = {
      ...needed,
      ...(facts.ownSharing === undefined ? {} : { ownSharing: facts.ownSharing }),
      ...(facts.upgradeEfforts === undefined ? {} : { upgradeEfforts: facts.upgradeEfforts }),
      priceBook: withPlaces(prices.value, prices),
      ...(priceList?.value ? { priceList: listWithPlaces(priceList.value, priceList) } : {}),
    };
    const context = contextOn(allDays, input.asOf);
    if (isClean(findings)) return { ok: true, planning: { input: fleetWithPlaces(input, fleet), context, findings } };
  }
  return { ok: false, findings };
}

/** What became of the parts of an older form, each with its place in what was given. */
function ofOlderForm(part: Given<{ readonly said?: readonly Finding[] }>): readonly Finding[] {
  return (part.value?.said ?? []).map((finding) => {
    const { subject } = finding;
    if (subject.in !== "input") return finding;
    return { ...finding, subject: { ...subject, file: part.name, ...part.placeOf(subject.path) } };
  });
}

/** Each rate with its line in the file, so that an opened figure says whose price it is. */
function withPlaces(book: PriceBook, { name, placeOf }: Given<PriceBook>): PriceBook {
  return placedBook(book, name, (path) => placeOf(path)?.line);
}

function listWithPlaces(list: PriceList, { name, placeOf }: Given<PriceList>): PriceList {
  return placedList(list, name, (path) => placeOf(path)?.line);
}

function fleetWithPlaces(input: PlanInput, { name, placeOf }: Given<PlanInput>): PlanInput {
  return placedFleet(input, name, (index) => placeOf(["tenants", index, "price", "monthly"])?.line);
}

function isClean(findings: readonly Finding[]): boolean {
  return findings.every(({ severity }) => severity !== "error");
}

function catalogOf(releaseId: string, facts: PlannerFacts): PlanningContext["catalog"] | undefined {
  const release = facts.releaseOf(releaseId);
  return release === undefined ? undefined : { ...facts.platform, release, sources: facts.sources };
}

function releaseFindings(
  { release: id }: PlanInput,
  { fleet, release }: PlanningFiles,
  { releaseIds }: PlannerFacts,
): readonly Finding[] {
  const problems = releaseProblems(id, releaseIds, release === undefined ? ["release"] : []);
  return placed(release === undefined ? fleet : { ...fleet, name: release.name }, problems);
}

/** That another release is planned than the fleet's own. */
function otherRelease({ fleet, release }: PlanningFiles): readonly Finding[] {
  const own = fleet.value?.release;
  if (release === undefined || own === undefined || own === release.id) return [];
  const text = (value: string) => ({ kind: "text", value }) as const;
  const figures = { own: text(own), release: text(release.id), from: text(release.name) };
  return [findingOf("input", "other-release", { figures })];
}

/** A day that is none of the calendar, where the fleet's own is not taken. */
function dayFindings({ fleet, asOf }: PlanningFiles): readonly Finding[] {
  if (asOf === undefined || IsoDate.safeParse(asOf.day).success) return [];
  const expected = "a day of the calendar as year-month-day";
  const days = daysMeant(asOf.day);
  const fix = `write ${days.length > 0 ? days.join(" or ") : "for example 2026-11-23"}`;
  const problem = { path: [], found: shown(asOf.day), expected, fix };
  return placed({ ...fleet, name: asOf.name }, [problem]);
}

/** Why a release cannot be planned with, or nothing where it is known. */
export function releaseProblems(
  id: string,
  known: readonly string[],
  path: Problem["path"] = ["release"],
): readonly Problem[] {
  if (known.includes(id)) return [];
  const fix = didYouMean(`nkp-${id.replace(/^nkp-?/, "")}`, known);
  return [{ path, found: shown(id), expected: `a release of the catalog: ${known.join(", ")}`, fix }];
}

/** What a fleet asks for and the prices do not have. */
function priceFindings(input: PlanInput, { fleet, prices, priceList }: PlanningFiles): readonly Finding[] {
  const list = priceList?.value ?? null;
  // What a contract names may be there from a later day on only.
  const inTheEnd = list?.periods?.at(-1) ?? list;
  return placed(fleet, [
    ...(prices.value === null ? [] : currencyProblems(input, "price book", prices.value)),
    ...(list === null ? [] : currencyProblems(input, "price list", list)),
    ...(inTheEnd === null ? [] : contractProblemsWith(input.tenants, inTheEnd)),
  ]);
}

function currencyProblems(
  { currency }: PlanInput,
  what: string,
  prices: Pick<PriceBook, "id" | "currency" | "exchangeRates">,
): readonly Problem[] {
  if (exchangeProblems(prices.exchangeRates, prices.currency, currency, []).length === 0) return [];
  const expected = `${shown(prices.currency)}, as the ${what} ${prices.id} has, or a dated rate there from it to ${currency}`;
  const fix = `add there exchangeRates: [{ from: ${prices.currency}, to: ${currency}, rate: "…", on: … }]`;
  return [{ path: ["currency"], found: shown(currency), expected, fix }];
}

/** Rates that a model's plan needs and the book lacks; what is wrong with its layout, the plan says. */
function missingFor(
  model: OperatingModel,
  input: PlanInput,
  book: PriceBook,
  facts: { readonly catalog: PlanningContext["catalog"]; readonly choices: Choices },
): readonly Problem[] {
  try {
    return missingRates(
      withIncludedLicence(book, facts.choices),
      ratesNeeded(layoutOf(input, model, facts), input.tenants),
    );
  } catch (error) {
    if (error instanceof InputError) return [];
    throw error;
  }
}

function distinct(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.map((problem) => [problem.found, problem])).values()];
}
