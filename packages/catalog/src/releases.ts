import { PlatformRelease } from "@nkp-planner/core";
import nkp2161 from "../data/releases/nkp-2.16.1.json" with { type: "json" };
import nkp2171 from "../data/releases/nkp-2.17.1.json" with { type: "json" };
import nkp2180dev from "../data/releases/nkp-2.18.0-dev.json" with { type: "json" };

/** Oldest first. A new release is one file below `data/releases/` and one line here. */
export const releases: readonly PlatformRelease[] = [nkp2161, nkp2171, nkp2180dev].map((file) =>
  PlatformRelease.parse(file),
);
