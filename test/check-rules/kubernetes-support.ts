import { type RuleScenario, SMALL_FLEET } from "../support/check-scenario.ts";
import { edited } from "../support/checked.ts";

const KITE = "clusters/tenant-kite/cluster.yaml";
const ORCHID = "clusters/tenant-orchid/cluster.yaml";

const fleet = { ...SMALL_FLEET, asOf: "2026-08-03" };

/** Kubernetes 1.33 ended on 2026-06-28, 1.34 on 2026-10-27: 30 days after 2026-09-27, 29 after the day that follows. */
export const scenario: RuleScenario = {
  fires: {
    fleet,
    today: "2026-09-28",
    files: (planned) =>
      edited(
        edited(planned, KITE, "version: v1.34.3", "version: v1.33.5"),
        ORCHID,
        "version: v1.34.3",
        "version: v1.99.0",
      ),
    finds: [
      {
        file: KITE,
        onLine: "version: v1.33.5",
        text: "tenant-kite: Kubernetes 1.33.5 has had no support since 2026-06-28, its last day.",
      },
      {
        file: ORCHID,
        onLine: "version: v1.99.0",
        text: "tenant-orchid: until when Kubernetes 1.99.0 is supported is not known.",
        isUnknown: true,
      },
      {
        file: "fleet.json",
        onLine: '"release": "nkp-2.17.1"',
        text: "The fleet's release: Kubernetes 1.34 is supported until 2026-10-27, for 29 days more.",
      },
    ],
  },
  holds: { fleet, today: "2026-09-27", files: (planned) => planned },
};
