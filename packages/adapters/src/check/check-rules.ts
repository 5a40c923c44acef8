import type { CheckRule } from "./check-rule.ts";
import { aosSupport } from "./rules/aos-support.ts";
import { kubernetesSupport } from "./rules/kubernetes-support.ts";
import { nkpSupport } from "./rules/nkp-support.ts";
import { podsWithoutNode } from "./rules/pods-without-node.ts";
import { prismCentralSupport } from "./rules/prism-central-support.ts";
import { tooFewNodes } from "./rules/too-few-nodes.ts";

/** Every rule, what stops a cluster first. A new one is one file and one line here. */
export const checkRules: readonly CheckRule[] = [
  podsWithoutNode,
  tooFewNodes,
  nkpSupport,
  kubernetesSupport,
  prismCentralSupport,
  aosSupport,
];
