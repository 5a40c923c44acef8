import type { Severity } from "@nkp-planner/core";
import type { FilePlace } from "../subject/about.ts";

/** What a check asks, and what it lets pass. */
export interface Policy {
  /** null: the policy does not say. */
  readonly modelId: string | null;
  /** Planned names of clusters by the names that files have for them. */
  readonly named: Readonly<Record<string, string>>;
  /** Of rules that are asked otherwise than usual. */
  readonly rules: Readonly<Record<string, RulePolicy>>;
  readonly exemptions: readonly Exemption[];
}

/** What is told to one rule. */
export interface RulePolicy {
  readonly severity?: Severity | "off";
  readonly thresholds: object;
}

/** Findings of a rule that are let pass until a day. */
export interface Exemption {
  readonly ruleId: string;
  /** Absent: of any. */
  readonly clusterName?: string;
  readonly poolName?: string;
  readonly file?: string;
  readonly reason: string;
  /** The last day on which it holds. */
  readonly expires: string;
  readonly place: FilePlace;
}

/** A check without a policy asks every rule as it is. */
export const NO_POLICY: Policy = { modelId: null, named: {}, rules: {}, exemptions: [] };
