import type { Finding } from "../base/findings/finding.ts";
import { basisRules, clusterRules, infrastructureRules, priceRules } from "./rules/index.ts";
import type { JudgedClusters, JudgedPlan, JudgedPrices } from "./rules/rule.ts";

/** What clusters cannot give. */
export function clusterFindings(plan: JudgedClusters): readonly Finding[] {
  return clusterRules.flatMap((rule) => rule.judge(plan));
}

/** What hosts and Prism Central cannot give. */
export function infrastructureFindings(plan: JudgedPlan): readonly Finding[] {
  return infrastructureRules.flatMap((rule) => rule.judge(plan));
}

/** What must be said of the prices, with or without a plan. */
export function priceFindings(basis: JudgedPrices): readonly Finding[] {
  return priceRules.flatMap((rule) => rule.judge(basis));
}

/** What a plan rests on: prices, unknowns, choices, method. */
export function basisFindings(plan: JudgedPlan): readonly Finding[] {
  return [...priceFindings(plan), ...basisRules.flatMap((rule) => rule.judge(plan))];
}

const LOUD: readonly string[] = ["illustrative-prices", "illustrative-price-list", "prices-not-valid"];

/** What is said of prices on every output and in every file, not only among what a plan rests on. */
export function loudPriceFindings(basis: JudgedPrices): readonly Finding[] {
  return priceFindings(basis).filter(({ code }) => LOUD.includes(code));
}
