import { createRequire } from "node:module";
import { type JsonSchema, type SchemaDraft, type SchemaName, schemaPath } from "@nkp-planner/core";

/** A JSON Schema as it ships, by its name; only what is asked for is read. */
export function publishedSchema(name: SchemaName, draft?: SchemaDraft): JsonSchema {
  return createRequire(import.meta.url)(`@nkp-planner/core/schema/${schemaPath(name, draft)}`);
}
