import type { Parameter, PlatformCatalog, PlatformRelease, Source, WorkloadLibrary } from "@nkp-planner/core";
import type { PriceBookDraft, PriceListDraft, Scenario } from "../state/scenario.ts";

/** What every plan needs of the catalog, whatever the release: `data/platform.json` on the built site. */
export interface PlatformData {
  /** Which state of the catalog this is: `0.1.0+3f9a2c71`, the second part a hash of all its facts. */
  readonly dataRelease: string;
  readonly platform: Omit<PlatformCatalog, "release" | "sources">;
  readonly parameters: readonly Parameter[];
  /** Oldest first. */
  readonly releases: readonly ReleaseEntry[];
  /** Invented prices of other kinds, to try things out on. */
  readonly examples: Examples;
  /** What the page begins with, and what a share link leaves out where it is unchanged. */
  readonly example: Scenario;
}

export interface Examples {
  readonly priceBooks: readonly PriceBookDraft[];
  readonly priceLists: readonly PriceListDraft[];
}

export interface ReleaseEntry extends Pick<PlatformRelease, "id" | "version" | "status" | "kubernetesVersion"> {}

/** All that the planner reads facts from. Releases, sources and library come when they are first needed. */
export interface PlanningData extends PlatformData {
  release(id: string): Promise<PlatformRelease>;
  sources(): Promise<ReadonlyMap<string, Source>>;
  library(): Promise<WorkloadLibrary>;
}
