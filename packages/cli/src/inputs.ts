import { fleetYamlWith, priceBookYaml, priceListYaml } from "@nkp-planner/adapters";
import {
  exampleFleet,
  examplePriceBook,
  planningContext,
  releaseProblems,
  workloadLibrary,
} from "@nkp-planner/catalog";
import {
  contractProblemsWith,
  exchangeProblems,
  type Finding,
  findingOf,
  InputError,
  missingRates,
  type OperatingModel,
  type PlanInput,
  PlanningCache,
  type PlanningContext,
  type PriceBook,
  type Problem,
  priceFindings,
  ratesNeeded,
  shown,
} from "@nkp-planner/core";
import { type ReadFile, readFile, shipped } from "./files.ts";
import type { ShellProcess } from "./shell.ts";

/** Which files and settings a planning command was given. */
export interface PlanningFlags {
  readonly release?: string;
  readonly prices?: string;
  readonly priceList?: string;
  readonly set?: readonly string[];
}

/** A fleet with all that planning it needs. */
export interface Planning {
  readonly input: PlanInput;
  readonly context: PlanningContext;
  /** What one plan of a command has counted, for its next. */
  readonly cache: PlanningCache;
  /** What the reader of the output should know about the inputs. */
  readonly notices: readonly Finding[];
}

/**
 * Reads the fleet and the price book, or the examples where none is given.
 * @throws InputError with every problem of the first file that has any
 */
export async function loadPlanning(
  process: ShellProcess,
  fleetPath: string | undefined,
  flags: PlanningFlags,
  models: readonly OperatingModel[],
): Promise<Planning> {
  const settings = parseSettings(flags.set ?? []);
  const fleet =
    fleetPath === undefined
      ? shipped("the example fleet", exampleFleet)
      : await readFile(process, fleetPath, fleetYamlWith(workloadLibrary));
  const prices =
    flags.prices === undefined
      ? shipped("the example price book", examplePriceBook)
      : await readFile(process, flags.prices, priceBookYaml);
  const priceList = flags.priceList === undefined ? undefined : await readFile(process, flags.priceList, priceListYaml);
  const priceBook = prices.value;
  const input = flags.release === undefined ? fleet.value : { ...fleet.value, release: flags.release };
  refuse(flags.release === undefined ? fleet : { ...fleet, subject: "--release" }, [
    ...releaseProblems(input.release, flags.release === undefined ? ["release"] : []),
    ...currencyProblems(input, "price book", priceBook),
    ...(priceList === undefined ? [] : currencyProblems(input, "price list", priceList.value)),
    ...(priceList === undefined ? [] : contractProblemsWith(input.tenants, priceList.value)),
  ]);
  refuse(
    prices,
    missingRates(
      priceBook,
      models.flatMap((model) => ratesNeeded(model.layout(input.tenants), input.tenants)),
    ),
  );
  const context = planningContext({ release: input.release, priceBook, priceList: priceList?.value, settings });
  const cache = new PlanningCache();
  return { input, context, cache, notices: [...(fleetPath === undefined ? [EXAMPLE] : []), ...loudOf(input, context)] };
}

const EXAMPLE = findingOf("input", "example-fleet");

/** What is said of prices on every output, not only among what a plan rests on. */
function loudOf(input: PlanInput, context: PlanningContext): readonly Finding[] {
  const codes = ["illustrative-prices", "illustrative-price-list", "prices-not-valid"];
  return priceFindings({ input, context }).filter(({ code }) => codes.includes(code));
}

/** Throws problems of a file that was read, each with its place in it. */
export function refuse({ subject, placeOf }: ReadFile<unknown>, problems: readonly Problem[]): void {
  if (problems.length === 0) return;
  const placed = problems.map((problem) =>
    problem.path.length === 0 ? problem : { ...problem, ...placeOf(problem.path) },
  );
  throw new InputError(subject, placed);
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

/** `KEY=VALUE` words as settings. @throws InputError naming every word that is none */
function parseSettings(words: readonly string[]): Readonly<Record<string, string>> {
  const problems = words
    .filter((word) => !/^[^=]+=.+$/.test(word))
    .map((word) => ({
      path: [],
      found: shown(word),
      expected: "KEY=VALUE",
      fix: "write for example --set floors=none",
    }));
  if (problems.length > 0) throw new InputError("--set", problems);
  return Object.fromEntries(words.map((word) => [word.slice(0, word.indexOf("=")), word.slice(word.indexOf("=") + 1)]));
}
