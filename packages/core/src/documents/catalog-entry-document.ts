import * as z from "zod";
import { Source } from "../base/provenance.ts";
import { PlatformRelease } from "../input/catalog.ts";
import { FactSheet } from "../input/facts.ts";
import { Parameter } from "../input/parameters.ts";
import { TypicalApplication, WorkloadPreset } from "../input/presets.ts";
import { SCHEMA_VERSION } from "./parts.ts";

const head = <Kind extends string>(kind: Kind) => ({
  schemaVersion: z.literal(SCHEMA_VERSION),
  kind: z.literal(kind).meta({ description: "Which sort of entry of the catalog it is." }),
});

/** What `catalog show ID --format json` prints, by the kind of the entry. JSON Schemas: `schema/release.schema.json` and so on. */
export const CatalogEntryDocuments = {
  release: z.strictObject({ ...head("release"), ...PlatformRelease.shape }),
  assumption: z.strictObject({ ...head("assumption"), ...Parameter.shape }),
  "fact-sheet": z.strictObject({ ...head("fact-sheet"), ...FactSheet.shape }),
  preset: z.strictObject({ ...head("preset"), ...WorkloadPreset.shape }),
  application: z.strictObject({ ...head("application"), ...TypicalApplication.shape }),
  source: z.strictObject({ ...head("source"), ...Source.shape }),
};

/** Entries of the catalog by the word for their kind. */
export interface CatalogEntries {
  readonly release: PlatformRelease;
  readonly assumption: Parameter;
  readonly "fact-sheet": FactSheet;
  readonly preset: WorkloadPreset;
  readonly application: TypicalApplication;
  readonly source: Source;
}

/** An entry of the catalog as its document: the version of the shape and the kind, then the entry as the catalog has it. */
export function catalogEntryDocument<Kind extends keyof CatalogEntries>(kind: Kind, entry: CatalogEntries[Kind]) {
  return { schemaVersion: SCHEMA_VERSION, kind, ...entry };
}
