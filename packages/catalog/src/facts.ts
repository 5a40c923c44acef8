import {
  chooseParameters,
  InputError,
  type PlannerFacts,
  type PlanningContext,
  type PlatformCatalog,
  type PlatformRelease,
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
  operatingLayers,
  planeSizes,
  priorityClasses,
  prismCentralSizes,
  reservationProfiles,
  sources,
  storageSchemes,
  systemComponents,
  tenantServices,
  upgradeFacts,
  versions,
} from "./platform.ts";
import { workloadLibrary } from "./presets.ts";

/** What a plan needs beside the tenants and the facts. */
export interface ContextOptions {
  readonly release: string;
  readonly priceBook: PriceBook;
  readonly priceList?: PriceList | undefined;
  readonly settings?: Settings;
}

/**
 * What the planner must know of the platform, with these releases only, so that a bundle holds no others.
 *
 * `plannerFactsOf([release])` with the `release` of `@nkp-planner/catalog/releases/nkp-2.17.1`
 */
export function plannerFactsOf(releases: readonly PlatformRelease[]): PlannerFacts {
  return {
    parameters,
    platform: {
      system: systemComponents,
      nodeMinimums,
      nodeShapes,
      editions,
      reservationProfiles,
      priorityClasses,
      tenantServices,
      operatingLayers,
      planeSizes,
      versions,
      kubernetesSupport,
      upgradeFacts,
      prismCentralSizes,
      storageSchemes,
    },
    sources: Object.fromEntries(sources),
    releaseIds: releases.map(({ id }) => id),
    releaseOf: (id) => releases.find((release) => release.id === id),
    library: workloadLibrary,
  };
}

/**
 * The platform as one release of these facts has it.
 * @throws InputError naming the releases there are
 */
export function catalogWith(facts: PlannerFacts, releaseId: string): PlatformCatalog {
  const release = facts.releaseOf(releaseId);
  if (release === undefined) throw new InputError("fleet", releaseProblems(releaseId, facts.releaseIds));
  return { ...facts.platform, release, sources: facts.sources };
}

/**
 * What a plan needs beside the tenants, of these facts.
 * @throws InputError naming an unknown release, or every setting that is no assumption or not a value of it
 */
export function planningContextWith(facts: PlannerFacts, options: ContextOptions): PlanningContext {
  return {
    catalog: catalogWith(facts, options.release),
    choices: chooseParameters(facts.parameters, options.settings ?? {}),
    priceBook: options.priceBook,
    ...(options.priceList === undefined ? {} : { priceList: options.priceList }),
  };
}
