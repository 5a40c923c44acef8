import { HOSTNAME_LABEL, ZONE_LABEL } from "@nkp-planner/core";
import { dnsLabels, LONGEST_LABEL, NAME_ANNOTATION } from "../../kubernetes/names.ts";
import { nodeResources } from "../../kubernetes/quantities.ts";
import type { SchedulerNode } from "./cluster-on-scheduler.ts";

/** Node objects that KWOK looks after, ready from the start. */
export function nodeObjects(nodes: readonly SchedulerNode[]): readonly object[] {
  const names = dnsLabels(
    nodes.map(({ name }) => name),
    { word: "node", longest: LONGEST_LABEL },
  );
  return nodes.map((node, index) => nodeObject(node, names[index] ?? ""));
}

function nodeObject(node: SchedulerNode, name: string): object {
  return {
    apiVersion: "v1",
    kind: "Node",
    metadata: {
      name,
      annotations: {
        "node.alpha.kubernetes.io/ttl": "0",
        "kwok.x-k8s.io/node": "fake",
        [NAME_ANNOTATION]: node.name,
      },
      labels: labelsOf(node, name),
    },
    spec:
      node.taints.length === 0 ? {} : { taints: node.taints.map(({ key, value, effect }) => ({ key, value, effect })) },
    status: {
      phase: "Running",
      capacity: nodeResources(node.capacity),
      allocatable: nodeResources(node.allocatable),
      conditions: CONDITIONS,
      addresses: [{ type: "Hostname", address: name }],
      nodeInfo: NODE_INFO,
    },
  };
}

/** The plan's labels win over those every node has; the zone is the one the node is in, or none. */
function labelsOf({ labels, zone }: SchedulerNode, name: string): Readonly<Record<string, string>> {
  const { [ZONE_LABEL]: _, ...planned } = labels;
  return {
    type: "kwok",
    "kubernetes.io/os": "linux",
    "kubernetes.io/arch": "amd64",
    [HOSTNAME_LABEL]: name,
    ...(zone === null ? {} : { [ZONE_LABEL]: zone }),
    ...planned,
  };
}

// KWOK keeps a node alive that says it is ready and running, and sets up any other again.
const CONDITIONS = [
  { type: "Ready", status: "True", reason: "KubeletReady", message: "planned, not running" },
  ...["MemoryPressure", "DiskPressure", "PIDPressure"].map((type) => ({ type, status: "False" })),
];

/** All that the API asks of a node's software; KWOK's own examples say "fake" as well. */
const NODE_INFO = {
  architecture: "amd64",
  bootID: "",
  containerRuntimeVersion: "fake",
  kernelVersion: "fake",
  kubeProxyVersion: "fake",
  kubeletVersion: "fake",
  machineID: "",
  operatingSystem: "linux",
  osImage: "fake",
  systemUUID: "",
};
