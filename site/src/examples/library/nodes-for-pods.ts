import { apartOver, type Node, PreparedPool, podGroup, smallestCount, traitsOf } from "@nkp-planner/core";

const GIB = 1024 ** 3;
const nodeAt = (index: number): Node => ({
  name: `node-${index + 1}`,
  allocatable: { cpuMillicores: 7_900, memoryBytes: 30 * GIB, podCount: 110 },
  zone: null,
  labels: {},
  taints: [],
});
const database = podGroup({
  name: "db",
  kind: "StatefulSet",
  replicas: 3,
  requests: { cpuMillicores: 2_500, memoryBytes: 8 * GIB },
  podAntiAffinity: apartOver("hostname"),
});
const web = podGroup({ name: "web", replicas: 8, requests: { cpuMillicores: 1_900, memoryBytes: 2 * GIB } });

const { nodeCount, bounds } = smallestCount({
  prepared: new PreparedPool({ installed: [], otherNodes: [], nodeAt, traits: traitsOf("1.34") }),
  groups: [database, web],
  orderCount: 10,
  leastNodeCount: 1,
  mostNodeCount: 50,
});
console.log(`${nodeCount} nodes; the sum of requests asks for ${bounds.lowerNodeCount}`);
