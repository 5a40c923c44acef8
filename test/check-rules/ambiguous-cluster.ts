import type { RuleScenario } from "../support/check-scenario.ts";
import { edited } from "../support/checked.ts";

const KITE = "clusters/tenant-kite/cluster.yaml";
const files: RuleScenario["fires"]["files"] = (planned) =>
  edited(planned, KITE, "  name: tenant-kite\n  namespace", "  name: kite-orchid\n  namespace");

/** The name has the ids of two tenants; in the twin the policy says which of them it is. */
export const scenario: RuleScenario = {
  fires: {
    files,
    finds: [
      {
        file: KITE,
        onLine: "name: kite-orchid",
        text: "kite-orchid may be each of these clusters of the plan: tenant-kite, tenant-orchid. It was held against none of them.",
      },
    ],
  },
  holds: {
    files,
    policy: "apiVersion: nkp-planner/v1\nkind: SizingPolicy\nclusters: { kite-orchid: tenant-kite }\n",
  },
};
