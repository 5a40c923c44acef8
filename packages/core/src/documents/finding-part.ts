import * as z from "zod";
import type { Finding } from "../base/findings/finding.ts";
import { findingText } from "../base/findings/finding-text.ts";
import { FINDING_KINDS, SEVERITY_LEVELS } from "../base/findings/kinds.ts";
import { MessagePart, messagePart } from "./message-part.ts";
import { ConfidencePart } from "./parts.ts";

const SubjectPart = z.discriminatedUnion("in", [
  z.strictObject({
    in: z.literal("input"),
    file: z.string().optional(),
    path: z.array(z.union([z.string(), z.number()])),
    line: z.int().positive().optional(),
    column: z.int().positive().optional(),
  }),
  z.strictObject({
    in: z.literal("plan"),
    clusterName: z.string().optional(),
    poolRole: z.string().optional(),
    tenantId: z.string().optional(),
    parameterId: z.string().optional(),
  }),
]);

/** Something the planner says, as every JSON document has it. */
export const FindingPart = z.strictObject({
  ruleId: z.string().meta({ description: "What found it." }),
  code: z.string().meta({ description: "Which statement this is; stable, unlike its words." }),
  kind: z.enum(FINDING_KINDS),
  severity: z.enum(SEVERITY_LEVELS),
  statement: z.string().meta({ description: "The message and what to do, in English." }),
  message: MessagePart,
  help: z.string().nullable().meta({ description: "What to do about it; null where nothing is to be done." }),
  subject: SubjectPart,
  evidence: z
    .strictObject({
      confidence: ConfidencePart,
      sources: z.array(z.string()).meta({ description: "Ids of the catalog's bibliography." }),
      isDefault: z.boolean().meta({ description: "false where the user set it." }),
      note: z.string().optional(),
    })
    .optional(),
});

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
