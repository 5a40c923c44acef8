import type { RuleScenario } from "../support/check-scenario.ts";
import { edited, type Files } from "../support/checked.ts";

const KITE = "clusters/tenant-kite/cluster.yaml";
const ORCHID = "clusters/tenant-orchid/cluster.yaml";

/** The control plane's machine stands before that of the workers. */
function withDisk(files: Files, size: string): Files {
  const text = String(files[ORCHID]);
  return { ...files, [ORCHID]: text.replace('systemDiskSize: "80Gi"', `systemDiskSize: "${size}"`) };
}

/** The vendor documents three control plane nodes with 80 GiB each. */
export const scenario: RuleScenario = {
  fires: {
    files: (planned) => withDisk(edited(planned, KITE, "replicas: 3", "replicas: 1"), "79Gi"),
    finds: [
      {
        file: KITE,
        onLine: "replicas: 1",
        text: "tenant-kite: control plane nodes declared are 1, the documented minimum is 3.",
      },
      {
        file: ORCHID,
        onLine: 'systemDiskSize: "79Gi"',
        text: "tenant-orchid, pool control-plane: a node has a disk of 79 GiB, the documented minimum is 80 GiB.",
      },
    ],
  },
  holds: { files: (planned) => withDisk(edited(planned, KITE, "replicas: 3", "replicas: 5"), "81Gi") },
};
