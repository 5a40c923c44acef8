import type { RuleScenario } from "../support/check-scenario.ts";
import { edited } from "../support/checked.ts";

const KITE = "clusters/tenant-kite/cluster.yaml";

/** Two nodes of 8 vCPU and 16 GiB hold three of the six pods of 2 vCPU and 4 GiB beside the platform's; four hold all. */
export const scenario: RuleScenario = {
  fires: {
    files: (planned) => edited(planned, KITE, "replicas: 5", "replicas: 2"),
    finds: [
      {
        file: KITE,
        onLine: "replicas: 2",
        text: "tenant-kite: 3 pods would stay pending (web): 0/5 nodes are available: 2 Insufficient cpu, 2 Insufficient memory, 3 node(s) had untolerated taint {node-role.kubernetes.io/control-plane: }.",
      },
    ],
  },
  holds: { files: (planned) => edited(planned, KITE, "replicas: 5", "replicas: 4") },
};
