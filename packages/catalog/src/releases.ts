import type { PlatformRelease } from "@nkp-planner/core";
import { release as nkp2161 } from "./releases/nkp-2.16.1.ts";
import { release as nkp2171 } from "./releases/nkp-2.17.1.ts";
import { release as nkp2180dev } from "./releases/nkp-2.18.0-dev.ts";

/** Oldest first. A new release is a file below `data/releases/`, one that reads it in `releases/`, and a line here. */
export const releases: readonly PlatformRelease[] = [nkp2161, nkp2171, nkp2180dev];
