import type { Finding, FindingDetails } from "../base/findings/finding.ts";
import { statementOf } from "../base/findings/statement.ts";

/** What a forecast rests on. Its words stand here and not in the table of all statements: plans of one day load none. */
const TEXTS = {
  "prices-carried-on": {
    kind: "prices",
    text: "{prices} holds until {until}; the forecast takes its prices as they are until its last month, from {last} on.",
  },
  "upgrades-played": {
    kind: "method",
    text: "Labour of upgrades falls on the days of a calendar that is played from {first} on, as if all tenants of a month had been there then: who comes later has the version that its pace would have given it.",
  },
  "part-month-left-out": {
    kind: "method",
    text: "Months begin on the first: what lies between {asked} and {first} is not counted.",
  },
  "churn-taken": {
    kind: "method",
    text: "{percent} a year ({whose}) of the tenants that no term or end of contract binds are taken to leave, {all} in these months, spread over their sizes: {tenants}.",
  },
  "churn-taken.nobody": {
    kind: "method",
    text: "{percent} a year ({whose}) of the tenants that no term or end of contract binds are taken to leave: not yet one in these months.",
  },
  "newcomers-taken": {
    kind: "method",
    text: "{rate} a year ({whose}) are taken to come, {all} in these months, each as large as {pattern}, the median by CPU, and at its price.",
  },
  "nodes-kept": {
    kind: "method",
    text: "A cluster keeps the shape of its workers and gets more as they are needed. It gets other or fewer where not everything would run, or where that saves more than its effort ({hours} a cluster) within {months}, in that month and at the end of that time.",
  },
} as const;

/** A statement about a forecast. */
export function forecastFinding(ruleId: string, key: keyof typeof TEXTS, details: FindingDetails = {}): Finding {
  return statementOf(TEXTS, ruleId, key, details);
}
