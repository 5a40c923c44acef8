import { type Finding, type PlanPart, type Statements, statementOf } from "@nkp-planner/core";
import { type Words, wordFigures } from "./word-figures.ts";

/** What adapters say that write what machines are made from. */
const EMIT_TEXTS = {
  "written-as-release": {
    kind: "choice",
    text: "The plan counts with {planned}, which was never released: the files are for {written}.",
  },
  "labels-renamed": {
    kind: "reading",
    text: "Nodes get the labels {labels} as {written}, because Cluster API passes on no label without such a domain.",
    help: "Let workloads select nodes by these.",
  },
  "labels-stay-behind": {
    kind: "reading",
    text: "These labels of pools are not written, because they would not reach nodes: {labels}. Cluster API passes on only those of node-role.kubernetes.io, node-restriction.kubernetes.io and node.cluster.x-k8s.io.",
    help: "Label the nodes by other means, or choose a label that is passed on.",
  },
  "reservations-not-written": {
    kind: "reading",
    text: "The kubelet is told the profile {profile} only; the plan also counts with {also}, which cannot stand beside it.",
    help: "Plan with the profile alone, or without it.",
  },
  "zones-not-written": {
    kind: "reading",
    text: "The plan spreads nodes over {zones}; the options name no failure domain for {missing}, so that the files spread nothing.",
    help: "Add failureDomains to the options, one for each zone.",
  },
  "devices-not-written": {
    kind: "reading",
    text: "{cluster}, pool {pool}: {devices} are not written, because the options do not say which device that is.",
    help: "Add gpus to the options.",
  },
  "project-not-advised": {
    kind: "reading",
    text: "{cluster}: the project {project} is written; the vendor advises only _internal from this release on.",
    help: "Leave project out of the options, or write _internal.",
  },
  "workspace-assumed": {
    kind: "choice",
    text: "Clusters that another one manages are written to {namespaces}, as their namespace.",
    help: "Add workspaceNamespace to the options where their workspace is another one.",
  },
  "made-by-themselves": {
    kind: "method",
    text: "These clusters manage themselves, so that their files describe them once they run, and cannot make them: {clusters}.",
    help: "Make them by the script of nkp-cli.",
  },
  "not-of-the-plan": {
    kind: "choice",
    text: "No plan says these, so that they are written as the platform's own command writes them: Cilium, kube-proxy off, encryption at rest by secretbox, volumes with ext4, machines with UEFI. Of registries, proxies, time servers and users nothing is written.",
    help: "Change them in the files where your clusters have others.",
  },
} as const satisfies Statements;

export type EmitText = keyof typeof EMIT_TEXTS & string;

/** One of them, by whom it is said. */
export function emitFinding(
  adapterId: string,
  key: EmitText,
  words: Words = {},
  subject: PlanPart = { in: "plan" },
): Finding {
  return statementOf(EMIT_TEXTS, adapterId, key, { figures: wordFigures(words), subject });
}
