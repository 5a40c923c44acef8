import { type Finding, findingOf } from "../base/findings/finding.ts";
import { count, list, named } from "../plan/rules/figures.ts";
import type { TenantRates, TenantsOverTime } from "./tenants-over-time.ts";

const ID = "rates-taken";

/** Who is taken to come and to leave by the rates: a forecast's own assumptions. */
export function ratesTaken(
  { leaving, coming, pattern }: TenantsOverTime,
  { churnPercentPerYear, newTenantsPerYear }: TenantRates,
): readonly Finding[] {
  const evidence = { confidence: "user", isDefault: false } as const;
  const churn = {
    percent: count(churnPercentPerYear, "%"),
    all: count(leaving.length, "tenants"),
    tenants: list(leaving.map(({ name, contract }) => `${name} (until ${contract.until})`)),
  };
  const newcomers = {
    rate: count(newTenantsPerYear, "tenants"),
    all: count(coming.length),
    pattern: named(pattern?.name ?? ""),
  };
  return [
    ...(churnPercentPerYear === 0
      ? []
      : [findingOf(ID, leaving.length === 0 ? "churn-taken.nobody" : "churn-taken", { figures: churn, evidence })]),
    ...(pattern === null ? [] : [findingOf(ID, "newcomers-taken", { figures: newcomers, evidence })]),
  ];
}
