import { type Finding, type FindingKind, findingsOfKind, findingText } from "@nkp-planner/core";
import type { About } from "./about.ts";
import type { Checked } from "./checked.ts";
import { placeOfPlanned } from "./fleet-places.ts";

/** What a plan says of itself that it cannot give, in words; null: nothing of a cluster. */
export interface PlanShortfall {
  readonly about: About;
  readonly text: string | null;
}

/** Of each planned cluster at its files, or its tenant where it has none, then of the plan as a whole at the fleet. */
export function* planShortfalls(checked: Checked, kind: FindingKind): Iterable<PlanShortfall> {
  const found = findingsOfKind(checked.plan, kind);
  const said = new Set<Finding>();
  for (const planned of checked.plan.clusters) {
    const { name } = planned;
    const cluster = checked.clusters.find((one) => one.planned?.name === name);
    const about = cluster?.about("name") ?? {
      ...{ what: `cluster ${name}`, clusterName: name, poolName: null },
      place: placeOfPlanned(checked, planned),
    };
    const own = found.filter(({ subject }) => subject.in === "plan" && subject.clusterName === name);
    if (own.length === 0) yield { about, text: null };
    for (const one of own) {
      said.add(one);
      yield shortfall(about, one);
    }
  }
  const about = { what: "plan", clusterName: null, poolName: null, place: checked.fleet([]) };
  for (const one of found) if (!said.has(one)) yield shortfall(about, one);
}

function shortfall(about: About, finding: Finding): PlanShortfall {
  return { about: { ...about, what: `${about.what}, ${finding.code}` }, text: findingText(finding) };
}
