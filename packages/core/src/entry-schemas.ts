/** The JSON Schemas that ship, by name, with their paths and addresses. It needs no library and reads no file. */

export type { JsonSchema } from "./base/json-schema.ts";
export {
  type PublishedSchema,
  publishedSchemas,
  type SchemaName,
  type SchemaUse,
} from "./documents/published-schemas.ts";
export { type SchemaDraft, schemaAddress, schemaHeader, schemaPath } from "./documents/schema-address.ts";
