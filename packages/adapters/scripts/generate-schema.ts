/** Writes the JSON Schemas that ship with the package: `pnpm schemas`. */
import { mkdirSync, writeFileSync } from "node:fs";
import { baselineFileSchema } from "../src/check/baseline/baseline-schema.ts";
import { checkRules } from "../src/check/check-rules.ts";
import { policyFileSchema } from "../src/check/policy/policy-file-schema.ts";
import { adapters } from "../src/emit/index.ts";
import { optionsFileSchema } from "../src/emit/options/options-schema.ts";
import { runAdapters } from "../src/runs/run-adapters.ts";
import { runOptionsSchema } from "../src/runs/run-options.ts";

const folder = new URL("../schema/", import.meta.url);
mkdirSync(folder, { recursive: true });
const schemas = {
  "check-baseline.schema.json": baselineFileSchema(),
  "emit-options.schema.json": optionsFileSchema(adapters),
  "run-options.schema.json": runOptionsSchema(runAdapters),
  "sizing-policy.schema.json": policyFileSchema(checkRules),
};
for (const [name, schema] of Object.entries(schemas))
  writeFileSync(new URL(name, folder), `${JSON.stringify(schema, null, 2)}\n`);
console.log("The schemas of baselines, options, runs and policies written to packages/adapters/schema/");
