import {
  chooseParameters,
  InputError,
  type PlannerFacts,
  type PlanningContext,
  type PlatformCatalog,
  type PriceBook,
  type PriceList,
  releaseProblems,
  type Settings,
} from "@nkp-planner/core";
import { parameters } from "./parameters.ts";
import {
  editions,
  kubernetesSupport,
  nodeMinimums,
  nodeShapes,
  planeSizes,
  priorityClasses,
  prismCentralSizes,
  reservationProfiles,
  sources,
  storageSchemes,
  systemComponents,
  tenantServices,
  versions,
} from "./platform.ts";
import { workloadLibrary } from "./presets.ts";
import { releases } from "./releases.ts";

/** What the planner must know of the platform: everything there is in this catalog. */
export const plannerFacts: PlannerFacts = {
  parameters,
  platform: {
    system: systemComponents,
    nodeMinimums,
    nodeShapes,
    editions,
    reservationProfiles,
    priorityClasses,
    tenantServices,
    planeSizes,
    versions,
    kubernetesSupport,
    prismCentralSizes,
    storageSchemes,
  },
  sources: Object.fromEntries(sources),
  releaseIds: releases.map(({ id }) => id),
  releaseOf: (id) => releases.find((release) => release.id === id),
  library: workloadLibrary,
};

/**
 * The platform as one release has it, such as `nkp-2.17.1`.
 * @throws InputError naming the releases there are
 */
export function catalogOf(releaseId: string): PlatformCatalog {
  const release = plannerFacts.releaseOf(releaseId);
  if (release === undefined) throw new InputError("fleet", releaseProblems(releaseId, plannerFacts.releaseIds));
  return { ...plannerFacts.platform, release, sources: plannerFacts.sources };
}

/**
 * What a plan needs beside the tenants.
 *
 * `planningContext({ release: "nkp-2.17.1", priceBook, settings: { floors: "none" } })`
 *
 * @throws InputError naming an unknown release, or every setting that is no assumption or not a value of it
 */
export function planningContext(options: {
  readonly release: string;
  readonly priceBook: PriceBook;
  readonly priceList?: PriceList | undefined;
  readonly settings?: Settings;
}): PlanningContext {
  return {
    catalog: catalogOf(options.release),
    choices: chooseParameters(parameters, options.settings ?? {}),
    priceBook: options.priceBook,
    ...(options.priceList === undefined ? {} : { priceList: options.priceList }),
  };
}
