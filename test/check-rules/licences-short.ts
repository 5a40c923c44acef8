import type { RuleScenario } from "../support/check-scenario.ts";
import { edited } from "../support/checked.ts";

const policy = `apiVersion: nkp-planner/v1
kind: SizingPolicy
rules:
  licences-short:
    entitled: { ultimate: 112 }
`;

/** Workers of the plan: 5, 5 and 4 nodes of 8 vCPU, 14 × 8 = 112. With a sixth node of Kite Media files declare 15 × 8 = 120. */
export const scenario: RuleScenario = {
  fires: {
    policy,
    files: (planned) => edited(planned, "clusters/tenant-kite/cluster.yaml", "replicas: 5", "replicas: 6"),
    finds: [
      {
        file: "fleet.json",
        onLine: "{",
        text: "NKP Ultimate: licences are bought for 112 vCPU, the plan needs 112, the files declare 120.",
      },
    ],
  },
  holds: { policy, files: (planned) => planned },
};
