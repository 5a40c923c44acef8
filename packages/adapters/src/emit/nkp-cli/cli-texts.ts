import { type Finding, type PlanPart, type Statements, statementOf } from "@nkp-planner/core";
import { wordFigures } from "../making/word-figures.ts";

/** What is said of a plan whose clusters are made by flags. */
const CLI_TEXTS = {
  "first-pool-named": {
    kind: "method",
    text: "The first pool of workers of each cluster is made as md-0: nkp create cluster gives it no other name.",
  },
  "rounded-up": {
    kind: "reading",
    text: "Of pool {pool} of {cluster}, {planned} is written as {written}, because the command takes whole GiB.",
  },
  "needs-manifest": {
    kind: "reading",
    text: "Pool {pool} of {cluster} is made without {needs}, for which the command has no flag.",
    help: "Write that into the cluster's manifest: README.md says how.",
  },
  "labels-not-carried": {
    kind: "reading",
    text: "Of {pools}, the labels {labels} do not reach nodes: no flag says them, and Cluster API would not pass them on.",
    help: "Label the nodes by other means.",
  },
  "licence-lacks": {
    kind: "reading",
    text: "The licence {edition} does not allow {applications}, which the plan counts on {clusters}: kommander.yaml does not enable them.",
    help: "Bring your own, or leave those services out of the plan.",
  },
  "come-unnamed": {
    kind: "method",
    text: "The file kommander.yaml names what its installer asks about. The plan also counts {applications} on {clusters}: most of them come with the platform or its licence.",
    help: "Look for them after the installation, and enable those that are missing.",
  },
} as const satisfies Statements;

/** One of them. */
export function cliFinding(
  key: keyof typeof CLI_TEXTS & string,
  words: Readonly<Record<string, string | readonly string[]>> = {},
  subject: PlanPart = { in: "plan" },
): Finding {
  return statementOf(CLI_TEXTS, "nkp-cli", key, { figures: wordFigures(words), subject });
}
