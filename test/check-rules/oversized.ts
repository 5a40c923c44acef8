import { examplePriceBook } from "@nkp-planner/catalog";
import type { RuleScenario } from "../support/check-scenario.ts";
import { edited, type Files } from "../support/checked.ts";

const KITE = "clusters/tenant-kite/cluster.yaml";
const ORCHID = "clusters/tenant-orchid/cluster.yaml";

const priceBook = { ...examplePriceBook, illustrative: false };
const changed = (planned: Files, count: number, memory: string) =>
  edited(
    edited(planned, KITE, "replicas: 5", `replicas: ${count}`),
    ORCHID,
    'memorySize: "32Gi"',
    `memorySize: "${memory}"`,
  );

/**
 * The plan has 5 nodes of 8 vCPU, 16 GiB and 80 GiB of disk for Kite Media, and 4 with 32 GiB for Orchid Bank; one node more
 * is allowed, or as much in larger ones: 32 ÷ 4 = 8 GiB a node. A node of Kite Media costs 8 × (19.50 + 38.00) + 16 × 5.20 +
 * 80 × 0.14 = 554.40, and 4 × 9 GiB cost 36 × 5.20 = 187.20.
 */
export const scenario: RuleScenario = {
  fires: {
    priceBook,
    files: (planned) => changed(planned, 7, "41Gi"),
    finds: [
      {
        file: KITE,
        onLine: "replicas: 7",
        text: "tenant-kite, pool workload: 7 nodes with 56 vCPU and 112 GiB declared, 5 nodes with 40 vCPU and 80 GiB planned: 16 vCPU and 32 GiB more, which cost EUR 1,108.80 a month.",
      },
      {
        file: ORCHID,
        onLine: 'memorySize: "41Gi"',
        text: "tenant-orchid, pool workload: 4 nodes with 32 vCPU and 164 GiB declared, 4 nodes with 32 vCPU and 128 GiB planned: 36 GiB more, which cost EUR 187.20 a month.",
      },
    ],
  },
  holds: { priceBook, files: (planned) => changed(planned, 6, "40Gi") },
};
