import * as z from "zod";
import { SCHEMA_VERSION } from "./parts.ts";
import type { PublishedSchema } from "./published-schemas.ts";

const SchemaEntry = z.strictObject({
  name: z.string().meta({ description: "What schema show and the published file call it." }),
  title: z.string().meta({ description: "What it is the schema of." }),
  use: z.enum(["written", "printed", "catalog"]).meta({
    description: "Whether people write it, commands print it, or the catalog holds it.",
  }),
});

/** What `schema show --format json` prints without a name. JSON Schema: `schema/schema-list.schema.json`. */
export const SchemaListDocument = z.strictObject({
  schemaVersion: z.literal(SCHEMA_VERSION),
  schemas: z.array(SchemaEntry),
});
export type SchemaListDocument = z.infer<typeof SchemaListDocument>;

export function schemaListDocument(schemas: readonly PublishedSchema[]): SchemaListDocument {
  return { schemaVersion: SCHEMA_VERSION, schemas: schemas.map(({ name, title, use }) => ({ name, title, use })) };
}
