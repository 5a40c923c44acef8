import { type Finding, type MessageValue, statementOf } from "@nkp-planner/core";

/** What is to be known of the files of a measured cluster. */
const TEXTS = {
  "no-pods": {
    kind: "reading",
    text: "The files have no pods: requests are what templates state, and what one leaves out is not known.",
    help: "Add pods to what kubectl gets.",
  },
  "no-nodes": {
    kind: "reading",
    text: "The files have no nodes: what nodes keep is not compared, nor how many pods run one a node.",
    help: "Add nodes to what kubectl gets.",
  },
  "several-sizes": {
    kind: "reading",
    text: "Of {makers} the files have pods of several sizes, as while they are rolled out or sized by an autoscaler.",
  },
  pending: {
    kind: "reading",
    text: "{pods} have no node yet, and are counted.",
  },
  "other-kubernetes": {
    kind: "reading",
    text: "Nodes run Kubernetes {versions}, and {release} has {own}.",
    help: "Name the cluster's release with --release.",
  },
  "release-taken": {
    kind: "reading",
    text: "No release is named: {release}, the newest that is out, is taken.",
    help: "Name the cluster's release with --release.",
  },
  "matched-alike": {
    kind: "reading",
    text: "Known by names that are alike, which may be wrong: {names}.",
  },
  "left-out-files": {
    kind: "reading",
    text: "Not read, as they hold no objects of a cluster: {names}.",
  },
} as const;

/** A statement about what was measured; figures are text. */
export function measuredFinding(key: keyof typeof TEXTS, words: Readonly<Record<string, string>> = {}): Finding {
  const figures = Object.fromEntries(
    Object.entries(words).map(([name, value]): [string, MessageValue] => [name, { kind: "text", value }]),
  );
  return statementOf(TEXTS, "measure", key, { figures });
}
