import { type RuleScenario, SMALL_FLEET } from "../support/check-scenario.ts";

/** NKP 2.18 needs pc.7.5 and AOS 7.5; Prism Central pc.7.3 is of 2025-06-24, pc.7.5 of 2025-12-09, pc.7.6 after it. */
const fleetOn = (prismCentral: string, aos: string) => ({
  ...SMALL_FLEET,
  release: "nkp-2.18.0-dev",
  upgrades: { prismCentral, aos },
});

export const scenario: RuleScenario = {
  fires: {
    fleet: fleetOn("pc.7.3", "7.9"),
    files: (planned) => planned,
    finds: [
      {
        file: "fleet.json",
        onLine: '"prismCentral": "pc.7.3"',
        text: "Prism Central pc.7.3 is older than pc.7.5, which NKP 2.18 needs.",
      },
      {
        file: "fleet.json",
        onLine: '"aos": "7.9"',
        text: "Whether AOS 7.9 is as new as 7.5, which NKP 2.18 needs, is not known.",
        isUnknown: true,
      },
    ],
  },
  holds: { fleet: fleetOn("pc.7.6", "7.5"), files: (planned) => planned },
};
