import type { JsonSchema } from "@nkp-planner/core";
import * as z from "zod";
import type { CheckRule } from "../check-rule.ts";
import { policySchema } from "./policy-schema.ts";

/** Where npm's mirror serves the schema, by the first number of the package's version. */
export const POLICY_SCHEMA_ADDRESS = "https://unpkg.com/@nkp-planner/adapters@0/schema/sizing-policy.schema.json";

/** The line of a policy by which editors check and complete it, without its `#`. */
export const POLICY_SCHEMA_HEADER = `yaml-language-server: $schema=${POLICY_SCHEMA_ADDRESS}`;

/** What a policy of checks may hold, for editors: every rule with what it can be told. */
export function policyFileSchema(rules: readonly CheckRule[]): JsonSchema {
  const { $schema, ...rest } = z.toJSONSchema(policySchema(rules), { io: "input", target: "draft-07" });
  return { $schema, $id: POLICY_SCHEMA_ADDRESS, title: "nkp-planner policy of checks", ...rest } as JsonSchema;
}
