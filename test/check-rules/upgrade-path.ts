import type { RuleScenario } from "../support/check-scenario.ts";
import { edited, type Files } from "../support/checked.ts";

const KITE = "clusters/tenant-kite/cluster.yaml";
const ORCHID = "clusters/tenant-orchid/cluster.yaml";
const MANAGEMENT = "clusters/management/cluster.yaml";
const PLANNED = "class: nkp-nutanix-v2.17.1";

const at = (files: Files, file: string, version: string) =>
  edited(files, file, PLANNED, `class: nkp-nutanix-v${version}`);

/** The table has 2.15.2 to 2.16.1 and 2.16.1 to 2.17.1, nothing from 2.14, and no step back from 2.18.0. */
export const scenario: RuleScenario = {
  fires: {
    files: (planned) => at(at(at(planned, KITE, "2.15.2"), ORCHID, "2.14.3"), MANAGEMENT, "2.18.0"),
    finds: [
      {
        file: MANAGEMENT,
        onLine: "class: nkp-nutanix-v2.18.0",
        text: "management: NKP 2.18.0 is newer than 2.17.1, the release of the fleet, and no upgrade leads back.",
      },
      {
        file: KITE,
        onLine: "class: nkp-nutanix-v2.15.2",
        text: "tenant-kite: no single step leads from NKP 2.15.2 to 2.17.1; the way goes by 2.16.0.",
      },
      {
        file: ORCHID,
        onLine: "class: nkp-nutanix-v2.14.3",
        text: "tenant-orchid: whether an upgrade leads from NKP 2.14.3 to 2.17.1 is not known.",
        isUnknown: true,
      },
    ],
  },
  holds: { files: (planned) => at(planned, KITE, "2.16.1") },
};
