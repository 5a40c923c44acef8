import { type RuleScenario, SMALL_FLEET } from "../support/check-scenario.ts";
import { edited, type Files } from "../support/checked.ts";

const KITE = "clusters/tenant-kite/cluster.yaml";
const ORCHID = "clusters/tenant-orchid/cluster.yaml";

const longer = (name: string, length: number) => name.padEnd(length, "x");
const renamed = (files: Files, file: string, name: string, length: number) =>
  edited(files, file, `\n  name: ${name}\n`, `\n  name: ${longer(`${name}-`, length)}\n`);

/** NKP 2.18 takes 58 characters, Cluster API 63: both sides of the first, and beyond the second. */
export const scenario: RuleScenario = {
  fires: {
    fleet: { ...SMALL_FLEET, release: "nkp-2.18.0-dev" },
    files: (planned) => renamed(renamed(planned, KITE, "tenant-kite", 59), ORCHID, "tenant-orchid", 64),
    finds: [
      {
        file: KITE,
        onLine: `name: ${longer("tenant-kite-", 59)}`,
        text: `${longer("tenant-kite-", 59)}: the name has 59 characters, and with more than 58 upgrades to NKP 2.18.0 stall for the whole workspace.`,
      },
      {
        file: ORCHID,
        onLine: `name: ${longer("tenant-orchid-", 64)}`,
        text: `${longer("tenant-orchid-", 64)}: the name has 64 characters, and Cluster API, which makes it a label, takes 63.`,
      },
    ],
  },
  holds: {
    fleet: { ...SMALL_FLEET, release: "nkp-2.18.0-dev" },
    files: (planned) => renamed(planned, KITE, "tenant-kite", 58),
  },
};
