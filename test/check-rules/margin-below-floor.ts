import { type RuleScenario, SMALL_FLEET } from "../support/check-scenario.ts";

const policy = `apiVersion: nkp-planner/v1
kind: SizingPolicy
rules:
  margin-below-floor:
    leastMarginPercent: 20
`;

const [kite, orchid] = SMALL_FLEET.tenants;
const fleetAt = (...prices: readonly object[]) => ({
  ...SMALL_FLEET,
  tenants: [kite, orchid].map((tenant, index) => ({ ...tenant, ...prices[index] })),
});

/** Kite Media costs 5,454.84: of a price of 5,454.84 ÷ 0.8 = 6,818.55, 20 % are left to the cent; 20 % of 6,818.54 are 1,363.708. */
export const scenario: RuleScenario = {
  fires: {
    policy,
    fleet: fleetAt({ price: { monthly: "6818.54" } }),
    files: (planned) => planned,
    finds: [
      {
        file: "fleet.json",
        onLine: '"id": "kite"',
        text: "kite: the margin is EUR 1,363.70 a month, 19.99 % of the price; at least 20 % are asked, EUR 1,363.71.",
      },
      {
        file: "fleet.json",
        onLine: '"id": "orchid"',
        text: "orchid: the margin is not known, because nobody has said what it pays: a price list and an agreed price are missing.",
        isUnknown: true,
      },
    ],
  },
  // Orchid Bank costs 5,935.45, and 5,935.45 ÷ 0.8 = 7,419.3125.
  holds: {
    policy,
    fleet: fleetAt({ price: { monthly: "6818.55" } }, { price: { monthly: "7419.32" } }),
    files: (planned) => planned,
  },
};
