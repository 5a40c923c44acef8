import type { SchemaName } from "./published-schemas.ts";

/** `2020-12`: what validators of today read; `draft-07`: what editors and SchemaStore read without a warning. */
export type SchemaDraft = "2020-12" | "draft-07";

/**
 * Where npm's mirror serves the package's files, by the first number of its version: files that say it in their head
 * work in a copy of the repository, beside an installed package and alone.
 */
const PUBLISHED = "https://unpkg.com/@nkp-planner/core@0/schema/";

/** The path of a schema below the package's folder `schema`. */
export function schemaPath(name: SchemaName, draft: SchemaDraft = "2020-12"): string {
  return `${draft === "draft-07" ? "draft-07/" : ""}${name}.schema.json`;
}

/** The address of a schema, which is its `$id`. */
export function schemaAddress(name: SchemaName, draft: SchemaDraft = "2020-12"): string {
  return `${PUBLISHED}${schemaPath(name, draft)}`;
}

/** The line of a YAML file by which editors with the YAML language server check and complete it, without its `#`: `schemaHeader("fleet")`. */
export function schemaHeader(name: SchemaName): string {
  return `yaml-language-server: $schema=${schemaAddress(name, "draft-07")}`;
}
