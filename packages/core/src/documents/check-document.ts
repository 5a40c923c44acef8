import * as z from "zod";
import type { Finding } from "../base/findings/finding.ts";
import { findingText } from "../base/findings/finding-text.ts";
import { SEVERITY_LEVELS, type Severity } from "../base/findings/kinds.ts";
import {
  CheckCountsPart,
  CheckedRulePart,
  FollowedPart,
  JudgementPart,
  LeftOutPart,
  PassedOverPart,
} from "./check-parts.ts";
import { SaidOfInputs, saidOfInputs } from "./document-head.ts";
import { messagePart } from "./message-part.ts";
import { SCHEMA_VERSION } from "./parts.ts";

/** What `check --format json` prints. JSON Schema: `schema/check.schema.json`. */
export const CheckDocument = z.strictObject({
  schemaVersion: z.literal(SCHEMA_VERSION),
  kind: z.literal("check").meta({ description: "What the document is." }),
  model: z
    .strictObject({
      id: z.string().meta({ description: "Its id, as --model takes it." }),
      title: z.string().meta({ description: "What it is called." }),
    })
    .meta({ description: "The model whose plan the files were held against." }),
  today: z.iso.date().meta({ description: "The day by which support and exemptions were judged." }),
  counts: CheckCountsPart.meta({ description: "How much was looked at, and what it came to." }),
  rules: z.array(CheckedRulePart).meta({ description: "Rules that were asked." }),
  offRuleIds: z.array(z.string()).meta({ description: "Ids of rules that the policy turned off." }),
  judgements: z.array(JudgementPart).meta({
    description: "Everything that does not hold or is not known, also what is let pass; what holds is counted.",
  }),
  followed: z
    .array(FollowedPart)
    .meta({ description: "What follows from a judgement at the same place, and is not said again." }),
  leftOut: z.array(LeftOutPart).meta({ description: "Files that say nothing of clusters." }),
  passedOver: z.array(PassedOverPart).meta({ description: "Objects that no rule asks about." }),
  findings: SaidOfInputs,
});
export type CheckDocument = z.infer<typeof CheckDocument>;

/** What a check came to, as far as its document tells it. */
export interface CheckToTell<Judged extends JudgementToTell> {
  readonly model: { readonly id: string; readonly title: string };
  readonly today: string;
  readonly rules: readonly RuleToTell[];
  readonly offRuleIds: readonly string[];
  readonly judged: readonly Judged[];
  readonly followed: readonly Judged[];
  readonly fileCount: number;
  readonly clusterCount: number;
  readonly leftOut: readonly z.infer<typeof LeftOutPart>[];
  readonly passedOver: readonly z.infer<typeof PassedOverPart>[];
  readonly notices: readonly Finding[];
}

interface RuleToTell {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
}

interface JudgementToTell {
  readonly rule: { readonly id: string };
  readonly state: "pass" | "fail" | "unknown";
  readonly severity: Severity;
  readonly about: {
    readonly what: string;
    readonly clusterName: string | null;
    readonly poolName: string | null;
    readonly place: { readonly file: string; readonly line: number; readonly column: number };
  };
  /** null: it holds. */
  readonly finding: Finding | null;
  readonly fingerprint: string;
  readonly exemption: { readonly reason: string; readonly expires: string } | null;
  readonly baselineState: "new" | "unchanged" | null;
}

/**
 * What a check found, as `check --format json` prints it.
 * @param isOpen whether a judgement counts: neither let pass nor known before
 * @param addressOf where a rule is told about
 */
export function checkDocument<Judged extends JudgementToTell>(
  check: CheckToTell<Judged>,
  isOpen: (judged: Judged) => boolean,
  addressOf: (ruleId: string) => string,
): CheckDocument {
  const { model, today, rules, offRuleIds, judged, followed, leftOut, passedOver, notices } = check;
  return {
    schemaVersion: SCHEMA_VERSION,
    kind: "check",
    model: { id: model.id, title: model.title },
    today,
    counts: countsOf(check, judged.filter(isOpen)),
    rules: rules.map(({ id, title, severity }) => ({
      ...{ id, title, severity },
      address: addressOf(id),
      passedCount: judged.filter(({ rule, state }) => rule.id === id && state === "pass").length,
    })),
    offRuleIds: [...offRuleIds],
    judgements: judged.flatMap((one) => judgementPart(one, isOpen(one))),
    followed: followed.map(({ rule, about }) => ({ rule: rule.id, about: about.what, file: about.place.file })),
    leftOut: leftOut.map(({ file, reason }) => ({ file, reason })),
    passedOver: passedOver.map(({ count, reason }) => ({ count, reason })),
    findings: saidOfInputs(notices),
  };
}

function countsOf({ judged, fileCount, clusterCount }: CheckToTell<JudgementToTell>, open: readonly JudgementToTell[]) {
  const [errors, warnings, notes] = SEVERITY_LEVELS.map((level) => open.filter((one) => one.severity === level).length);
  return {
    ...{ files: fileCount, clusters: clusterCount, judgements: judged.length },
    ...{ errors: errors ?? 0, warnings: warnings ?? 0, notes: notes ?? 0 },
    notKnown: open.filter(({ state }) => state === "unknown").length,
    letPass: judged.filter(({ exemption }) => exemption !== null).length,
    ofBaseline: judged.filter(({ baselineState }) => baselineState === "unchanged").length,
  };
}

function judgementPart(
  { rule, state, severity, about, finding, fingerprint, exemption, baselineState }: JudgementToTell,
  isOpen: boolean,
): z.infer<typeof JudgementPart>[] {
  if (state === "pass" || finding === null) return [];
  const { what, clusterName, poolName, place } = about;
  const params = Object.entries(finding.params ?? {}).map(([name, value]) => [name, plain(value)] as const);
  return [
    {
      ruleId: rule.id,
      code: finding.code,
      ...{ state, severity, isOpen },
      statement: findingText(finding),
      message: messagePart(finding.message),
      params: Object.fromEntries(params),
      ...{ what, clusterName, poolName },
      place: { file: place.file, line: place.line, column: place.column },
      fingerprint,
      exemption: exemption === null ? null : { reason: exemption.reason, expires: exemption.expires },
      baselineState,
    },
  ];
}

function plain(value: string | number | readonly string[]): string | number | string[] {
  return typeof value === "object" ? [...value] : value;
}
