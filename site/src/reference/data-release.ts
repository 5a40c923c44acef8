import { parameters, releases } from "@nkp-planner/catalog";
import type { PlatformRelease } from "@nkp-planner/core";

/** The newest release that the catalog describes, and the day on which its readings were last compared with sources. */
export const latestRelease = releases.at(-1) as PlatformRelease;
export const latestCheck = parameters
  .map(({ lastCheckedOn }) => lastCheckedOn)
  .sort()
  .at(-1) as string;
