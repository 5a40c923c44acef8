import type { JsonSchema } from "@nkp-planner/core";
import * as z from "zod";

const text = (description: string, example: string) => z.string().meta({ description, examples: [example] });

/** What a file of known findings holds: by the fingerprint they are known, all else is for people who read it. */
export const baselineSchema = z.strictObject({
  apiVersion: z.literal("nkp-planner/v1").meta({ description: "The version of the file's format." }),
  kind: z.literal("CheckBaseline").meta({ description: "What the file holds." }),
  model: text("How the fleet was run when it was written.", "ultimate-centralized"),
  findings: z
    .array(
      z.strictObject({
        fingerprint: z
          .string()
          .regex(/^[0-9a-f]{64}$/)
          .meta({
            description: "Tells the finding from all others, wherever in its file it stands.",
            examples: ["9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"],
          }),
        rule: text("The rule that found it.", "too-few-nodes"),
        about: text("What it is about.", "cluster tenant-kite, pool workload"),
        file: text("The file that it stands in.", "clusters/tenant-kite/cluster.yaml"),
      }),
    )
    .meta({ description: "Findings that were there when the file was written, by file, rule and subject." }),
});

/** Where npm's mirror serves the schema, by the first number of the package's version. */
export const BASELINE_SCHEMA_ADDRESS = "https://unpkg.com/@nkp-planner/adapters@0/schema/check-baseline.schema.json";

/** The same as a JSON Schema, for editors and programs. */
export function baselineFileSchema(): JsonSchema {
  const { $schema, ...rest } = z.toJSONSchema(baselineSchema, { io: "input", target: "draft-07" });
  return { $schema, $id: BASELINE_SCHEMA_ADDRESS, title: "nkp-planner baseline of checks", ...rest } as JsonSchema;
}
