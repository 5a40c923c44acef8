import type { Finding } from "../base/findings/finding.ts";
import type { FindingKind } from "../base/findings/kinds.ts";
import { planRules } from "../plan/rules/index.ts";
import type { ModelPart } from "./fleet-part.ts";
import { findingOfSaid } from "./said.ts";

/** CountedStatements of one code about a fleet: how many, and the first of them. */
export interface CountedStatements {
  readonly code: string;
  readonly kind: FindingKind;
  readonly count: number;
  readonly first: readonly Finding[];
}

const SHORTFALLS: readonly FindingKind[] = ["infeasible", "unmet-wish"];

/** What a plan cannot give, by code. */
export function shortfallsOfSums({ found }: Pick<ModelPart, "found">): readonly CountedStatements[] {
  return statementsIn(found).filter(({ kind }) => SHORTFALLS.includes(kind));
}

/** What a plan rests on, in the order of the rules: statements about tenants and clusters by code, all others each for itself. */
export function basisOfSums(sums: ModelPart): readonly CountedStatements[] {
  const ofAll = Object.values(sums.said).map((said): CountedStatements => {
    const finding = findingOfSaid(said, sums);
    return { code: finding.code, kind: finding.kind, count: 1, first: [finding] };
  });
  const ofOne = statementsIn(sums.found).filter(({ kind }) => !SHORTFALLS.includes(kind));
  const placeOf = ({ first: [finding] }: CountedStatements) => planRules.findIndex(({ id }) => id === finding?.ruleId);
  return [...ofOne, ...ofAll].sort((a, b) => placeOf(a) - placeOf(b));
}

function statementsIn(found: ModelPart["found"]): readonly CountedStatements[] {
  return Object.values(found).map(({ code, kind, count, first }) => ({
    ...{ code, kind, count },
    first: first.map(({ finding }) => finding),
  }));
}
