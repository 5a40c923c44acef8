import * as z from "zod";
import type { Finding } from "../base/findings/finding.ts";
import { findingText } from "../base/findings/finding-text.ts";
import { FINDING_KINDS, SEVERITY_LEVELS } from "../base/findings/kinds.ts";
import { MessagePart, messagePart } from "./message-part.ts";
import { ConfidencePart } from "./parts.ts";

const SubjectPart = z.discriminatedUnion("in", [
  z.strictObject({
    in: z.literal("input").meta({ description: "It is about a place in what was given." }),
    file: z.string().optional().meta({ description: "The file, as it was named." }),
    path: z
      .array(z.union([z.string(), z.number()]))
      .meta({ description: "Keys and positions that lead to the place." }),
    line: z.int().positive().optional().meta({ description: "Its line, from 1." }),
    column: z.int().positive().optional().meta({ description: "Its column, from 1." }),
  }),
  z.strictObject({
    in: z.literal("plan").meta({ description: "It is about a part of the plan." }),
    clusterName: z.string().optional().meta({ description: "The cluster it is about." }),
    poolRole: z.string().optional().meta({ description: "The node pool of that cluster." }),
    poolName: z
      .string()
      .optional()
      .meta({ description: "What a tenant calls the pool, where it has given it a name." }),
    tenantId: z.string().optional().meta({ description: "The tenant it is about." }),
    parameterId: z.string().optional().meta({ description: "The assumption it is about." }),
  }),
]);

/** Something the planner says, as every JSON document has it. */
export const FindingPart = z.strictObject({
  ruleId: z.string().meta({ description: "What found it." }),
  code: z.string().meta({ description: "Which statement this is; stable, unlike its words." }),
  kind: z.enum(FINDING_KINDS).meta({ description: "What sort of thing is said." }),
  severity: z.enum(SEVERITY_LEVELS).meta({ description: "How much it weighs." }),
  statement: z.string().meta({ description: "The message and what to do, in English." }),
  message: MessagePart.meta({ description: "What was found, with its figures." }),
  help: z.string().nullable().meta({ description: "What to do about it; null where nothing is to be done." }),
  subject: SubjectPart.meta({ description: "What it is about." }),
  evidence: z
    .strictObject({
      confidence: ConfidencePart.meta({ description: "How far it can be trusted." }),
      sources: z.array(z.string()).meta({ description: "Ids of the catalog's bibliography." }),
      isDefault: z.boolean().meta({ description: "false where the user set it." }),
      note: z.string().optional().meta({ description: "What else is to be known of the sources." }),
    })
    .optional()
    .meta({ description: "What it rests on, where it rests on the catalog." }),
});

/** A finding as documents print it. */
export function findingPart(finding: Finding): z.infer<typeof FindingPart> {
  const { ruleId, code, kind, severity, message, help, subject, evidence } = finding;
  return {
    ruleId,
    code,
    kind,
    severity,
    statement: findingText(finding),
    message: messagePart(message),
    help: help === null ? null : messagePart(help).text,
    subject: subject.in === "input" ? { ...subject, path: [...subject.path] } : { ...subject },
    ...(evidence === undefined ? {} : { evidence: evidencePart(evidence) }),
  };
}

function evidencePart({ confidence, sources, isDefault, note }: NonNullable<Finding["evidence"]>) {
  return { confidence, sources: [...sources], isDefault, ...(note === undefined ? {} : { note }) };
}
