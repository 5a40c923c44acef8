import type { RuleScenario } from "../support/check-scenario.ts";
import { edited } from "../support/checked.ts";

const KITE = "clusters/tenant-kite/cluster.yaml";

/** The plan has workers of 8 vCPU and 16 GiB for Kite Media. */
export const scenario: RuleScenario = {
  fires: {
    files: (planned) => edited(planned, KITE, 'memorySize: "16Gi"', 'memorySize: "15Gi"'),
    finds: [
      {
        file: KITE,
        onLine: 'memorySize: "15Gi"',
        text: "tenant-kite, pool workload: a node has 8 vCPU and 15 GiB, the plan has 8 vCPU and 16 GiB.",
      },
    ],
  },
  holds: { files: (planned) => edited(planned, KITE, 'memorySize: "16Gi"', 'memorySize: "17Gi"') },
};
