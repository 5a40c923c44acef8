import { type Finding, type FleetPlan, findingOf, findingsOfKind } from "@nkp-planner/core";

/** What a shell knows about the inputs, in any words. */
export function noticeOf(sentence: string): Finding {
  return findingOf("test", "left-out", { figures: { sentence: { kind: "name", value: sentence } } });
}

/** The clusters of a plan that something does not run on. */
export function namesOfInfeasible(plan: FleetPlan): readonly (string | undefined)[] {
  return findingsOfKind(plan, "infeasible").map(({ subject }) => (subject.in === "plan" ? subject.clusterName : ""));
}
