import { type Finding, type Statements, statementOf } from "@nkp-planner/core";

const ID = "konnector-values";

const KONNECTOR_TEXTS = {
  "comes-with-the-platform": {
    kind: "reading",
    text: "NKP {version} installs Konnector itself in clusters that are made with --onboard-to-prism-central, which is the default.",
    help: "Name in konnectorClusters only those that were made without it.",
  },
  "not-in-the-plan": {
    kind: "reading",
    text: "The plan does not count the agent, one pod that asks for 120m of CPU and 128 MiB of memory, in these clusters: {clusters}.",
  },
} as const satisfies Statements;

/** What is to be known of clusters that have the agent already. */
export function comesWithThePlatform(version: string): Finding {
  return statementOf(KONNECTOR_TEXTS, ID, "comes-with-the-platform", {
    figures: { version: { kind: "text", value: version } },
    subject: { in: "plan" },
  });
}

/**
 * Clusters whose nodes were counted without the agent.
 * @see mesosphere/charts, stable/konnector-agent 1.4.1: the requests of its one pod
 */
export function notInThePlan(clusters: readonly string[]): Finding {
  return statementOf(KONNECTOR_TEXTS, ID, "not-in-the-plan", {
    figures: { clusters: { kind: "list", value: clusters } },
    subject: { in: "plan" },
  });
}
