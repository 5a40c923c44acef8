import { type RuleScenario, SMALL_FLEET } from "../support/check-scenario.ts";

const fleet = { ...SMALL_FLEET, upgrades: { aos: "7.0" } };

/** The last day of 7.0 is 2026-12-31: 30 days after 2026-12-01, 29 after the day that follows. */
export const scenario: RuleScenario = {
  fires: {
    fleet,
    today: "2026-12-02",
    files: (planned) => planned,
    finds: [
      {
        file: "fleet.json",
        onLine: '"aos": "7.0"',
        text: "AOS 7.0 is supported until 2026-12-31, for 29 days more.",
      },
    ],
  },
  holds: { fleet, today: "2026-12-01", files: (planned) => planned },
};
