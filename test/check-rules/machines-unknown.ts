import type { RuleScenario } from "../support/check-scenario.ts";
import { edited } from "../support/checked.ts";

const KITE = "clusters/tenant-kite/cluster.yaml";
const memory = (text: string): RuleScenario["fires"]["files"] => {
  return (planned) => edited(planned, KITE, 'memorySize: "16Gi"', `memorySize: ${text}`);
};

/** Kubernetes writes GiB as Gi. What Flux is to put in yet is for another rule. */
export const scenario: RuleScenario = {
  fires: {
    files: memory('"16GiB"'),
    finds: [
      {
        file: KITE,
        onLine: "16GiB",
        text: '"16GiB" as memorySize of Cluster tenant-kite, where a size above zero, such as 8Gi is expected.',
        isUnknown: true,
      },
    ],
  },
  holds: { files: memory("\u0024{MEMORY}") },
};
