import type { RuleScenario } from "../support/check-scenario.ts";
import { edited } from "../support/checked.ts";

const KITE = "clusters/tenant-kite/cluster.yaml";
const kubernetes = (version: string): RuleScenario["fires"]["files"] => {
  return (planned) => edited(planned, KITE, "version: v1.34.3", `version: ${version}`);
};

/** NKP 2.17.1 brings Kubernetes 1.34.3; EKS Anywhere says the minor version alone. */
export const scenario: RuleScenario = {
  fires: {
    today: "2026-07-01",
    files: kubernetes("v1.34.1"),
    finds: [
      {
        file: KITE,
        onLine: "version: v1.34.1",
        text: "tenant-kite: Kubernetes 1.34.1; the fleet's release NKP 2.17.1 has 1.34.3.",
      },
    ],
  },
  holds: { today: "2026-07-01", files: kubernetes("v1.34") },
};
