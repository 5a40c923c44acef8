import type { RuleScenario } from "../support/check-scenario.ts";
import { edited } from "../support/checked.ts";

const KITE = "clusters/tenant-kite/cluster.yaml";
const NAME = "  name: tenant-kite\n  namespace";

/** No tenant is called heron; kite-prod has the tenant's id as a whole word. */
export const scenario: RuleScenario = {
  fires: {
    files: (planned) => edited(planned, KITE, NAME, "  name: tenant-heron\n  namespace"),
    finds: [
      {
        file: KITE,
        onLine: "name: tenant-heron",
        text: "tenant-heron is no cluster of the plan, which runs the fleet as Ultimate, centralized.",
      },
    ],
  },
  holds: { files: (planned) => edited(planned, KITE, NAME, "  name: kite-prod\n  namespace") },
};
