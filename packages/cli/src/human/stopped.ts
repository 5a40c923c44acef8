import type { PlanningStep, PlanningStopped } from "@nkp-planner/core";
import { paragraph } from "./paragraph.ts";

/** What a plan is at: `Hybrid, cluster 12 of 38, tenant-orchid`. */
export function stepText({ model, clusterName, clusterNumber, clusterCount }: PlanningStep): string {
  if (clusterName === null) return `${model.title}, hosts under ${clusterCount} clusters`;
  return `${model.title}, cluster ${clusterNumber} of ${clusterCount}, ${clusterName}`;
}

/** What is said of a plan that was ended by its limit, of which there are no figures. */
export function stoppedText({ limitSeconds, step }: PlanningStopped): string {
  const [tenantId, ...others] = step?.tenantIds ?? [];
  const more = others.length === 0 ? "" : ` and ${others.length} more`;
  const whose = tenantId === undefined ? "" : ` of tenant ${tenantId}${more}`;
  const at = step === null ? "" : ` It was at ${stepText(step)}${whose}.`;
  return paragraph(
    `Not planned to its end (exit code 3): the limit of ${limitSeconds} s was reached.${at} Give it more with --limit-seconds, or plan fewer tenants.`,
  );
}
