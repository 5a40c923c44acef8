import * as z from "zod";
import type { Assumption } from "../assumptions.ts";
import { Confidence } from "../provenance.ts";
import { SHORTFALL_CODES, type Shortfall } from "../shortfalls.ts";

/** The version of every document's shape: the first number changes when a reader of the old shape would break. */
export const SCHEMA_VERSION = "2.0";

export const MoneyPart = z
  .strictObject({ amount: z.string().regex(/^-?\d+(\.\d+)?$/), currency: z.string().regex(/^[A-Z]{3}$/) })
  .meta({ description: "A decimal amount as text, never a float." });

export const ConfidencePart = z.enum([...Confidence.options, "user", "computed"]);

export const AssumptionPart = z.strictObject({
  id: z.string(),
  kind: z.enum(["choice", "unknown", "prices", "method"]),
  statement: z.string(),
  confidence: ConfidencePart,
  sources: z.array(z.string()).meta({ description: "Ids of the catalog's bibliography." }),
  isDefault: z.boolean().meta({ description: "false where the user set it." }),
  note: z.string().optional(),
});

export const ShortfallPart = z.strictObject({
  code: z.enum(SHORTFALL_CODES),
  severity: z.enum(["infeasible", "unmet-wish"]),
  clusterName: z.string().nullable().meta({ description: "null: it concerns no single cluster." }),
  tenantId: z.string().nullable(),
  statement: z.string(),
});

export function assumptionPart({ note, sources, ...rest }: Assumption): z.infer<typeof AssumptionPart> {
  return { ...rest, sources: [...sources], ...(note === undefined ? {} : { note }) };
}

export function shortfallPart(shortfall: Shortfall): z.infer<typeof ShortfallPart> {
  return { ...shortfall };
}
