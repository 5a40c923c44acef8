import { type Finding, type Statements, statementOf } from "@nkp-planner/core";
import { type Words, wordFigures } from "../making/word-figures.ts";

/** What is to be known of calendars that other tools read. */
const CALENDAR_TEXTS = {
  "not-upgraded": {
    kind: "unknown",
    text: "The calendar has no upgrades of {clusters}: no dates are written of them.",
  },
  "never-proposed": {
    kind: "method",
    text: "Within the months played {cluster} is not moved to {minors}: they are not proposed.",
  },
  "later-not-proposed": {
    kind: "method",
    text: "Versions from {minors} on are proposed to nobody: no release of them is known to the plan.",
    help: "Make the plan again when they come out, or add assumed: true to the options.",
  },
  "versions-file": {
    kind: "method",
    text: "Renovate raises versions in nkp-versions.json and upgrades no cluster: a change that is merged says that an upgrade is due.",
  },
  "patches-at-once": {
    kind: "method",
    text: "Patches of the minor version that a cluster runs are proposed at once: the plan has dates for minor versions only.",
  },
  "days-of-utc": {
    kind: "method",
    text: "A day begins at midnight UTC, as Renovate counts.",
  },
  "version-of-plan": {
    kind: "choice",
    text: "What {clusters} run is taken to be the plan's release, as no upgrade says it.",
  },
} as const satisfies Statements;

/** One of them, by whom it is said. */
export function calendarFinding(
  adapterId: string,
  key: keyof typeof CALENDAR_TEXTS & string,
  words: Words = {},
): Finding {
  return statementOf(CALENDAR_TEXTS, adapterId, key, { figures: wordFigures(words) });
}
