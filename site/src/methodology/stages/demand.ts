import { demandOf, gibOf, numberText, type Resources, vcpuOf } from "@nkp-planner/core";
import { fleet, followed } from "../../reference/example.ts";
import { defineStage } from "../stage.ts";

const workloads = "podCount" in followed.demand ? [] : followed.demand;

/** A row's figures come from the planner as well: each workload is asked about alone. */
function sizes({ podCount, requests }: { readonly podCount: number; readonly requests: Resources }): readonly string[] {
  return [
    numberText(podCount),
    numberText(vcpuOf(requests.cpuMillicores), 3),
    numberText(gibOf(requests.memoryBytes)),
    numberText(gibOf(requests.storageBytes)),
  ];
}

export const demand = defineStage({
  id: "demand",
  title: "Demand of a tenant",
  lead: "What a tenant's pods request: CPU, memory and volume claims, in the units in which Kubernetes counts them.",
  text: [
    "Requests count, not limits and not usage: the scheduler places pods by their requests, so they decide how many nodes there must be.",
    "A pod requests what its containers request together, or what its largest init container does, whichever is more. Sidecars count with both. A request that is left out where a limit is given is the limit.",
    "Where only totals are known, the tenant is read as its largest pod and further pods that share the rest evenly, in whole millicores and bytes. Pods of DaemonSets depend on the nodes: they are counted and charged once for each node that they run on, with their volumes. Jobs count as pods that run all the time.",
  ],
  formula: [
    "requests of a workload = replicas × requests of one pod",
    "demand of a tenant = Σ over its workloads, kept as single pods for the placement",
  ],
  terms: [
    ["CPU", "whole millicores; 1,000 are one vCPU"],
    ["memory, storage", "whole bytes; shown in GiB of 1024³ bytes"],
  ],
  example: `${followed.name}, as the example fleet describes it.`,
  tables: [
    {
      label: `Workloads of ${followed.name}`,
      columns: [
        { title: "Workload" },
        { title: "Pods", isNumber: true },
        { title: "vCPU", isNumber: true },
        { title: "Memory, GiB", isNumber: true },
        { title: "Claims, GiB", isNumber: true },
      ],
      rows: workloads.map((workload) => [workload.name, ...sizes(demandOf({ demand: [workload] }))]),
      total: ["Together", ...sizes(demandOf(followed))],
    },
    {
      label: "Demand of every tenant of the example fleet",
      columns: [
        { title: "Tenant" },
        { title: "Pods", isNumber: true },
        { title: "vCPU", isNumber: true },
        { title: "Memory, GiB", isNumber: true },
        { title: "Claims, GiB", isNumber: true },
      ],
      rows: fleet.tenants.map((tenant) => [tenant.name, ...sizes(demandOf(tenant))]),
    },
  ],
  result: `${followed.name}: ${numberText(vcpuOf(demandOf(followed).requests.cpuMillicores))} vCPU, ${numberText(gibOf(demandOf(followed).requests.memoryBytes))} GiB`,
  choices: ["growth-percent-per-year", "planning-horizon-months"],
  code: ["packages/core/src/demand/demand.ts", "packages/core/src/base/quantities/pod-requests.ts"],
});
