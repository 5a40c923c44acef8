import { type Finding, findingsOfKind, findingText, type PlannedFleet, type Quotes } from "@nkp-planner/core";
import type { Problem } from "./problem.ts";

/** What a quote may rest on all the same, where it is told to by name. */
export type Allowance = "infeasible" | "expired" | "illustrative";

interface Standing {
  readonly code: string;
  readonly expected: string;
  stands(finding: Finding): boolean;
}

const STANDING: Readonly<Record<Allowance, Standing>> = {
  infeasible: {
    code: "plan-infeasible",
    expected: "a plan that runs as asked",
    stands: ({ kind }) => kind === "infeasible",
  },
  expired: {
    code: "price-expired",
    expected: "prices that hold on the day of the plan",
    stands: ({ code }) => code === "prices-not-valid",
  },
  illustrative: {
    code: "price-invented",
    expected: "prices of your own",
    stands: ({ code }) => code.startsWith("illustrative-"),
  },
};
export const ALLOWANCES = Object.keys(STANDING) as readonly Allowance[];

/** Why quotes are not given from a plan; none where all of it is allowed. @param said what concerns those who are quoted */
export function refusalsOf(
  plan: PlannedFleet,
  quotes: Quotes,
  said: readonly Finding[],
  allow: readonly string[],
): readonly Problem[] {
  const findings = [...findingsOfKind(plan, "infeasible"), ...said, ...quotes.findings];
  return ALLOWANCES.filter((name) => !allow.includes(name)).flatMap((name) => {
    const { code, expected, stands } = STANDING[name];
    const texts = new Set(findings.filter(stands).map((finding) => findingText(finding)));
    const fix = `mend it, or allow: ["${name}"]`;
    return [...texts].map((found) => ({ code, in: "plan" as const, path: [], found, expected, fix }));
  });
}
