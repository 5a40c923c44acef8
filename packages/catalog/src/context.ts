import {
  chooseParameters,
  didYouMean,
  InputError,
  type PlanningContext,
  type PlatformCatalog,
  type PriceBook,
  type PriceList,
  type Problem,
  type Settings,
  shown,
} from "@nkp-planner/core";
import { parameters } from "./parameters.ts";
import {
  editions,
  nodeMinimums,
  nodeShapes,
  priorityClasses,
  prismCentralSizes,
  reservationProfiles,
  sources,
  storageSchemes,
  systemComponents,
  tenantServices,
} from "./platform.ts";
import { releases } from "./releases.ts";

/** Why a release cannot be planned with, or nothing where the catalog has it. */
export function releaseProblems(releaseId: string, path: Problem["path"] = ["release"]): readonly Problem[] {
  const known = releases.map(({ id }) => id);
  if (known.includes(releaseId)) return [];
  const fix = didYouMean(`nkp-${releaseId.replace(/^nkp-?/, "")}`, known);
  return [{ path, found: shown(releaseId), expected: `a release of the catalog: ${known.join(", ")}`, fix }];
}

/**
 * The platform as one release has it, such as `nkp-2.17.1`.
 * @throws InputError naming the releases there are
 */
export function catalogOf(releaseId: string): PlatformCatalog {
  const release = releases.find(({ id }) => id === releaseId);
  if (release === undefined) throw new InputError("fleet", releaseProblems(releaseId));
  return {
    release,
    system: systemComponents,
    nodeMinimums,
    nodeShapes,
    editions,
    reservationProfiles,
    priorityClasses,
    tenantServices,
    prismCentralSizes,
    storageSchemes,
    sources: Object.fromEntries(sources),
  };
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
