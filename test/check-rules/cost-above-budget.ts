import type { RuleScenario } from "../support/check-scenario.ts";

const policyOf = (plan: string, byTenant: string) => `apiVersion: nkp-planner/v1
kind: SizingPolicy
rules:
  cost-above-budget:
    mostMonthlyCost: "${plan}"
    mostMonthlyCostByTenant: ${byTenant}
`;

/** Kite Media costs 5,454.84 and Orchid Bank 5,935.45, together 11,390.29. */
export const scenario: RuleScenario = {
  fires: {
    policy: policyOf("11390.28", '{ kite: "5454.83", orchid: "5935.45", raven: "100" }'),
    files: (planned) => planned,
    finds: [
      { file: "fleet.json", onLine: "{", text: "The plan costs EUR 11,390.29 a month, the budget is EUR 11,390.28." },
      {
        file: "fleet.json",
        onLine: '"tenants"',
        text: "raven: has a budget, but the plan has no tenant of this id, so that nobody knows what it costs.",
        isUnknown: true,
      },
      {
        file: "fleet.json",
        onLine: '"id": "kite"',
        text: "kite: costs EUR 5,454.84 a month, the budget is EUR 5,454.83.",
      },
    ],
  },
  holds: { policy: policyOf("11390.29", '{ kite: "5454.84" }'), files: (planned) => planned },
};
