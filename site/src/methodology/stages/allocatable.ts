import { choiceOf, gibOf, numberText, vcpuOf } from "@nkp-planner/core";
import { clusterOfFollowed, context, ownPlan, sharedPlan } from "../../reference/example.ts";
import { defineStage } from "../stage.ts";

const pools = [ownPlan, sharedPlan].flatMap((plan) =>
  clusterOfFollowed(plan).pools.map((pool) => ({ plan, cluster: clusterOfFollowed(plan), pool })),
);

export const allocatable = defineStage({
  id: "allocatable",
  title: "Allocatable of a node",
  lead: "How much of a node pods can request: its capacity, less what firmware, kernel and kubelet keep.",
  text: [
    "A virtual machine of 32 GiB never reports 32 GiB: firmware and kernel keep a part. Of what is left the kubelet reserves CPU and memory for itself and the system, and keeps memory free below which it evicts pods.",
    "The reservation is a plain amount, or a tiered profile as cloud providers publish them: a share of the first core, a smaller one of the next, and so on.",
    "Pods are limited in number as well, whatever they request.",
  ],
  formula: [
    "memory a node reports = memory of the VM × (1 − share that is kept)",
    "allocatable CPU = capacity − reserved",
    "allocatable memory = what the node reports − reserved − eviction threshold",
    "allocatable pods = pods per node",
  ],
  terms: [
    ["reserved", "millicores and MiB that the kubelet keeps for itself and the system"],
    ["eviction threshold", "MiB below which the kubelet evicts pods"],
  ],
  example: `Nodes of ${clusterOfFollowed(ownPlan).name}, in two models.`,
  tables: [
    {
      label: "Capacity and allocatable of one node",
      columns: [
        { title: "Pool" },
        { title: "vCPU", isNumber: true },
        { title: "Pods may request", isNumber: true },
        { title: "Memory, GiB", isNumber: true },
        { title: "Pods may request", isNumber: true },
        { title: "Pods", isNumber: true },
      ],
      rows: pools.map(({ plan, pool: { role, shape, allocatablePerNode } }) => [
        `${role}, ${plan.model.title}`,
        numberText(shape.vcpu),
        numberText(vcpuOf(allocatablePerNode.cpuMillicores), 3),
        numberText(shape.memoryGiB),
        numberText(gibOf(allocatablePerNode.memoryBytes), 3),
        numberText(allocatablePerNode.podCount),
      ]),
    },
    {
      label: "Reservation profiles there are to choose from",
      columns: [{ title: "Profile" }, { title: "Sources" }],
      rows: choiceOf(context.choices, "kubelet-reservations").parameter.options.map(({ title, sources }) => [
        title,
        sources.join(", "),
      ]),
    },
  ],
  result: pools
    .slice(-1)
    .map(
      ({ pool: { shape, allocatablePerNode } }) =>
        `Of ${shape.memoryGiB} GiB pods may request ${numberText(gibOf(allocatablePerNode.memoryBytes))}`,
    )
    .join(),
  choices: [
    "vm-memory-kept-percent",
    "kubelet-reservations",
    "reserved-cpu-millicores",
    "reserved-memory-mib",
    "eviction-memory-mib",
    "pods-per-node",
  ],
  code: ["packages/core/src/clusters/pools/allocatable.ts"],
});
