import type { Problem } from "../base/findings/problem.ts";
import { shown } from "../base/shown.ts";
import { clusterProblems } from "./cluster-problems.ts";
import { isWholeFrom, notADay, notWhole } from "./input-checks.ts";
import type { LifecycleInput } from "./lifecycle-input.ts";
import { readinessProblems } from "./readiness-problems.ts";
import type { UpgradePolicy } from "./upgrade-policy.ts";
import { versionProblems } from "./version-problems.ts";

const MOST_MONTHS = 120;

/** Everything that a calendar cannot be played with, at once. */
export function lifecycleProblems(input: LifecycleInput): readonly Problem[] {
  const { asOf, horizonMonths, facts, policy } = input;
  const isHorizon = isWholeFrom(1, horizonMonths) && horizonMonths <= MOST_MONTHS;
  const expected = `a whole number of months from 1 to ${MOST_MONTHS}`;
  return [
    ...notADay(asOf, ["asOf"]),
    ...(isHorizon
      ? []
      : [{ path: ["horizonMonths"], found: shown(horizonMonths), expected, fix: "write for example 36" }]),
    ...versionProblems(facts.versions),
    ...policyProblems(policy),
    ...clusterProblems(input),
    ...readinessProblems(input),
  ];
}

function policyProblems(policy: UpgradePolicy): readonly Problem[] {
  const { attachedMinorsBehind, selfManagedMinorsBehind, daysBetweenMinors, planeDelayDays, prismCentralDays } = policy;
  const attached = "minor versions, at least 1: with 0 plane and clusters would wait for each other";
  const isDistance = Number.isFinite(daysBetweenMinors) && daysBetweenMinors >= 1;
  return [
    ...notWhole(1, attachedMinorsBehind, ["policy", "attachedMinorsBehind"], attached),
    ...(selfManagedMinorsBehind === null
      ? []
      : notWhole(0, selfManagedMinorsBehind, ["policy", "selfManagedMinorsBehind"], "minor versions, or null")),
    ...(isDistance
      ? []
      : [
          {
            path: ["policy", "daysBetweenMinors"],
            found: shown(daysBetweenMinors),
            expected: "a number of days, at least 1",
            fix: "write for example 114.5",
          },
        ]),
    ...notWhole(0, planeDelayDays, ["policy", "planeDelayDays"], "days"),
    ...(prismCentralDays ?? []).flatMap((day, index) => notADay(day, ["policy", "prismCentralDays", index])),
    ...maintenanceProblems(policy),
  ];
}

function maintenanceProblems({ maintenance }: UpgradePolicy): readonly Problem[] {
  const path = ["policy", "maintenance"];
  if (maintenance === null) return [];
  if (!("days" in maintenance)) {
    return [
      ...notWhole(1, maintenance.everyDays, [...path, "everyDays"], "days"),
      ...notADay(maintenance.from, [...path, "from"]),
    ];
  }
  if (maintenance.days.length > 0)
    return maintenance.days.flatMap((day, index) => notADay(day, [...path, "days", index]));
  const expected = "at least one day";
  return [{ path: [...path, "days"], found: "no day", expected, fix: "write null for any day" }];
}
