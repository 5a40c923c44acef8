import { optionWords } from "@nkp-planner/adapters";
import { plannerFacts } from "@nkp-planner/catalog";
import {
  type Finding,
  fleetOfDay,
  type Given,
  InputError,
  loudFindings,
  type OperatingModel,
  type PlanInput,
  PlanningCache,
  type PlanningContext,
  readPlanning,
  upgradeEfforts,
} from "@nkp-planner/core";
import type { FileSource } from "./files.ts";
import { givenFile, shipped } from "./given-file.ts";
import { givenFleet } from "./given-fleet.ts";
import { givenFinding } from "./given-texts.ts";
import type { ShellProcess } from "./shell.ts";
import { type LimitFlags, Watch } from "./watch.ts";

/** Which files and settings a planning command was given. */
export interface PlanningFlags extends LimitFlags {
  readonly asOf?: string;
  readonly release?: string;
  readonly prices?: string;
  readonly priceList?: string;
  readonly set?: readonly string[];
}

/** The same settings, with files from anywhere. */
export interface PlanningSources extends Omit<PlanningFlags, "prices" | "priceList"> {
  readonly prices?: FileSource;
  readonly priceList?: FileSource;
}

/** A fleet with all that planning it needs. */
export interface Planning {
  readonly input: PlanInput;
  readonly context: PlanningContext;
  /** What one plan of a command has counted, for its next. */
  readonly cache: PlanningCache;
  /** Looks at the clock while it plans. */
  readonly watch: Watch;
  /** What the reader of the output should know about the inputs. */
  readonly notices: readonly Finding[];
  /** The files as they were given, so that something in them can be pointed at. */
  readonly files: {
    readonly fleet: Pick<Given<unknown>, "name" | "placeOf">;
    readonly priceList: Pick<Given<unknown>, "name" | "placeOf"> | null;
  };
}

/**
 * Reads the fleet and the price book, or the examples where none is given.
 * @throws InputError with every problem of every file
 */
export async function loadPlanning(
  process: ShellProcess,
  fleetSource: FileSource | undefined,
  flags: PlanningSources,
  models: readonly OperatingModel[],
): Promise<Planning> {
  const { asOf, release, prices, priceList } = flags;
  const settings = optionWords(flags.set ?? [], "--set", "write for example --set floors=none");
  const book =
    prices === undefined
      ? shipped("the example price book", (await import("./examples/price-book.ts")).examplePriceBook)
      : await givenFile(process, prices, "price-book");
  const files = {
    fleet:
      fleetSource === undefined
        ? shipped("the example fleet", (await import("./examples/fleet.ts")).exampleFleet)
        : await givenFleet(process, fleetSource, { asOf, release, prices: book.value }),
    prices: book,
    priceList: priceList === undefined ? undefined : await givenFile(process, priceList, "price-list"),
    settings,
    release: release === undefined ? undefined : { name: "--release", id: release },
    asOf: asOf === undefined ? undefined : { name: "--as-of", day: asOf },
  };
  const read = readPlanning(files, models, { ...plannerFacts, upgradeEfforts });
  if (!read.ok) throw new InputError(files.fleet.name, read.findings.filter(isError));
  const { input, context, findings } = read.planning;
  const watch = new Watch(process, flags);
  const example = fleetSource === undefined ? [EXAMPLE] : [];
  return {
    input,
    context,
    cache: new PlanningCache({ onStep: watch.onStep }),
    watch,
    notices: [...example, ...findings, ...loudFindings({ input, context })],
    files: { fleet: files.fleet, priceList: files.priceList ?? null },
  };
}

/** By which prices the tenants of the fleet's day pay, as documents want it. */
export function pricesOf({ input, context }: Pick<Planning, "input" | "context">) {
  return { context, tenants: fleetOfDay(input).tenants };
}

const EXAMPLE = givenFinding("example-fleet");

function isError({ severity }: Finding): boolean {
  return severity === "error";
}
