import type { ConfidenceOrUser, SourceId } from "../provenance.ts";
import { FINDINGS, type FindingKey, SEVERITIES } from "./finding-texts.ts";
import type { FindingKind, Severity } from "./kinds.ts";
import type { Message, MessageValue } from "./messages.ts";
import type { Subject } from "./subject.ts";

/** Something the planner says, of an input or of a plan: the one shape in which every surface prints it. */
export interface Finding {
  /** What found it: a rule by its id, a reader by its id, or `input`. */
  readonly ruleId: string;
  /** Which of its statements this is. Stable: programs ask for it, people read the message. */
  readonly code: string;
  readonly kind: FindingKind;
  readonly severity: Severity;
  readonly message: Message;
  /** What to do about it; null where nothing is to be done. */
  readonly help: Message | null;
  readonly subject: Subject;
  /** How sure the statement is, where it rests on a fact or on somebody's choice. */
  readonly evidence?: FindingEvidence;
  /** What an input is held against, for programs. */
  readonly params?: ProblemParams;
}

/** `minimum`, `maximum`, `choices`, `known`, `type`: what was expected, as values and not as words. */
export type ProblemParams = Readonly<Record<string, string | number | readonly string[]>>;

export interface FindingEvidence {
  readonly confidence: ConfidenceOrUser;
  readonly sources: readonly SourceId[];
  /** false where the user chose it. */
  readonly isDefault: boolean;
  readonly note?: string | undefined;
}

/** What a rule adds to a statement of the table. */
export interface FindingDetails {
  readonly figures?: Readonly<Record<string, MessageValue>>;
  readonly subject?: Subject;
  readonly evidence?: Partial<FindingEvidence>;
  readonly params?: ProblemParams | undefined;
}

const WHOLE_PLAN: Subject = { in: "plan" };
const ASSUMED: FindingEvidence = { confidence: "assumption", sources: [], isDefault: true };

/** A statement of the table with its figures. The code is the key up to its first dot: variants share one. */
export function findingOf(ruleId: string, key: FindingKey, details: FindingDetails = {}): Finding {
  const { kind, help } = FINDINGS[key] as { readonly kind: FindingKind; readonly help?: string };
  return findingWith(ruleId, codeOf(key), kind, { key }, help === undefined ? null : { key: `${key}/help` }, details);
}

/** Words of a statement: by their key in the table, or brought along. */
type Words = Omit<Message, "figures">;

/** A finding of its parts. */
export function findingWith(
  ruleId: string,
  code: string,
  kind: FindingKind,
  message: Words,
  help: Words | null,
  { figures = {}, subject = WHOLE_PLAN, evidence, params }: FindingDetails,
): Finding {
  return {
    ...{ ruleId, code, kind },
    severity: SEVERITIES[kind],
    message: { ...message, figures },
    help: help === null ? null : { ...help, figures },
    subject,
    ...(evidence === undefined ? {} : { evidence: { ...ASSUMED, ...evidence } }),
    ...(params === undefined ? {} : { params }),
  };
}

/** The code of a key, which variants share: `cluster-too-large.loss` → `cluster-too-large`. */
export function codeOf(key: string): string {
  return key.split(".")[0] ?? key;
}

/** What is the same statement in two plans is one key, so that it is said once. */
export function findingKey({ ruleId, message, subject }: Finding): string {
  return JSON.stringify([ruleId, message, subject]);
}

/** Each statement once, in the order of the plans. */
export function distinctFindings(plans: readonly { readonly findings: readonly Finding[] }[]): readonly Finding[] {
  const all = plans.flatMap(({ findings }) => findings);
  return [...new Map(all.map((finding) => [findingKey(finding), finding])).values()];
}

/** Those of some kinds. */
export function findingsOfKind(
  { findings }: { readonly findings: readonly Finding[] },
  ...kinds: readonly FindingKind[]
): readonly Finding[] {
  return findings.filter(({ kind }) => kinds.includes(kind));
}

/** Whether something that was asked for does not run: the figures are those of what can be planned without it. */
export function isInfeasible(plan: { readonly findings: readonly Finding[] }): boolean {
  return findingsOfKind(plan, "infeasible").length > 0;
}

/** What the plan cannot give: what does not run first of all, and wishes that are not met. */
export function shortfallsOf(plan: { readonly findings: readonly Finding[] }): readonly Finding[] {
  return findingsOfKind(plan, "infeasible", "unmet-wish");
}

/** What the plan rests on: what of its input it takes, prices, unknowns, choices, method. */
export function groundsOf(plan: { readonly findings: readonly Finding[] }): readonly Finding[] {
  return findingsOfKind(plan, "reading", "prices", "unknown", "choice", "method");
}
