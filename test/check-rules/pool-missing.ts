import type { RuleScenario } from "../support/check-scenario.ts";
import { edited } from "../support/checked.ts";

const PLANE = "clusters/management/cluster.yaml";

/** The pool of the management cluster, with another pool beside it so that neither name says which is meant. */
export const scenario: RuleScenario = {
  fires: {
    files: (planned) =>
      edited(
        planned,
        PLANE,
        "      machineDeployments:\n        - class: default-worker\n          name: platform\n          replicas: 5\n",
        "      machineDeployments:\n        - class: default-worker\n          name: other\n          replicas: 2\n        - class: default-worker\n          name: workers\n          replicas: 3\n",
      ),
    finds: [
      {
        file: PLANE,
        onLine: "apiVersion:",
        text: "management: pool platform is not declared; the plan has 5 platform nodes in it.",
      },
    ],
  },
  holds: { files: (planned) => edited(planned, PLANE, "name: platform\n", "name: platform-zone-1\n") },
};
