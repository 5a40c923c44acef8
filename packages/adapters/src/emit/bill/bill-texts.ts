import { type Finding, type Statements, statementOf } from "@nkp-planner/core";
import { type Words, wordFigures } from "../making/word-figures.ts";

/** What is to be known of a bill of materials. */
const BILL_TEXTS = {
  "profile-invented": {
    kind: "choice",
    text: "The host of {profiles} is invented, no vendor's model: the number of hosts holds for that one only.",
    help: "Name your own with --set host-profile=…, or in the fleet's hostClusters.",
  },
  "not-counted": {
    kind: "unknown",
    text: "Not counted: {things}.",
  },
  "quantities-alone": {
    kind: "method",
    text: "Quantities alone: no price stands here, and nothing is rounded up to what vendors pack together.",
  },
} as const satisfies Statements;

/** One of them. */
export function billFinding(key: keyof typeof BILL_TEXTS & string, words: Words = {}): Finding {
  return statementOf(BILL_TEXTS, "bill-of-materials", key, { figures: wordFigures(words) });
}
