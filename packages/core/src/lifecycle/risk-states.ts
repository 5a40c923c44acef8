import { compareVersions, minorOf } from "../base/minor-version.ts";
import type { UpgradeRisk } from "../input/upgrade-facts.ts";
import type { RiskAnswers } from "./upgrade-policy.ts";

/** What a known risk means for one upgrade. `unknown` counts as not recommended. */
export interface RiskState {
  readonly riskId: string;
  readonly state: "applies" | "does-not-apply" | "unknown";
}

/** The risks of an upgrade from one version to another. Clusters alike are given the same list. */
export type RisksOf = (clusterName: string, from: string, to: string) => readonly RiskState[];

/** What is asked of each upgrade, by the risks that are known and what a user says of the fleet. */
export function risksBy(risks: readonly UpgradeRisk[], answers: RiskAnswers): RisksOf {
  const known = new Map<string, readonly RiskState[]>();
  return (clusterName, from, to) => {
    const key = `${clusterName.length} ${from} ${to}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const states = risks
      .filter((risk) => isMet(risk, from, to))
      .map((risk) => ({ riskId: risk.id, state: stateOf(risk, clusterName.length, answers) }));
    known.set(key, states);
    return states;
  };
}

/** Whether an upgrade meets a risk at all: it comes from there, goes there or further, and not to where it is mended. */
function isMet({ fromMinor, toMinor, fixedIn }: UpgradeRisk, from: string, to: string): boolean {
  return (
    (fromMinor === null || fromMinor === minorOf(from)) &&
    compareVersions(minorOf(to), toMinor) >= 0 &&
    (fixedIn === null || compareVersions(to, fixedIn) < 0)
  );
}

function stateOf({ condition, limit }: UpgradeRisk, nameLength: number, answers: RiskAnswers): RiskState["state"] {
  if (condition === "always") return "applies";
  const answer =
    condition === "cluster-name-longer" ? (limit === null ? undefined : nameLength > limit) : answers[condition];
  if (answer === undefined) return "unknown";
  return answer ? "applies" : "does-not-apply";
}
