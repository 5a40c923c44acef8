import type { Finding, FleetPlan, Severity } from "@nkp-planner/core";
import type { ExcludedEntries } from "../read/read-result.ts";
import type { CheckRule } from "./check-rule.ts";
import type { Exemption } from "./policy/policy.ts";
import type { About } from "./subject/about.ts";

/** Everything that a check came to, for reports. */
export interface CheckResult {
  readonly model: FleetPlan["model"];
  /** The day of the check. */
  readonly today: string;
  /** Rules that were asked, in the order of the list; rules that a policy turned off are not among them. */
  readonly rules: readonly CheckRule[];
  /** Rules that a policy turned off. */
  readonly offRuleIds: readonly string[];
  readonly judged: readonly Judged[];
  /** What follows from one of these at the same place, and is not said again. */
  readonly followed: readonly Judged[];
  readonly fileCount: number;
  readonly clusterCount: number;
  /** Files that say nothing of clusters, with the reason. */
  readonly leftOut: readonly { readonly file: string; readonly reason: string }[];
  /** Objects that no rule asks about, with the reason. */
  readonly passedOver: readonly ExcludedEntries[];
  /** What is to be known of the check itself, such as how the model was found. */
  readonly notices: readonly Finding[];
}

/** What became of one judgement. */
export interface Judged {
  readonly rule: CheckRule;
  readonly state: "pass" | "fail" | "unknown";
  /** As the policy has it. */
  readonly severity: Severity;
  readonly about: About;
  /** The statement; null for what holds. */
  readonly finding: Finding | null;
  /** The same as long as rule, statement, subject and file are the same, wherever in the file it stands; once in a result. */
  readonly fingerprint: string;
  /** Lets it pass; null: none does. */
  readonly exemption: Exemption | null;
  /** Whether a baseline has it; null: there is no baseline. */
  readonly baselineState: "new" | "unchanged" | null;
}

/** Whether it counts: neither let pass nor known before. */
export function isOpen({ state, exemption, baselineState }: Judged): boolean {
  return state !== "pass" && exemption === null && baselineState !== "unchanged";
}
