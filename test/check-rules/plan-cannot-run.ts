import { type RuleScenario, SMALL_FLEET } from "../support/check-scenario.ts";

const [kite, orchid] = SMALL_FLEET.tenants;
const web = (cpu: string, memory: string) => ({
  ...SMALL_FLEET,
  tenants: [{ ...kite, workloads: [{ name: "web", replicas: 6, requests: { cpu, memory } }] }, orchid],
});

/** No shape of nodes that the planner may choose has 100 vCPU. */
export const scenario: RuleScenario = {
  fires: {
    fleet: web("100", "4Gi"),
    files: (planned) => planned,
    finds: [
      {
        file: "clusters/tenant-kite/cluster.yaml",
        onLine: "name: tenant-kite",
        text: "The plan does not run as it is: web on tenant-kite asks for 100 vCPU and 4 GiB a pod, more than a node of 8 vCPU and 12 GiB has left for it. Give the pool a larger node shape.",
      },
    ],
  },
  holds: { fleet: web("2", "4Gi"), files: (planned) => planned },
};
