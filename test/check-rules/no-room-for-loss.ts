import type { RuleScenario } from "../support/check-scenario.ts";
import { edited } from "../support/checked.ts";

const KITE = "clusters/tenant-kite/cluster.yaml";

/** That a pool has too few nodes says why: only a policy that does not ask for that has this rule say it. */
const policy = `apiVersion: nkp-planner/v1
kind: SizingPolicy
rules:
  too-few-nodes: { severity: off }
`;

/**
 * Four nodes hold all pods of Kite Media, and the plan has a fifth for the loss of one. Of four workers and three nodes of
 * the control plane, six nodes are left after a loss.
 */
export const scenario: RuleScenario = {
  fires: {
    policy,
    files: (planned) => edited(planned, KITE, "replicas: 5", "replicas: 4"),
    finds: [
      {
        file: KITE,
        onLine: "replicas: 4",
        text: "tenant-kite: after the loss of node workload-1 a pod of web finds no other: 0/6 nodes are available: 1 Insufficient memory, 3 Insufficient cpu, 3 node(s) had untolerated taint {node-role.kubernetes.io/control-plane: }.",
      },
    ],
  },
  holds: { policy, files: (planned) => edited(planned, KITE, "replicas: 5", "replicas: 6") },
};
