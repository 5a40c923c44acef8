import { comparison, ownPlan } from "../../reference/example.ts";
import { defineStage } from "../stage.ts";

export const hosts = defineStage({
  id: "hosts",
  title: "Hosts below the nodes",
  lead: "How many physical hosts carry all node VMs and their data, with the spare ones down and while a pool is upgraded.",
  text: [
    "Each host gives cores and memory to its controller VM before any node gets something. What is left is multiplied by the vCPU that a core may carry; memory is never shared out twice. Data is kept in copies.",
    "VMs cannot be split either, and VMs that stand for each other (the control plane of a cluster) belong on hosts of their own. So VMs are placed on hosts, and the count is the smallest found at which each has one, also with the spare hosts down. Beside it stands a lower bound: it is proven that no placement has fewer, and mostly both are the same.",
    "A fleet may name several clusters of hosts, of different hosts, and say what lies on which. Each is counted for itself, with its own spare hosts, and a cluster of Kubernetes lies as a whole on one.",
    "A node with GPUs lies on a host that has as many free; none is shared. The catalog knows no host with any: say how many yours have with host-gpus.",
    "By vCPU and GiB, the price book must cover hosts, spare ones included; with a price per host they are lines of the bill.",
  ],
  formula: [
    "vCPU of a host = (cores − cores of the controller VM) × vCPU per core × part that may be filled",
    "memory of a host = (memory − memory of the controller VM) × part that may be filled",
    "storage of a host = raw TiB × 1,024 × part that may be filled; data × copies",
    "hosts = max(⌈demand ÷ one host⌉ of vCPU, memory, storage, GPUs; hosts for whole VMs) + spare",
    "but no fewer than separation and the way of keeping data ask for",
  ],
  terms: [
    ["controller VM", "the VM on every host that runs its storage"],
    ["separation", "VMs that stand for each other, each on a host of its own"],
  ],
  example: "What one host offers, what the fleet asks for, and how many hosts that makes.",
  figures: [
    { plan: ownPlan, id: "usableVcpuPerHost" },
    { plan: ownPlan, id: "hostDemandVcpu" },
    { plan: ownPlan, id: "usedHostCount" },
    ...comparison.plans.map((plan) => ({ plan, id: "hostCount" })),
  ],
  choices: [
    "host-profile",
    "host-spare",
    "host-gpus",
    "vcpu-per-core",
    "host-cvm-vcpu",
    "host-cvm-memory-gib",
    "host-cpu-threshold",
    "host-memory-threshold",
    "host-storage-threshold",
    "replication-factor",
    "erasure-coding",
    "simultaneous-upgrades",
  ],
  code: [
    "packages/core/src/clusters/hosts/host-clusters.ts",
    "packages/core/src/clusters/hosts/hosts.ts",
    "packages/core/src/clusters/host-capacity/host-capacity.ts",
    "packages/core/src/clusters/hosts/host-count.ts",
    "packages/core/src/clusters/hosts/host-packing.ts",
    "packages/core/src/clusters/hosts/host-bound.ts",
  ],
});
