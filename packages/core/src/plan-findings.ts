import type { Finding } from "./findings/finding.ts";
import { basisRules, priceRules, structureRules } from "./rules/index.ts";
import type { JudgedPlan, PriceBasis } from "./rules/rule.ts";

/** What a fleet cannot have. */
export function structureFindings(plan: JudgedPlan): readonly Finding[] {
  return structureRules.flatMap((rule) => rule.judge(plan));
}

/** What must be said of the prices, with or without a plan. */
export function priceFindings(basis: PriceBasis): readonly Finding[] {
  return priceRules.flatMap((rule) => rule.judge(basis));
}

/** What a plan rests on: prices, unknowns, choices, method. */
export function basisFindings(plan: JudgedPlan): readonly Finding[] {
  return [...priceFindings(plan), ...basisRules.flatMap((rule) => rule.judge(plan))];
}
