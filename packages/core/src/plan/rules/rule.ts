import type { Finding } from "../../base/findings/finding.ts";
import type { ClusterPlan } from "../../clusters/clusters.ts";
import type { Infrastructure } from "../../clusters/hosts/infrastructure.ts";
import type { PlanInput } from "../../input/fleet.ts";
import type { PlanningContext } from "../../price-list/planning-context.ts";

/** A plan as rules see it: what exists, and what it was made of. */
export interface JudgedPlan {
  readonly input: PlanInput;
  readonly clusters: readonly ClusterPlan[];
  readonly infrastructure: Infrastructure;
  readonly context: PlanningContext;
}

/** As much of a plan as is known before it is laid on hosts. */
export type JudgedClusters = Omit<JudgedPlan, "infrastructure">;

/** What is known before anything is planned: the fleet, and by which prices and assumptions. */
export type JudgedInput = Pick<JudgedPlan, "input" | "context">;

/** Says what a reader of a plan must know of one matter. Same plan, same findings; it changes nothing. */
export interface PlanRule<Seen = JudgedPlan> {
  readonly id: string;
  readonly title: string;
  judge(plan: Seen): readonly Finding[];
}

/** The rule itself, checked by its type where it is written. */
export function definePlanRule(rule: PlanRule): PlanRule {
  return rule;
}

/** A rule that looks at each cluster for itself. */
export function defineClusterRule(rule: PlanRule<JudgedClusters>): PlanRule<JudgedClusters> {
  return rule;
}

/** A rule that looks at what is known before anything is planned. */
export function defineInputRule(rule: PlanRule<JudgedInput>): PlanRule<JudgedInput> {
  return rule;
}
