import { optionWords } from "@nkp-planner/adapters";
import { examplePriceBook, plannerFacts, releases, workloadLibrary } from "@nkp-planner/catalog";
import {
  API_VERSION,
  type Finding,
  type Given,
  given,
  InputError,
  loudFindings,
  type OperatingModel,
  operatingModels,
  type PlanInput,
  type PlanningContext,
  type PriceBook,
  parseFleet,
  readPlanning,
  upgradeEfforts,
} from "@nkp-planner/core";
import { openFile } from "../files.ts";
import { givenFile, shipped } from "../given-file.ts";
import type { PlanningFlags } from "../inputs.ts";
import type { ShellProcess } from "../shell.ts";
import { today } from "../today.ts";
import { version } from "../version.ts";
import type { StreamFormat } from "./stream-format.ts";

/** All that planning a part of a fleet rests on, as plain data: what threads are handed, and shards are held against. */
export interface StreamRun {
  /** Of this program. */
  readonly version: string;
  readonly models: readonly string[];
  readonly baseline: string;
  /** The fleet without its tenants, as its file has it. */
  readonly head: Readonly<Record<string, unknown>>;
  /** The text of the price book; null: the example's. */
  readonly prices: string | null;
  /** The text of the price list; null: tenants pay what is agreed with each. */
  readonly priceList: string | null;
  readonly settings: Readonly<Record<string, string>>;
  readonly release: string | null;
  readonly asOf: string | null;
}

/** What the parts of a fleet are planned with. */
export interface StreamPlanning {
  readonly head: PlanInput;
  readonly context: PlanningContext;
  readonly models: readonly OperatingModel[];
  readonly notices: readonly Finding[];
}

export interface StreamFlags extends Omit<PlanningFlags, "limitSeconds"> {
  readonly baseline: string;
  readonly streamFormat?: StreamFormat;
}

/** What of a run is not in the fleet itself. @throws InputError when a file cannot be read, or a setting is no word */
export async function runWithoutHead(
  process: ShellProcess,
  { prices, priceList, set = [], release, asOf, baseline }: StreamFlags,
  models: readonly OperatingModel[],
): Promise<Omit<StreamRun, "head">> {
  const settings = Object.entries(optionWords(set, "--set", "write for example --set floors=none"));
  return {
    version,
    models: models.map(({ id }) => id),
    baseline,
    prices: prices === undefined ? null : await textOf(process, prices),
    priceList: priceList === undefined ? null : await textOf(process, priceList),
    settings: Object.fromEntries(settings.sort(([a], [b]) => (a < b ? -1 : 1))),
    release: release ?? null,
    asOf: asOf ?? null,
  };
}

async function textOf(process: ShellProcess, path: string): Promise<string> {
  const { bytes } = await openFile(process, path);
  return Buffer.from(bytes).toString("utf8");
}

/** The head that stands for one that a file of tenants does not have: today, the newest release, the prices' currency. */
export async function headWithout(process: ShellProcess, run: Omit<StreamRun, "head">): Promise<StreamRun["head"]> {
  const { value } = await bookOf(process, run);
  const release = run.release ?? releases.findLast(({ status }) => status === "ga")?.id ?? "";
  return {
    ...{ apiVersion: API_VERSION, kind: "Fleet" },
    ...{ asOf: run.asOf ?? today(), release, currency: value?.currency ?? "" },
  };
}

function bookOf(process: ShellProcess, { prices }: Pick<StreamRun, "prices">): Promise<Given<PriceBook>> {
  if (prices === null) return Promise.resolve(shipped("the example price book", examplePriceBook));
  return givenFile(process, written("price book", prices), "price-book");
}

/** A text as a file of its name. */
function written(name: string, text: string) {
  return { name, open: async () => ({ name, bytes: Buffer.from(text, "utf8") }) };
}

/** What a run is planned with. @throws InputError with every problem of its head, prices and settings */
export async function planningOf(process: ShellProcess, run: StreamRun): Promise<StreamPlanning> {
  const { priceList, settings, release, asOf, head } = run;
  const models = operatingModels.filter(({ id }) => run.models.includes(id));
  const fleet = given(HEAD, () => parseFleet({ ...withoutPlaced(head), tenants: [] }, HEAD, workloadLibrary));
  const files = {
    fleet,
    prices: await bookOf(process, run),
    priceList:
      priceList === null ? undefined : await givenFile(process, written("price list", priceList), "price-list"),
    settings,
    release: release === null ? undefined : { name: "--release", id: release },
    asOf: asOf === null ? undefined : { name: "--as-of", day: asOf },
  };
  const read = readPlanning(files, models, { ...plannerFacts, upgradeEfforts });
  if (!read.ok) {
    const errors = read.findings.filter(({ severity }) => severity === "error");
    throw new InputError(HEAD, errors);
  }
  const { input, context, findings } = read.planning;
  return { head: input, context, models, notices: [...findings, ...loudFindings({ input, context })] };
}

const HEAD = "the fleet's head";

/** Tenants that are placed by name are not there yet: each part knows its own. */
function withoutPlaced(head: StreamRun["head"]): StreamRun["head"] {
  return headFor(head, new Set());
}

/** A head as a part of its tenants needs it. @param ids of these tenants */
export function headFor(head: StreamRun["head"], ids: ReadonlySet<unknown>): StreamRun["head"] {
  const { placement } = head;
  if (!Array.isArray(placement)) return head;
  const placedHere = placement.map((one: unknown) =>
    isRecord(one) && Array.isArray(one["tenants"])
      ? { ...one, tenants: one["tenants"].filter((id: unknown) => ids.has(id)) }
      : one,
  );
  return { ...head, placement: placedHere };
}

/** Ids of tenants that a head places by name. */
export function placedIds({ placement }: StreamRun["head"]): readonly string[] {
  if (!Array.isArray(placement)) return [];
  return placement.flatMap((one: unknown) => (isRecord(one) && Array.isArray(one["tenants"]) ? one["tenants"] : []));
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
