import { type JsonSchema, schemaOutline } from "@nkp-planner/core";
import { commentedYaml } from "../../text/commented-yaml.ts";
import type { Adapter } from "../adapter.ts";
import type { PlanToEmit } from "../plan-to-emit.ts";
import { exampleOptions } from "./example-options.ts";
import { OPTIONS_SCHEMA_HEADER } from "./options-schema.ts";

/** A map without anything in it, as YAML writes it. */
const NOTHING = /^\{\}\n/m;

/**
 * A file of options to start from, with a word on each: what an adapter needs, for each cluster of the plan.
 * @param schema `schema/emit-options.schema.json` of the package
 */
export function exampleOptionsText(adapter: Adapter, plan: PlanToEmit, schema: JsonSchema): string {
  const all: Readonly<Record<string, JsonSchema>> = schema.properties ?? {};
  const own = Object.keys(adapter.options.shape).map((name) => [name, all[name] ?? {}]);
  const text = commentedYaml(exampleOptions(adapter, plan), schemaOutline({ properties: Object.fromEntries(own) }), [
    OPTIONS_SCHEMA_HEADER,
    `Options of nkp-planner emit ${adapter.id}. All names and addresses are invented: put yours in.`,
  ]);
  // Where nothing is needed, what is uncommented must not stand below an empty map.
  return text.replace(NOTHING, "");
}
