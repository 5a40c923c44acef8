import type { PlannerFacts, PlanningContext, PlatformCatalog } from "@nkp-planner/core";
import { type ContextOptions, catalogWith, plannerFactsOf, planningContextWith } from "./facts.ts";
import { releases } from "./releases.ts";

/** What the planner must know of the platform: everything there is in this catalog. */
export const plannerFacts: PlannerFacts = plannerFactsOf(releases);

/**
 * The platform as one release has it, such as `nkp-2.17.1`.
 * @throws InputError naming the releases there are
 */
export function catalogOf(releaseId: string): PlatformCatalog {
  return catalogWith(plannerFacts, releaseId);
}

/**
 * What a plan needs beside the tenants.
 *
 * `planningContext({ release: "nkp-2.17.1", priceBook, settings: { floors: "none" } })`
 *
 * @throws InputError naming an unknown release, or every setting that is no assumption or not a value of it
 */
export function planningContext(options: ContextOptions): PlanningContext {
  return planningContextWith(plannerFacts, options);
}
