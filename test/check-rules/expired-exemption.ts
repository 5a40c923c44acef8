import type { RuleScenario } from "../support/check-scenario.ts";

const policy = `apiVersion: nkp-planner/v1
kind: SizingPolicy
exemptions:
  - { rule: too-few-nodes, cluster: tenant-kite, reason: Scaled down until the move., expires: 2026-11-29 }
  - { rule: nkp-support, file: clusters, reason: Upgraded in December., expires: 2026-11-30 }
`;

/** The last day of an exemption is still within it. */
export const scenario: RuleScenario = {
  fires: {
    policy,
    today: "2026-11-30",
    files: (planned) => planned,
    finds: [
      {
        file: "sizing-policy.yaml",
        onLine: "too-few-nodes",
        text: "The exemption of too-few-nodes of cluster tenant-kite was good until 2026-11-29: Scaled down until the move.",
      },
    ],
  },
  holds: { policy, today: "2026-11-29", files: (planned) => planned },
};
