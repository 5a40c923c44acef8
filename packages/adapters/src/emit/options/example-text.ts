import { schemaOutline } from "@nkp-planner/core";
import { commentedYaml } from "../../text/commented-yaml.ts";
import type { Adapter } from "../adapter.ts";
import type { PlanToEmit } from "../plan-to-emit.ts";
import { exampleOptions } from "./example-options.ts";
import { OPTIONS_SCHEMA_HEADER, optionsSchema } from "./options-schema.ts";

/** A file of options to start from, with a word on each: what an adapter needs, for each cluster of the plan. */
export function exampleOptionsText(adapter: Adapter, plan: PlanToEmit): string {
  return commentedYaml(exampleOptions(adapter, plan), schemaOutline(optionsSchema(adapter.options)), [
    OPTIONS_SCHEMA_HEADER,
    `Options of nkp-planner emit ${adapter.id}. All names and addresses are invented: put yours in.`,
  ]);
}
