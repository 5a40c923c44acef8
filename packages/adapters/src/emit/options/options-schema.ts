import type { JsonSchema } from "@nkp-planner/core";
import * as z from "zod";
import type { OptionSchema } from "../../formats/options.ts";

/** Where npm's mirror serves the schema, by the first number of the package's version. */
const PUBLISHED = "https://unpkg.com/@nkp-planner/adapters@0/schema/emit-options.schema.json";

/** The line of a file of options by which editors check and complete it, without its `#`. */
export const OPTIONS_SCHEMA_HEADER = `yaml-language-server: $schema=${PUBLISHED}`;

/** What a file of options may hold: what any of the adapters can be told. None of it need be there. */
export function optionsFileSchema(adapters: readonly { readonly options: OptionSchema }[]): JsonSchema {
  const shape = Object.assign({}, ...adapters.map(({ options }) => options.shape)) as z.ZodRawShape;
  const options = z.strictObject(shape).partial();
  const { $schema, ...rest } = z.toJSONSchema(options, { io: "input", target: "draft-07" });
  return { $schema, $id: PUBLISHED, title: "nkp-planner options of emit", ...rest } as JsonSchema;
}
