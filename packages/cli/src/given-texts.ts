import { type Finding, type MessageValue, statementOf } from "@nkp-planner/core";

/** What only the command line says of a fleet that it was given, or not. */
const TEXTS = {
  "table-as-fleet": {
    kind: "reading",
    text: "The table names no day, release or currency: {day}, {release} and {currency} are taken.",
    help: "A fleet file made of it by import says its own.",
  },
  "model-of-files": {
    kind: "choice",
    text: "Held against {model}: of the models, its clusters are those of the files.",
    help: "Name it with --model, or in the policy, where it is another.",
  },
  "baseline-of-other-model": {
    kind: "reading",
    text: "The baseline was written of {before}, and the check is of {now}: what it knows may not be found again.",
    help: "Write it anew with --write-baseline.",
  },
  "baseline-gone": {
    kind: "reading",
    text: "Findings of the baseline that are there no more: {count}.",
    help: "Write it anew with --write-baseline, so that they fail where they come back.",
  },
  "example-fleet": {
    kind: "reading",
    text: "No fleet given: this is the example fleet, invented. Give the path of yours.",
  },
} as const;

/** A statement about what was given. */
export function givenFinding(key: keyof typeof TEXTS, figures: Readonly<Record<string, MessageValue>> = {}): Finding {
  return statementOf(TEXTS, "input", key, { figures });
}
