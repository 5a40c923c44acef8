import type { SharingMethod } from "../costs/sharing-methods/sharing-method.ts";
import type { UpgradeEffortsOf } from "../costs/upgrade-labour.ts";
import type { PlatformCatalog, PlatformRelease } from "../input/catalog.ts";
import type { Parameter } from "../input/parameters.ts";
import type { WorkloadLibrary } from "../input/presets.ts";

/** What the planner must know of the platform, as the catalog has it. */
export interface PlannerFacts {
  readonly parameters: readonly Parameter[];
  readonly platform: Omit<PlatformCatalog, "release" | "sources">;
  /** The bibliography; a shell that looks titles up later gives none. */
  readonly sources: PlatformCatalog["sources"];
  /** Ids of all releases there are, oldest first. */
  readonly releaseIds: readonly string[];
  /** undefined for one that there is not. */
  releaseOf(id: string): PlatformRelease | undefined;
  /** Presets and applications that tenants may name; without it every tenant is to be written in full. */
  readonly library?: WorkloadLibrary | undefined;
}

/** The same with what a provider brings of its own. */
export interface FactsWithSharing extends PlannerFacts {
  /** What shared costs may be split by beside what every fleet may; absent: nothing. */
  readonly ownSharing?: readonly SharingMethod[];
  /** What plays calendars of upgrades; without it their labour is so many hours for each cluster, and plans say so. */
  readonly upgradeEfforts?: UpgradeEffortsOf | undefined;
}
