import { type JsonSchema, schemaOutline } from "@nkp-planner/core";
import * as z from "zod";
import { commentedYaml } from "../text/commented-yaml.ts";
import type { RunAdapter } from "./run-adapter.ts";

/** Where npm's mirror serves the schema, by the first number of the package's version. */
const PUBLISHED = "https://unpkg.com/@nkp-planner/adapters@0/schema/run-options.schema.json";

/** What a file of options of runs may hold. None of it need be there. */
export function runOptionsSchema(adapters: readonly Pick<RunAdapter, "options">[]): JsonSchema {
  const shape = Object.assign({}, ...adapters.map(({ options }) => options.shape)) as z.ZodRawShape;
  const options = z.strictObject(shape).partial();
  const { $schema, ...rest } = z.toJSONSchema(options, { io: "input", target: "draft-07" });
  return { $schema, $id: PUBLISHED, title: "nkp-planner options of runs", ...rest } as JsonSchema;
}

/** A file of options to start from, with a word on each. All values are invented, and it is taken as it is. */
export function exampleRunOptionsText({ id, exampleOptions, options }: RunAdapter): string {
  return commentedYaml(exampleOptions, schemaOutline(runOptionsSchema([{ options }])), [
    `yaml-language-server: $schema=${PUBLISHED}`,
    `Options of nkp-planner emit ${id}. All names and addresses are invented: put yours in.`,
  ]);
}
