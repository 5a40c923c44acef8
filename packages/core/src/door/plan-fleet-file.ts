import { InputError } from "../base/findings/input-error.ts";
import { FleetReader } from "../input/fleet-reader.ts";
import type { Settings } from "../input/parameters.ts";
import { defaultModels } from "../models/index.ts";
import type { OperatingModel } from "../models/operating-model.ts";
import { PlanningCache } from "../plan/planning-cache.ts";
import { parsePriceList } from "../price-list/price-list.ts";
import { parsePriceBook } from "../prices/price-book.ts";
import { type Comparison, compareModels } from "../views/compare.ts";
import { given } from "./given.ts";
import type { FactsWithSharing } from "./planner-facts.ts";
import { type Planning, type PlanningFiles, type PlanningResult, readPlanning } from "./read-planning.ts";

/** Plain data as fleet files, price books and price lists hold it. */
export interface FleetFileRequest {
  readonly fleet: unknown;
  readonly prices: unknown;
  /** Without: tenants pay what is agreed with each. */
  readonly priceList?: unknown;
  /** Assumptions by their id, such as `{ floors: "none" }`. */
  readonly settings?: Settings;
  /** `defaultModels` where left out. */
  readonly models?: readonly OperatingModel[];
  /** Id of the model that the others are measured against; the first where left out. */
  readonly baseline?: string;
}

export type FleetFileResult =
  | { readonly ok: true; readonly planning: Planning; readonly comparison: Comparison }
  | Extract<PlanningResult, { readonly ok: false }>;

/**
 * Plans what fleet file, price book and price list say: a comparison, or every problem of all of them at once, each with
 * what it is in. Never throws for what is in them.
 * @param reader what has read the fleet before it was changed: it reads what was changed
 */
export function planFleetFile(
  { fleet, prices, priceList, settings = {}, models = defaultModels, baseline }: FleetFileRequest,
  facts: FactsWithSharing,
  cache: PlanningCache = new PlanningCache(),
  reader: FleetReader = new FleetReader(),
): FleetFileResult {
  const files = {
    fleet: given("fleet", () => reader.read(fleet, "fleet", facts.library)),
    prices: given("price book", () => parsePriceBook(prices)),
    ...(priceList == null ? {} : { priceList: given("price list", () => parsePriceList(priceList)) }),
    settings,
  };
  return planFiles(files, models, baseline ?? models[0]?.id ?? "", facts, cache);
}

/** The same of files that have been read already, with the places in their texts. */
export function planFiles(
  files: PlanningFiles,
  models: readonly OperatingModel[],
  baselineId: string,
  facts: FactsWithSharing,
  cache: PlanningCache = new PlanningCache(),
): FleetFileResult {
  const read = readPlanning(files, models, facts);
  if (!read.ok) return read;
  const { planning } = read;
  try {
    const comparison = compareModels(planning.input, models, planning.context, baselineId, cache);
    return { ok: true, planning, comparison };
  } catch (error) {
    if (error instanceof InputError) return { ok: false, findings: error.findings };
    throw error;
  }
}
