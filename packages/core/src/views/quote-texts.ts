import type { Finding } from "../base/findings/finding.ts";
import { statementOf } from "../base/findings/statement.ts";

/** What a quote says of its quantities. Its words stand here and not in the table of all: plans load none of them. */
const TEXTS = {
  "quoted-by-node": {
    kind: "method",
    text: "DaemonSets are charged once for each node that they run on: quantities follow the number of nodes.",
  },
  "quoted-by-node.bundled": {
    kind: "method",
    text: "DaemonSets count once for each node that they run on, and quantities follow the number of nodes; a bundle is chosen without them.",
  },
  "quoted-as-always-running": { kind: "method", text: "Jobs are charged as pods that run all the time." },
} as const;

/** A statement about a quote. */
export function quoteFinding(ruleId: string, key: keyof typeof TEXTS): Finding {
  return statementOf(TEXTS, ruleId, key);
}
