import type { RuleScenario } from "../support/check-scenario.ts";
import { edited, type Files } from "../support/checked.ts";

const KITE = "clusters/tenant-kite/cluster.yaml";
const ORCHID = "clusters/tenant-orchid/cluster.yaml";

/** Kite Media with other workers, and Orchid Bank with another pod network. */
const changed = (planned: Files, workers: string, network: string) =>
  edited(edited(planned, KITE, "          replicas: 5\n", workers), ORCHID, "192.168.0.0/16", network);
const workers = (count: number, surge: number, away: string) =>
  `          replicas: ${count}\n          strategy: { rollingUpdate: { maxSurge: ${surge}, maxUnavailable: ${away} } }\n`;

/**
 * Four nodes hold all pods of Kite Media, three do not: a quarter of four is one. Orchid Bank has three nodes, four workers
 * and one more during an update, which are eight: as many as a /21 has of /24, and four more than a /22 has.
 */
export const scenario: RuleScenario = {
  fires: {
    files: (planned) => changed(planned, workers(4, 0, "25%"), "192.168.0.0/22"),
    finds: [
      {
        file: KITE,
        onLine: "maxSurge: 0",
        text: "tenant-kite, pool workload: an update takes 1 node away before another comes, and a pod of web finds no node meanwhile: 0/6 nodes are available: 1 Insufficient memory, 3 Insufficient cpu, 3 node(s) had untolerated taint {node-role.kubernetes.io/control-plane: }.",
      },
      {
        file: ORCHID,
        onLine: "192.168.0.0/22",
        text: "tenant-orchid: 7 nodes and 1 more during an update need a slice of the pod network each; 192.168.0.0/22 has 4 of /24.",
      },
    ],
  },
  holds: { files: (planned) => changed(planned, workers(5, 0, "25%"), "192.168.0.0/21") },
};
