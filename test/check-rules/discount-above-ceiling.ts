import { type RuleScenario, SMALL_FLEET } from "../support/check-scenario.ts";

const priceList = {
  apiVersion: "nkp-planner/v1",
  kind: "PriceList",
  id: "list",
  title: "List of a test",
  currency: "EUR",
  validFrom: "2026-01-01",
  illustrative: false,
  items: [{ sku: "MK-CLUSTER", name: "Managed cluster", per: "cluster", unitPrice: "9000.00" }],
  termDiscounts: [{ months: 36, discountPercent: 8 }],
  discountCeiling: { percent: 15 },
};

const [kite, orchid] = SMALL_FLEET.tenants;
const fleetWith = (discountPercent: number) => ({
  ...SMALL_FLEET,
  tenants: [{ ...kite, contract: { termMonths: 36, discountPercent } }, orchid],
});

/** 8 % for the term and 7.5 % of the contract are 15.5 %; with 7 % they are the 15 % that the list gives. */
export const scenario: RuleScenario = {
  fires: {
    fleet: fleetWith(7.5),
    priceList,
    files: (planned) => planned,
    finds: [
      {
        file: "fleet.json",
        onLine: '"discountPercent": 7.5',
        text: "kite: 15.5 % of discount are agreed, the price list gives 15 % at most.",
      },
    ],
  },
  holds: { fleet: fleetWith(7), priceList, files: (planned) => planned },
};
