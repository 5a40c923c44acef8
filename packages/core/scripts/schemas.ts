import * as z from "zod";
import { WHOLE_EXTENDED_NAME } from "../src/base/extended-resources.ts";
import type { JsonSchema } from "../src/base/json-schema.ts";
import { DOCUMENT_SCHEMAS } from "../src/documents/document-schemas.ts";
import { publishedSchemas, type SchemaName } from "../src/documents/published-schemas.ts";
import { type SchemaDraft, schemaAddress, schemaPath } from "../src/documents/schema-address.ts";
import { FleetFile } from "../src/input/fleet-file.ts";
import { RequestsField } from "../src/input/requests-field.ts";
import { PriceListFile } from "../src/price-list/price-list-file.ts";
import { PriceBookFile } from "../src/prices/price-book-file.ts";
import { WhatIfFile } from "../src/whatif/what-if-file.ts";
import { withWords } from "./document-words.ts";
import { formOf } from "./written-forms.ts";
import { withPlaces } from "./written-places.ts";

/** What others rely on: files people write (as they write them) and documents we print. */
export const SCHEMAS: Readonly<Record<SchemaName, z.ZodType>> = {
  fleet: FleetFile,
  "price-book": PriceBookFile,
  "price-list": PriceListFile,
  "what-if": WhatIfFile,
  ...DOCUMENT_SCHEMAS,
};

/**
 * Path below `schema/` → JSON Schema text, generated from the same zod schemas that check values at run time; of files
 * that people write there is a twin in draft-07, too.
 */
export function jsonSchemas(): ReadonlyMap<string, string> {
  return new Map(
    publishedSchemas.flatMap((published) => {
      const drafts: readonly SchemaDraft[] = published.use === "written" ? ["2020-12", "draft-07"] : ["2020-12"];
      return drafts.map((draft) => [schemaPath(published.name, draft), schemaText(published, draft)] as const);
    }),
  );
}

function schemaText({ name, title, use }: (typeof publishedSchemas)[number], draft: SchemaDraft): string {
  const target = draft === "draft-07" ? draft : "draft-2020-12";
  const { $schema, ...rest } = z.toJSONSchema(SCHEMAS[name], {
    io: "input",
    target,
    override: asWritten,
  }) as JsonSchema;
  const said = use === "written" ? withPlaces(rest, name) : withWords(rest, [name]);
  return `${JSON.stringify({ $schema, $id: schemaAddress(name, draft), title, ...said }, null, 2)}\n`;
}

/** Examples and defaults are what people write; zod leaves them out where a value is read into another one. */
function asWritten({ zodSchema, jsonSchema }: Parameters<NonNullable<z.core.ToJSONSchemaParams["override"]>>[0]): void {
  const examples = examplesOf(zodSchema);
  if (examples.length > 0) jsonSchema.examples = examples;
  if (zodSchema instanceof z.ZodDefault) jsonSchema.default = zodSchema.def.defaultValue;
  if (zodSchema === RequestsField) Object.assign(jsonSchema, REQUESTS);
  const form = formOf(zodSchema);
  if (form === undefined) return;
  delete jsonSchema.anyOf;
  Object.assign(jsonSchema, form);
}

/** What zod cannot say of it: further keys of one form, and no others. */
const REQUESTS = {
  patternProperties: {
    [WHOLE_EXTENDED_NAME.source]: {
      title: "pieces",
      description: "An extended resource by its full name, such as a GPU: whole pieces that one pod has for itself.",
      examples: [1],
      anyOf: [
        { type: "integer", minimum: 0, maximum: 999_999 },
        { type: "string", pattern: "^\\d{1,6}$" },
      ],
    },
  },
  additionalProperties: false,
} as const;

/** Every example that stands in a schema, with what the schema of its place says of it. */
export function exampleReadings(
  schema: z.ZodType,
): readonly { readonly example: unknown; readonly isAccepted: boolean }[] {
  const found: { example: unknown; isAccepted: boolean }[] = [];
  const override: z.core.ToJSONSchemaParams["override"] = ({ zodSchema }) => {
    for (const example of examplesOf(zodSchema))
      found.push({ example, isAccepted: z.safeParse(zodSchema, example).success });
  };
  z.toJSONSchema(schema, { io: "input", override });
  return found;
}

function examplesOf(schema: z.core.$ZodType): unknown[] {
  const examples: unknown = z.globalRegistry.get(schema)?.examples;
  return Array.isArray(examples) ? examples : [];
}
