import type { RuleScenario } from "../support/check-scenario.ts";
import { edited } from "../support/checked.ts";

const KITE = "clusters/tenant-kite/cluster.yaml";

/** Four members need three, as many as five do. */
export const scenario: RuleScenario = {
  fires: {
    files: (planned) => edited(planned, KITE, "replicas: 3", "replicas: 4"),
    finds: [
      {
        file: KITE,
        onLine: "replicas: 4",
        text: "tenant-kite: 4 control plane nodes run etcd, which is an even count.",
      },
    ],
  },
  holds: { files: (planned) => edited(planned, KITE, "replicas: 3", "replicas: 5") },
};
