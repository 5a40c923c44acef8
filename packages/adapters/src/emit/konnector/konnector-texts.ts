import { type Finding, type Statements, statementOf } from "@nkp-planner/core";

const ID = "konnector-values";

const KONNECTOR_TEXTS = {
  "comes-with-the-platform": {
    kind: "reading",
    text: "NKP {version} installs Konnector itself in clusters that are made with --onboard-to-prism-central, which is the default.",
    help: "Name in konnectorClusters only those that were made without it.",
  },
} as const satisfies Statements;

/** What is to be known of clusters that have the agent already. */
export function comesWithThePlatform(version: string): Finding {
  return statementOf(KONNECTOR_TEXTS, ID, "comes-with-the-platform", {
    figures: { version: { kind: "text", value: version } },
    subject: { in: "plan" },
  });
}
