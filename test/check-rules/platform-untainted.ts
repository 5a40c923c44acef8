import type { RuleScenario } from "../support/check-scenario.ts";
import { edited } from "../support/checked.ts";

const PLANE = "clusters/management/cluster.yaml";

/** A taint that only asks to prefer other nodes keeps nobody away; one that drives pods out keeps them away as well. */
export const scenario: RuleScenario = {
  fires: {
    files: (planned) => edited(planned, PLANE, "effect: NoSchedule", "effect: PreferNoSchedule"),
    finds: [
      {
        file: PLANE,
        onLine: "- key: dedicated",
        text: "management, pool platform: the taint dedicated=platform:NoSchedule of the plan is missing, so that any pod may land there.",
      },
    ],
  },
  holds: { files: (planned) => edited(planned, PLANE, "effect: NoSchedule", "effect: NoExecute") },
};
