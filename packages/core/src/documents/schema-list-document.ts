import * as z from "zod";
import { SCHEMA_VERSION } from "./parts.ts";
import { type PublishedSchema, publishedSchemas } from "./published-schemas.ts";
import { schemaAddress } from "./schema-address.ts";

const SchemaEntry = z.strictObject({
  name: z.string().meta({ description: "What schema show and the published file call it." }),
  title: z.string().meta({ description: "What it is the schema of." }),
  use: z.enum(["written", "printed", "catalog"]).meta({
    description: "Whether people write it, commands print it, or the catalog holds it.",
  }),
  address: z.string().nullable().meta({
    description: "Where it is published, which is its $id; null: it is made of the catalog when it is asked for.",
  }),
  draft07Address: z.string().nullable().meta({
    description: "Where its twin in draft-07 is, for editors; null: there is none, as nobody writes it into a file.",
  }),
});

/** What `schema show --format json` prints without a name. JSON Schema: `schema/schema-list.schema.json`. */
export const SchemaListDocument = z.strictObject({
  schemaVersion: z.literal(SCHEMA_VERSION),
  schemas: z.array(SchemaEntry),
});
export type SchemaListDocument = z.infer<typeof SchemaListDocument>;

/** The schemas that ship, as `schema show --format json` prints them. */
export function schemaListDocument(schemas: readonly PublishedSchema[]): SchemaListDocument {
  const entries = schemas.map(({ name, title, use }) => ({ name, title, use, ...addressesOf(name) }));
  return { schemaVersion: SCHEMA_VERSION, schemas: entries };
}

function addressesOf(name: string): { readonly address: string | null; readonly draft07Address: string | null } {
  const published = publishedSchemas.find((one) => one.name === name);
  if (published === undefined) return { address: null, draft07Address: null };
  return {
    address: schemaAddress(published.name),
    draft07Address: published.use === "written" ? schemaAddress(published.name, "draft-07") : null,
  };
}
