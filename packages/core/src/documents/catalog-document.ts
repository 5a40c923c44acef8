import * as z from "zod";
import { PlatformRelease } from "../input/catalog.ts";
import type { Parameter } from "../input/parameters.ts";
import { TypicalApplication, type WorkloadLibrary, WorkloadPreset } from "../input/presets.ts";
import { SCHEMA_VERSION } from "./parts.ts";

const { id, kubernetesVersion, status, releasedOn } = PlatformRelease.shape;
const ReleaseEntry = z.strictObject({ id, kubernetesVersion, status, releasedOn });
const PresetEntry = z.strictObject({ id: WorkloadPreset.shape.id, name: WorkloadPreset.shape.name });
const { id: applicationId, name, chart, version } = TypicalApplication.shape;
const ApplicationEntry = z.strictObject({ id: applicationId, name, chart, version });
const FactSheetEntry = z.strictObject({ id: z.string(), title: z.string() });
const AssumptionEntry = z.strictObject({
  id: z.string(),
  title: z.string(),
  default: z.string().meta({ description: "The option taken where nothing is set." }),
  options: z.array(z.string()),
});

/** What `catalog list --format json` prints: what there is, by name. JSON Schema: `schema/catalog.schema.json`. */
export const CatalogDocument = z.strictObject({
  schemaVersion: z.literal(SCHEMA_VERSION),
  releases: z.array(ReleaseEntry),
  assumptions: z.array(AssumptionEntry),
  factSheets: z.array(FactSheetEntry),
  presets: z.array(PresetEntry),
  applications: z.array(ApplicationEntry),
});
export type CatalogDocument = z.infer<typeof CatalogDocument>;

/** What a catalog can list. */
export interface ListedCatalog {
  readonly releases: readonly PlatformRelease[];
  readonly parameters: readonly Parameter[];
  readonly factSheets: readonly { readonly id: string; readonly title: string }[];
  readonly library: WorkloadLibrary;
}

/** What the catalog holds, as `catalog list --format json` prints it. */
export function catalogDocument({ releases, parameters, factSheets, library }: ListedCatalog): CatalogDocument {
  return {
    schemaVersion: SCHEMA_VERSION,
    releases: releases.map(({ id, kubernetesVersion, status, releasedOn }) => ({
      id,
      kubernetesVersion,
      status,
      releasedOn,
    })),
    assumptions: parameters.map(({ id, title, default: standard, options }) => ({
      id,
      title,
      default: standard,
      options: options.map((option) => option.id),
    })),
    factSheets: factSheets.map(({ id, title }) => ({ id, title })),
    presets: library.presets.map(({ id, name }) => ({ id, name })),
    applications: library.applications.map(({ id, name, chart, version }) => ({ id, name, chart, version })),
  };
}
