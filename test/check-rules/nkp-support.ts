import type { RuleScenario } from "../support/check-scenario.ts";
import { edited } from "../support/checked.ts";

const KITE = "clusters/tenant-kite/cluster.yaml";
const ORCHID = "clusters/tenant-orchid/cluster.yaml";

/** 2.18.0 came out on 2026-07-16: 2.16 is two minor versions behind it, and attached clusters may be one. */
export const scenario: RuleScenario = {
  fires: {
    today: "2026-07-16",
    files: (planned) =>
      edited(
        edited(planned, KITE, "class: nkp-nutanix-v2.17.1", "class: nkp-nutanix-v2.16.1"),
        ORCHID,
        "class: nkp-nutanix-v2.17.1",
        "class: nkp-nutanix-v2.99.0",
      ),
    finds: [
      {
        file: KITE,
        onLine: "class: nkp-nutanix-v2.16.1",
        text: "tenant-kite: NKP 2.16.1 is 2 minor versions behind 2.18.0, which came out on 2026-07-16; supported are 1.",
      },
      {
        file: ORCHID,
        onLine: "class: nkp-nutanix-v2.99.0",
        text: "tenant-orchid: until when NKP 2.99.0 is supported is not known.",
        isUnknown: true,
      },
    ],
  },
  holds: {
    today: "2026-07-15",
    files: (planned) => edited(planned, KITE, "class: nkp-nutanix-v2.17.1", "class: nkp-nutanix-v2.16.1"),
  },
};
