import { type Finding, type MessageValue, statementOf } from "@nkp-planner/core";

/** What only a comparison of two fleets or plans says. */
const TEXTS = {
  "plan-document": {
    kind: "reading",
    text: "{document} is a plan document: its day, its price files, the facts behind it, what tenants ask for and when upgrades come are not in it, and so are not compared.",
  },
  "upgrades-unplayed": {
    kind: "unknown",
    text: "The upgrades of {fleet} cannot be played, so that it is not known which days change. {why}",
  },
  "fleet-beside-document": {
    kind: "reading",
    text: "The fleet is planned with the options that are given here; the plan document keeps its own day, prices and assumptions.",
  },
} as const;

/** A statement about what is compared. */
export function diffFinding(key: keyof typeof TEXTS, figures: Readonly<Record<string, MessageValue>> = {}): Finding {
  return statementOf(TEXTS, "diff", key, { figures });
}
