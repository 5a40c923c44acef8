import type { RuleScenario } from "../support/check-scenario.ts";
import { edited } from "../support/checked.ts";

const KITE = "clusters/tenant-kite/cluster.yaml";
const counted = (text: string): RuleScenario["fires"]["files"] => {
  return (planned) => edited(planned, KITE, "replicas: 5", `replicas: ${text}`);
};

/** The same count, once for Flux to put in and once as it is. */
export const scenario: RuleScenario = {
  fires: {
    files: counted("\u0024{KITE_NODES}"),
    finds: [
      {
        file: KITE,
        onLine: "replicas: \u0024{KITE_NODES}",
        text: "Cluster tenant-kite: spec.topology.workers.machineDeployments.0.replicas is \u0024{KITE_NODES}, which some tool is to put in yet.",
        isUnknown: true,
      },
    ],
  },
  holds: { files: counted("5") },
};
