import { createRequire } from "node:module";
import type { JsonSchema } from "@nkp-planner/core";

/** A JSON Schema as it ships, by its name; only what is asked for is read. */
export function publishedSchema(name: string): JsonSchema {
  return createRequire(import.meta.url)(`@nkp-planner/core/schema/${name}.schema.json`);
}
