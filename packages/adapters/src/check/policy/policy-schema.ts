import * as z from "zod";
import type { CheckRule } from "../check-rule.ts";

/** How bad a finding is, or that nobody asks. */
const SeverityField = z.enum(["error", "warning", "note", "off"]).meta({
  description: "How bad a finding of the rule is; off: the rule is not asked.",
  examples: ["warning"],
});

const text = (description: string, example: string) =>
  z
    .string()
    .min(1)
    .max(1000)
    .meta({ description, examples: [example] });

/** Findings that are let pass until a day. */
const exemptionOf = (ruleIds: readonly string[]) =>
  z.strictObject({
    rule: z.enum(ruleIds as [string, ...string[]]).meta({ description: "The rule.", examples: [ruleIds[0]] }),
    cluster: text("Only of this cluster, as the plan or its file calls it.", "tenant-kite").exactOptional(),
    pool: text("Only of this pool.", "workload").exactOptional(),
    file: text("Only in this file, or in files below this folder.", "clusters/tenant-kite").exactOptional(),
    reason: text("Why it is let pass.", "Scaled down until the migration in March."),
    expires: z.iso.date().meta({ description: "The last day on which it is let pass.", examples: ["2027-03-31"] }),
  });

/** What a policy file of checks may hold, by the rules there are; optional, not exactly so, where keys are to be guessed. */
export function policySchema(rules: readonly CheckRule[]) {
  const ruleOf = ({ title, thresholds }: CheckRule) =>
    z
      .strictObject({ severity: SeverityField.exactOptional(), ...thresholds.shape })
      .optional()
      .meta({ description: `${title}.` });
  return z.strictObject({
    apiVersion: z.literal("nkp-planner/v1").meta({ description: "The version of the file's format." }),
    kind: z.literal("SizingPolicy").meta({ description: "What the file holds." }),
    model: text("How the fleet is run, as --model takes it.", "ultimate-centralized").exactOptional(),
    clusters: z
      .record(z.string(), z.string())
      .meta({
        description: "Planned clusters by the names that files have for them.",
        examples: [{ "kite-prod": "tenant-kite" }],
      })
      .exactOptional(),
    rules: z
      .strictObject(Object.fromEntries(rules.map((rule) => [rule.id, ruleOf(rule)])))
      .meta({ description: "What is asked otherwise than usual, by the rule's id." })
      .optional(),
    exemptions: z
      .array(exemptionOf(rules.map(({ id }) => id)))
      .meta({ description: "Findings that are let pass, each with its reason and its last day." })
      .exactOptional(),
  });
}
