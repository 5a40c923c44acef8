import * as z from "zod";
import { SEVERITY_LEVELS } from "../base/findings/kinds.ts";
import { MessagePart } from "./message-part.ts";

const text = z.string();
const count = z.int().nonnegative();
const severity = z.enum(SEVERITY_LEVELS);

/** How much a check looked at, and what it came to. */
export const CheckCountsPart = z.strictObject({
  files: count.meta({ description: "How many files were read." }),
  clusters: count.meta({ description: "How many clusters they declare." }),
  judgements: count.meta({ description: "How many things rules were asked about, those that hold included." }),
  errors: count.meta({ description: "How many findings count, of severity error." }),
  warnings: count.meta({ description: "How many findings count, of severity warning." }),
  notes: count.meta({ description: "How many findings count, of severity note." }),
  notKnown: count.meta({ description: "How many of these say that nobody can know." }),
  letPass: count.meta({ description: "How many findings an exemption of the policy lets pass." }),
  ofBaseline: count.meta({ description: "How many findings the baseline has already." }),
});

/** A finding that follows from another. */
export const FollowedPart = z.strictObject({
  rule: text.meta({ description: "The rule that found it." }),
  about: text.meta({ description: "What it is about." }),
  file: text.meta({ description: "The file that it stands in." }),
});

/** A rule that was asked. */
export const CheckedRulePart = z.strictObject({
  id: text.meta({ description: "Its id, as policies name it." }),
  title: text.meta({ description: "What is wrong where it does not hold." }),
  severity: severity.meta({ description: "How bad that is where a policy does not say." }),
  address: text.meta({ description: "Where it is told about." }),
  passedCount: count.meta({ description: "Of how many things it holds." }),
});

/** What one rule says of one thing where it does not hold. */
export const JudgementPart = z.strictObject({
  ruleId: text.meta({ description: "Id of the rule." }),
  code: text.meta({ description: "Which of its statements this is; stable, unlike its words." }),
  state: z.enum(["fail", "unknown"]).meta({
    description: "fail: it does not hold; unknown: nobody can know from what was given, which is never a pass.",
  }),
  severity: severity.meta({ description: "How bad it is, as the policy has it." }),
  isOpen: z.boolean().meta({ description: "Whether it counts: neither let pass nor in the baseline." }),
  statement: text.meta({ description: "The message and what to do, in English." }),
  message: MessagePart.meta({ description: "What was found, with its figures." }),
  params: z
    .record(text, z.union([text, z.number(), z.array(text)]))
    .meta({ description: "The same figures as plain values; amounts are in the currency of the plan." }),
  what: text.meta({ description: "What it is about: a cluster, a pool, an object, a tenant." }),
  clusterName: text.nullable().meta({ description: "The cluster it is about, as the plan calls it; null: none." }),
  poolName: text.nullable().meta({ description: "The node pool it is about; null: none." }),
  place: z
    .strictObject({
      file: text.meta({ description: "The file, from the root of the repository on." }),
      line: z.int().positive().meta({ description: "Its line, from 1." }),
      column: z.int().positive().meta({ description: "Its column, from 1." }),
    })
    .meta({ description: "Where it stands." }),
  fingerprint: text.meta({
    description:
      "The same as long as rule, statement, subject and file are the same, on whatever line; once in a document.",
  }),
  exemption: z
    .strictObject({
      reason: text.meta({ description: "Why it is let pass, as the policy says it." }),
      expires: z.iso.date().meta({ description: "The last day on which it is." }),
    })
    .nullable()
    .meta({ description: "What lets it pass; null: nothing does." }),
  baselineState: z
    .enum(["new", "unchanged"])
    .nullable()
    .meta({ description: "Whether the baseline has it; null: there is no baseline." }),
});

/** A file that no rule looked at. */
export const LeftOutPart = z.strictObject({
  file: text.meta({ description: "The file, from the root of the repository on." }),
  reason: text.meta({ description: "Why nothing of it was asked." }),
});

/** Objects that no rule looked at. */
export const PassedOverPart = z.strictObject({
  count: count.meta({ description: "How many objects." }),
  reason: text.meta({ description: "Which, and why: the end of a sentence." }),
});
