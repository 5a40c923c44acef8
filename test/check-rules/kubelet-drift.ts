import type { RuleScenario } from "../support/check-scenario.ts";
import { edited } from "../support/checked.ts";

const KITE = "clusters/tenant-kite/cluster.yaml";
const ORCHID = "clusters/tenant-orchid/cluster.yaml";
const CONFIG = "              - name: workerConfig\n                value:\n";
const keeping = (file: string, fields: string): RuleScenario["fires"]["files"] => {
  return (planned) => edited(planned, file, CONFIG, `${CONFIG}                  kubeletConfiguration: ${fields}\n`);
};
const KEEPS =
  "{ systemReserved: { cpu: 200m, memory: 512Mi }, kubeReserved: { cpu: 100m }, evictionHard: { memory.available: 200Mi }, maxPods: 150 }";
const SHARE = '{ evictionHard: { memory.available: "5%" } }';

/** The default cluster class reserves nothing, keeps 100 MiB free, and leaves 110 pods to the kubelet. */
export const scenario: RuleScenario = {
  fires: {
    files: (planned) => keeping(ORCHID, SHARE)(keeping(KITE, KEEPS)(planned)),
    finds: [
      {
        file: KITE,
        onLine: "kubeletConfiguration",
        text: "tenant-kite, pool workload: the kubelet keeps 300m of CPU and 712 MiB, and takes 150 pods; in the plan it keeps 0m of CPU and 100 MiB, and takes 110 pods.",
      },
      {
        file: ORCHID,
        onLine: "kubeletConfiguration",
        text: "tenant-orchid, pool workload: what the kubelet keeps cannot be read; in the plan it keeps 0m of CPU and 100 MiB, and takes 110 pods.",
        isUnknown: true,
      },
    ],
  },
  holds: { files: keeping(KITE, "{ evictionHard: { memory.available: 100Mi }, maxPods: 110 }") },
};
