import { type Finding, type PlanPart, type Statements, statementOf } from "@nkp-planner/core";

const ID = "flux-repository";

/** What is to be known of a repository for Flux. */
const FLUX_TEXTS = {
  "no-metrics-planned": {
    kind: "reading",
    text: "No metrics and no alerts are written where the plan counts nothing that writes metrics: {clusters}.",
    help: "Plan with agents, for example by tenant-services=agents.",
  },
  "no-central-cluster": {
    kind: "choice",
    text: "The plan has no cluster with a central stack: the alerts in central/ are for the stack behind {url}.",
  },
  "central-not-counted": {
    kind: "reading",
    text: "The stack of {cluster} takes the metrics of {count} other clusters; the plan counts it without them.",
    help: "Watch its memory while clusters are added.",
  },
  "kubernetes-end-not-known": {
    kind: "reading",
    text: "No alert is written for the end of Kubernetes {version}, because the plan does not know it.",
  },
  "requests-not-known": {
    kind: "reading",
    text: "No alert is written for requests above the plan in {cluster}, because the plan does not say what is asked for there.",
  },
  "nobody-has-rights": {
    kind: "reading",
    text: "Nobody is given rights in the namespaces of {tenants}, because the options name no group.",
    help: "Add tenantGroup to the options.",
  },
  "no-quota": {
    kind: "reading",
    text: "No quota is written for tenants of whom the plan counts no pod: {tenants}.",
  },
  "name-in-files": {
    kind: "choice",
    text: "The tenant {tenant} is called {name} in the files, as Kubernetes does not take its id.",
  },
  "overrides-to-attach": {
    kind: "method",
    text: "The platform's own monitoring of {clusters} is told by ConfigMaps; README.md has the command that names them to it.",
  },
} as const satisfies Statements;

/** One of them. */
export function fluxFinding(
  key: keyof typeof FLUX_TEXTS & string,
  words: Readonly<Record<string, string | readonly string[]>> = {},
  subject: PlanPart = { in: "plan" },
): Finding {
  const figures = Object.fromEntries(
    Object.entries(words).map(([name, value]) => [
      name,
      typeof value === "string" ? ({ kind: "text", value } as const) : ({ kind: "list", value } as const),
    ]),
  );
  return statementOf(FLUX_TEXTS, ID, key, { figures, subject });
}
