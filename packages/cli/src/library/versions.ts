import catalog from "@nkp-planner/catalog/package.json" with { type: "json" };
import core from "@nkp-planner/core/package.json" with { type: "json" };

/** Of the packages that answers come from. */
export const VERSIONS = { core: core.version, catalog: catalog.version } as const;
