import type { CheckRule } from "./check-rule.ts";
import { controlPlaneEven } from "./rules/control-plane-even.ts";
import { noRoomForLoss } from "./rules/no-room-for-loss.ts";
import { nodesTooSmall } from "./rules/nodes-too-small.ts";
import { platformUntainted } from "./rules/platform-untainted.ts";
import { podsWithoutNode } from "./rules/pods-without-node.ts";
import { poolMissing } from "./rules/pool-missing.ts";
import { tooFewNodes } from "./rules/too-few-nodes.ts";

/** Every rule, what stops a cluster first. A new one is one file and one line here. */
export const checkRules: readonly CheckRule[] = [
  podsWithoutNode,
  poolMissing,
  nodesTooSmall,
  tooFewNodes,
  noRoomForLoss,
  platformUntainted,
  controlPlaneEven,
];
