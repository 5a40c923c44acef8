import { type RuleScenario, SMALL_FLEET } from "../support/check-scenario.ts";
import { edited } from "../support/checked.ts";

const KITE = "clusters/tenant-kite/cluster.yaml";
const ORCHID = "clusters/tenant-orchid/cluster.yaml";
const OLD = "clusters/tenant-old/cluster.yaml";
const fleet = { ...SMALL_FLEET, release: "nkp-2.18.0-dev" };

/** As it was kept before NKPCluster. */
const old = (uid: string) => `apiVersion: cluster.x-k8s.io/v1beta1
kind: Cluster
metadata:
  name: old
${uid}spec:
  topology:
    class: nkp-nutanix-v2.18.0
    version: v1.35.2
`;

/**
 * A taint where Cluster API has it from 1.13 on, a variable that is written wrong, a field of the other version of the
 * API, and a Cluster that is kept where NKPCluster is the object; in the twin the release's own, and a Cluster as the API
 * server printed it.
 */
export const scenario: RuleScenario = {
  fires: {
    fleet,
    files: (planned) => {
      const kite = edited(
        planned,
        KITE,
        "            replicas: 5\n",
        "            replicas: 5\n            taints: [{ key: dedicated, effect: NoSchedule, propagation: Always }]\n",
      );
      const orchid = edited(kite, ORCHID, "provider: Cilium\n", "providers: Cilium\n");
      return {
        ...edited(orchid, ORCHID, "classRef:\n        name: nkp-nutanix-v2.18.0\n", "class: nkp-nutanix-v2.18.0\n"),
        [OLD]: old(""),
      };
    },
    finds: [
      {
        file: KITE,
        onLine: "taints: [",
        text: "NKPCluster tenant-kite: spec.capiCluster.topology.workers.machineDeployments.0.taints is no field of cluster.x-k8s.io/v1beta2.",
      },
      {
        file: OLD,
        onLine: "kind: Cluster",
        text: "Cluster old: from NKP 2.18 on a cluster is kept as NKPCluster, and changes of the topology of its Cluster are refused.",
      },
      {
        file: ORCHID,
        onLine: "class: nkp-nutanix-v2.18.0",
        text: "NKPCluster tenant-orchid: spec.capiCluster.topology.class is no field of cluster.x-k8s.io/v1beta2.",
      },
      {
        file: ORCHID,
        onLine: "providers: Cilium",
        text: "NKPCluster tenant-orchid: spec.capiCluster.topology.variables.0.value.addons.cni.providers is no field of the variable clusterConfig.",
      },
    ],
  },
  holds: {
    fleet,
    files: (planned) => ({ ...planned, [OLD]: old("  uid: 0f1c2a52-7c1e-4b43-9d4f-6d6f0f3c9a11\n") }),
  },
};
