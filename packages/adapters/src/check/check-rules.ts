import type { CheckRule } from "./check-rule.ts";
import { podsWithoutNode } from "./rules/pods-without-node.ts";
import { tooFewNodes } from "./rules/too-few-nodes.ts";

/** Every rule, what stops a cluster first. A new one is one file and one line here. */
export const checkRules: readonly CheckRule[] = [podsWithoutNode, tooFewNodes];
