/** The JSON Schemas that ship: which there are, where they lie, and each as data. */

export * from "@nkp-planner/core/schemas";
export { publishedSchema } from "../published-schema.ts";
