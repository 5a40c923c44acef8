import {
  chooseParameters,
  didYouMean,
  InputError,
  type PlanningContext,
  type PlatformCatalog,
  type PriceBook,
  type Settings,
  shown,
} from "@nkp-planner/core";
import { parameters } from "./parameters.ts";
import { editions, nodeMinimums, nodeShapes, sources, systemComponents } from "./platform.ts";
import { releases } from "./releases.ts";

/**
 * The platform as one release has it, such as `nkp-2.17.1`.
 * @throws InputError naming the releases there are
 */
export function catalogOf(releaseId: string): PlatformCatalog {
  const release = releases.find(({ id }) => id === releaseId);
  if (release === undefined) {
    const known = releases.map(({ id }) => id);
    const expected = `a release of the catalog: ${known.join(", ")}`;
    const fix = didYouMean(`nkp-${releaseId.replace(/^nkp-?/, "")}`, known);
    throw new InputError("fleet", [{ path: ["release"], found: shown(releaseId), expected, fix }]);
  }
  return { release, system: systemComponents, nodeMinimums, nodeShapes, editions, sources };
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
  readonly settings?: Settings;
}): PlanningContext {
  return {
    catalog: catalogOf(options.release),
    choices: chooseParameters(parameters, options.settings ?? {}),
    priceBook: options.priceBook,
  };
}
