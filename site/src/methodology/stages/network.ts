import { clusterOfFollowed, ownPlan } from "../../reference/example.ts";
import { defineStage } from "../stage.ts";

export const network = defineStage({
  id: "network",
  title: "Addresses",
  lead: "How many IP addresses a cluster takes, which subnet holds them, and whether its pod network is large enough.",
  text: [
    "Nodes that exist only during an upgrade need an address as well: one pool is upgraded after the other, so the largest surge counts.",
    "Every node takes a block of the pod network. A cluster that has more nodes than blocks is a shortfall, and takes its model out of the verdict.",
  ],
  formula: [
    "addresses = (nodes + surge) × addresses per node + API server + load balancers",
    "subnet = the smallest power of two that holds them and what a subnet keeps for itself",
    "nodes a pod network holds = 2 ^ (prefix of a node's block − prefix of the network)",
  ],
  terms: [["prefix", "bits of the network part: /24 leaves 8 bits, 256 addresses"]],
  example: `The cluster of ${clusterOfFollowed(ownPlan).name}, and the whole fleet.`,
  figures: [
    { plan: ownPlan, id: `cluster.${clusterOfFollowed(ownPlan).name}.ipAddressCount` },
    { plan: ownPlan, id: "ipAddressCount" },
  ],
  choices: [
    "addresses-per-node",
    "api-server-addresses",
    "load-balancer-addresses",
    "subnet-reserved-addresses",
    "pod-network-prefix",
    "pod-node-prefix",
  ],
  code: ["packages/core/src/clusters/pools/network.ts"],
});
