import type { RuleScenario } from "../support/check-scenario.ts";
import { edited } from "../support/checked.ts";

const KITE = "clusters/tenant-kite/cluster.yaml";
const ORCHID = "clusters/tenant-orchid/cluster.yaml";

/** A cluster whose control plane and pools each have their own object, and their own version. */
const kiteWith = (controlPlane: string, workload: string, old: string) => `apiVersion: cluster.x-k8s.io/v1beta1
kind: Cluster
metadata:
  name: tenant-kite
spec:
  controlPlaneRef:
    apiVersion: controlplane.cluster.x-k8s.io/v1beta1
    kind: KubeadmControlPlane
    name: tenant-kite
---
apiVersion: controlplane.cluster.x-k8s.io/v1beta1
kind: KubeadmControlPlane
metadata:
  name: tenant-kite
  labels:
    cluster.x-k8s.io/cluster-name: tenant-kite
spec:
  replicas: 3
  version: v${controlPlane}
---
apiVersion: cluster.x-k8s.io/v1beta1
kind: MachineDeployment
metadata:
  name: workload
spec:
  clusterName: tenant-kite
  replicas: 5
  template:
    spec:
      clusterName: tenant-kite
      version: v${workload}
---
apiVersion: cluster.x-k8s.io/v1beta1
kind: MachineDeployment
metadata:
  name: old
spec:
  clusterName: tenant-kite
  replicas: 1
  template:
    spec:
      clusterName: tenant-kite
      version: v${old}
`;

/** The management cluster has Kubernetes 1.34; attached ones may be one behind it, kubelets three behind their control plane. */
export const scenario: RuleScenario = {
  fires: {
    files: (planned) => ({
      ...edited(planned, ORCHID, "version: v1.34.3", "version: v1.32.9"),
      [KITE]: kiteWith("1.35.1", "1.36.0", "1.31.9"),
    }),
    finds: [
      {
        file: KITE,
        onLine: "version: v1.35.1",
        text: "tenant-kite: Kubernetes 1.35.1 is newer than the 1.34.3 of management.",
      },
      {
        file: KITE,
        onLine: "version: v1.36.0",
        text: "tenant-kite, pool workload: Kubernetes 1.36.0 is newer than the 1.35.1 of the control plane.",
      },
      {
        file: KITE,
        onLine: "version: v1.31.9",
        text: "tenant-kite, pool old: Kubernetes 1.31.9 is 4 minor versions behind the 1.35.1 of the control plane; allowed are 3.",
      },
      {
        file: ORCHID,
        onLine: "version: v1.32.9",
        text: "tenant-orchid: Kubernetes 1.32.9 is 2 minor versions behind the 1.34.3 of management; allowed are 1.",
      },
    ],
  },
  holds: {
    files: (planned) => ({
      ...edited(planned, ORCHID, "version: v1.34.3", "version: v1.33.9"),
      [KITE]: kiteWith("1.34.3", "1.34.3", "1.31.9"),
    }),
  },
};
