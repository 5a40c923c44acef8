import type { CheckRule } from "../check-rule.ts";
import { podsWithoutNode } from "./pods-without-node.ts";
import { tooFewNodes } from "./too-few-nodes.ts";

/** Every rule, what stops a cluster first. A new one is one file and one line here. */
export const checkRules: readonly CheckRule[] = [podsWithoutNode, tooFewNodes];
