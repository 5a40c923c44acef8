import type { Finding } from "../base/findings/finding.ts";
import { fleetOfDay } from "../input/fleet-of-day.ts";
import { basisRules, clusterRules, infrastructureRules, inputRules } from "./rules/index.ts";
import type { JudgedClusters, JudgedInput, JudgedPlan } from "./rules/rule.ts";

/** What clusters cannot give. */
export function clusterFindings(plan: JudgedClusters): readonly Finding[] {
  return clusterRules.flatMap((rule) => rule.judge(plan));
}

/** What hosts and Prism Central cannot give. */
export function infrastructureFindings(plan: JudgedPlan): readonly Finding[] {
  return infrastructureRules.flatMap((rule) => rule.judge(plan));
}

/** What must be said of the fleet and the prices, with or without a plan. */
export function inputFindings({ input, context }: JudgedInput): readonly Finding[] {
  const basis = { input: fleetOfDay(input), context };
  return inputRules.flatMap((rule) => rule.judge(basis));
}

/** What a plan rests on: fleet, prices, unknowns, choices, method. */
export function basisFindings(plan: JudgedPlan): readonly Finding[] {
  return [...inputFindings(plan), ...basisRules.flatMap((rule) => rule.judge(plan))];
}

const LOUD: readonly string[] = [
  "tenants-not-under-contract",
  "name-repeated",
  "requests-tiny",
  "wish-void",
  "illustrative-prices",
  "illustrative-price-list",
  "illustrative-agreed-prices",
  "prices-not-valid",
  "sku-repeated",
];

/** What is said of fleet and prices on every output and in every file, not only among what a plan rests on. */
export function loudFindings(basis: JudgedInput): readonly Finding[] {
  return inputFindings(basis).filter(({ code }) => LOUD.includes(code));
}
