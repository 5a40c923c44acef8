import type { Finding } from "../base/findings/finding.ts";
import { count, list, named, text } from "../plan/rules/figures.ts";
import { forecastFinding } from "./forecast-texts.ts";
import type { RateGiver, TenantRates } from "./rates-given.ts";
import type { TenantsOverTime } from "./tenants-over-time.ts";

const ID = "rates-taken";

const WHENCE: Readonly<Record<RateGiver, string>> = {
  asked: "asked for",
  fleet: "of the fleet file",
  assumed: "an assumption of yours",
  default: "the catalog's default",
};

/** Who is taken to come and to leave by the rates, and whose the rates are. */
export function ratesTaken(
  { leaving, coming, pattern }: TenantsOverTime,
  { churnPercentPerYear, newTenantsPerYear }: TenantRates,
  giverOf: (name: keyof TenantRates) => RateGiver,
): readonly Finding[] {
  const [churnGiver, newcomerGiver] = [giverOf("churnPercentPerYear"), giverOf("newTenantsPerYear")];
  const churn = {
    percent: count(churnPercentPerYear, "%"),
    whose: text(WHENCE[churnGiver]),
    all: count(leaving.length, "tenants"),
    tenants: list(leaving.map(({ name, contract }) => `${name} (until ${contract.until})`)),
  };
  const newcomers = {
    rate: count(newTenantsPerYear, "tenants"),
    whose: text(WHENCE[newcomerGiver]),
    all: count(coming.length),
    pattern: named(pattern?.name ?? ""),
  };
  return [
    ...(churnPercentPerYear === 0
      ? []
      : [
          forecastFinding(ID, leaving.length === 0 ? "churn-taken.nobody" : "churn-taken", {
            figures: churn,
            evidence: evidenceOf(churnGiver),
          }),
        ]),
    ...(pattern === null
      ? []
      : [forecastFinding(ID, "newcomers-taken", { figures: newcomers, evidence: evidenceOf(newcomerGiver) })]),
  ];
}

function evidenceOf(giver: RateGiver) {
  return giver === "default"
    ? ({ confidence: "assumption", isDefault: true } as const)
    : ({ confidence: "user", isDefault: false } as const);
}
