import type { RuleScenario } from "../support/check-scenario.ts";
import { edited } from "../support/checked.ts";

const KITE = "clusters/tenant-kite/cluster.yaml";
const PLANE = "clusters/management/cluster.yaml";
const CONFIG = "              - name: workerConfig\n                value:\n";
const tainted = (key: string): RuleScenario["fires"]["files"] => {
  const taints = `                  taints:\n                    - { key: ${key}, effect: NoSchedule }\n`;
  return (planned) => edited(planned, KITE, CONFIG, `${CONFIG}${taints}`);
};

/** A taint that drives pods out keeps them away from the platform pool, but is not the planned one. */
export const scenario: RuleScenario = {
  fires: {
    files: (planned) => edited(tainted("gpu")(planned), PLANE, "effect: NoSchedule", "effect: NoExecute"),
    finds: [
      {
        file: PLANE,
        onLine: "- key: dedicated",
        text: "management, pool platform: nodes get taint dedicated=platform:NoExecute, the plan has taint dedicated=platform:NoSchedule.",
      },
      {
        file: KITE,
        onLine: "- { key: gpu, effect: NoSchedule }",
        text: "tenant-kite, pool workload: nodes get taint gpu:NoSchedule, the plan has no taint.",
      },
    ],
  },
  holds: { files: tainted("node.kubernetes.io/not-ready") },
};
