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
    description:
      "Where it is published, which is its $id; null: it is made when it is asked for, or is published in draft-07 alone.",
  }),
  draft07Address: z.string().nullable().meta({
    description: "Where it is in draft-07, for editors; null: nowhere, as nobody writes it into a file.",
  }),
});

/** What `schema show --format json` prints without a name. JSON Schema: `schema/schema-list.schema.json`. */
export const SchemaListDocument = z.strictObject({
  schemaVersion: z.literal(SCHEMA_VERSION),
  schemas: z.array(SchemaEntry),
});
export type SchemaListDocument = z.infer<typeof SchemaListDocument>;

/** A schema that ships, with its address in draft-07 where another package publishes it. */
export type ListedSchema = PublishedSchema & { readonly draft07Address?: string | null };

/** The schemas that ship, as `schema show --format json` prints them. */
export function schemaListDocument(schemas: readonly ListedSchema[]): SchemaListDocument {
  const entries = schemas.map(({ name, title, use, draft07Address = null }) => ({
    ...{ name, title, use, address: null, draft07Address },
    ...addressesOf(name),
  }));
  return { schemaVersion: SCHEMA_VERSION, schemas: entries };
}

function addressesOf(name: string): object {
  const published = publishedSchemas.find((one) => one.name === name);
  if (published === undefined) return {};
  return {
    address: schemaAddress(published.name),
    draft07Address: published.use === "written" ? schemaAddress(published.name, "draft-07") : null,
  };
}
