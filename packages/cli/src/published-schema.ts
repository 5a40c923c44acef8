import { createRequire } from "node:module";
import {
  type JsonSchema,
  type PublishedSchema,
  publishedSchemas,
  type SchemaDraft,
  type SchemaName,
  schemaPath,
} from "@nkp-planner/core/schemas";

/**
 * A JSON Schema as it ships, by its name, read from its file; draft-07 is there of files that people write. In a page,
 * where no file can be read, import it instead: `@nkp-planner/core/schema/plan.schema.json`.
 *
 * `publishedSchema("plan").properties`
 *
 * @throws RangeError where no such schema ships
 */
export function publishedSchema(name: SchemaName, draft: SchemaDraft = "2020-12"): JsonSchema {
  const known: readonly PublishedSchema[] = publishedSchemas;
  const names = known.filter(({ use }) => draft === "2020-12" || use === "written").map((one) => one.name);
  if (!names.includes(name)) throw new RangeError(`No schema ${name} of ${draft} ships, but of ${names.join(", ")}.`);
  return createRequire(import.meta.url)(`@nkp-planner/core/schema/${schemaPath(name, draft)}`);
}
