import type { RuleScenario } from "../support/check-scenario.ts";
import { edited } from "../support/checked.ts";

const KITE = "clusters/tenant-kite/cluster.yaml";

/** The plan has five workers for Kite Media. */
export const scenario: RuleScenario = {
  fires: {
    files: (planned) => edited(planned, KITE, "replicas: 5", "replicas: 4"),
    finds: [
      {
        file: KITE,
        onLine: "replicas: 4",
        text: "tenant-kite, pool workload: 4 nodes are declared, the plan has 5.",
      },
    ],
  },
  holds: { files: (planned) => edited(planned, KITE, "replicas: 5", "replicas: 6") },
};
