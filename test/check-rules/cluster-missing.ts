import type { RuleScenario } from "../support/check-scenario.ts";
import { SMALL_FLEET } from "../support/check-scenario.ts";
import { edited } from "../support/checked.ts";

const KITE = "clusters/tenant-kite/cluster.yaml";
const gone = {
  id: "heron",
  name: "Heron Radio",
  contract: { until: "2026-01-01" },
  demand: { pods: 1, cpu: "1", memory: "1Gi" },
};

/** Heron has left, so that Kite is the second tenant of the file and the first of the plan. */
export const scenario: RuleScenario = {
  fires: {
    fleet: { ...SMALL_FLEET, tenants: [gone, ...SMALL_FLEET.tenants] },
    files: (planned) => Object.fromEntries(Object.entries(planned).filter(([path]) => path !== KITE)),
    finds: [
      {
        file: "fleet.json",
        onLine: '"id": "kite"',
        text: "tenant-kite, the planned cluster of kite, is declared by no file.",
      },
    ],
  },
  holds: { files: (planned) => edited(planned, KITE, "  name: tenant-kite\n  namespace", "  name: kite\n  namespace") },
};
