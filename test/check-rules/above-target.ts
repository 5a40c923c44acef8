import type { RuleScenario } from "../support/check-scenario.ts";
import { edited } from "../support/checked.ts";

const KITE = "clusters/tenant-kite/cluster.yaml";
const settings = { "headroom-percent": "50" };

/** That nodes are too few is asked as a note, and what comes of a loss: so they hide nothing. */
const policy = `apiVersion: nkp-planner/v1
kind: SizingPolicy
rules:
  too-few-nodes: { severity: note }
  no-room-for-loss: { severity: note }
  above-target: { mostRequestedPercent: 80 }
`;

/** With room for half as much again the plan has four nodes for Kite Media. Today's pods run on two, which they fill. */
export const scenario: RuleScenario = {
  fires: {
    policy,
    settings,
    files: (planned) => edited(planned, KITE, "replicas: 4", "replicas: 2"),
    finds: [
      {
        file: KITE,
        onLine: "replicas: 2",
        text: "tenant-kite: the growth and headroom that the plan keeps room for find no node (headroom): 0/5 nodes are available: 1 Insufficient memory, 2 Insufficient cpu, 3 node(s) had untolerated taint {node-role.kubernetes.io/control-plane: }.",
      },
      {
        file: KITE,
        onLine: "replicas: 2",
        text: "tenant-kite, pool workload: requests take 83.75 % of the CPU that nodes have for pods; the policy allows 80 %.",
      },
    ],
  },
  holds: { policy, settings, files: (planned) => edited(planned, KITE, "replicas: 4", "replicas: 3") },
};
