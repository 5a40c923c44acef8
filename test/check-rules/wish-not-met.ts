import { type RuleScenario, SMALL_FLEET } from "../support/check-scenario.ts";

const [kite, orchid] = SMALL_FLEET.tenants;
const cadence = (upgradeCadence: string) => ({ ...SMALL_FLEET, tenants: [{ ...kite, upgradeCadence }, orchid] });

/** An attached cluster is upgraded when its management cluster is. */
export const scenario: RuleScenario = {
  fires: {
    fleet: cadence("own"),
    files: (planned) => planned,
    finds: [
      {
        file: "clusters/tenant-kite/cluster.yaml",
        onLine: "name: tenant-kite",
        text: "The plan runs, but not as wanted: Kite Media wants its own upgrade cadence; an attached cluster follows the plane's.",
      },
    ],
  },
  holds: { fleet: cadence("fleet"), files: (planned) => planned },
};
