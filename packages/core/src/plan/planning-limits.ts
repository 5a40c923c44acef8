import { countText, numberText } from "../base/findings/format.ts";
import { InputError } from "../base/findings/input-error.ts";
import type { Problem } from "../base/findings/problem.ts";
import { demandOf } from "../demand/demand.ts";
import type { PlanInput } from "../input/fleet.ts";

/** How large a fleet a plan may be asked for at most, where somebody else writes the fleets. Left out: any size. */
export interface PlanningLimits {
  /** Tenants under contract on the fleet's day. */
  readonly mostTenantCount?: number;
  /** Pods of all of them together; a DaemonSet counts for none. */
  readonly mostPodCount?: number;
}

/** @throws InputError with every limit that the fleet of a day is beyond, before anything of it is planned */
/** Lets fleets pass that are within the limits. @throws InputError with every limit that is passed. */
export function requireWithin({ tenants }: PlanInput, { mostTenantCount, mostPodCount }: PlanningLimits): void {
  const problems: Problem[] = [];
  if (mostTenantCount !== undefined && tenants.length > mostTenantCount)
    problems.push(beyond(countText(tenants.length, "tenants"), countText(mostTenantCount, "tenants")));
  if (mostPodCount !== undefined) {
    const counts = tenants.map((tenant) => ({ name: tenant.name, podCount: demandOf(tenant).podCount }));
    const podCount = counts.reduce((sum, one) => sum + one.podCount, 0);
    const [most] = counts.toSorted((a, b) => b.podCount - a.podCount);
    const whose = most === undefined ? "" : `, ${numberText(most.podCount)} of them ${most.name}'s`;
    if (podCount > mostPodCount)
      problems.push(beyond(`${countText(podCount, "pods")}${whose}`, countText(mostPodCount, "pods")));
  }
  if (problems.length > 0) throw new InputError("fleet", problems);
}

function beyond(found: string, most: string): Problem {
  return { path: ["tenants"], found, expected: `at most ${most}`, fix: "plan fewer of them at a time" };
}
