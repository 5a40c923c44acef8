import { numberText } from "@nkp-planner/core";
import { clusterOfFollowed, comparison, ownPlan, sharedPlan } from "../../reference/example.ts";
import { defineStage } from "../stage.ts";

const counted = [ownPlan, sharedPlan].flatMap(({ model, clusters }) =>
  clusters.flatMap((cluster) =>
    cluster.pools.filter(({ neededNodeCount }) => neededNodeCount !== null).map((pool) => ({ model, cluster, pool })),
  ),
);

/** Reasons as they are said, where their names are not words. */
const WORDS: Readonly<Record<string, string>> = { cpu: "CPU", failure: "a loss", floor: "a documented minimum" };

function wordsOf(reason: string): string {
  return WORDS[reason] ?? reason.replaceAll("-", " ");
}

export const pools = defineStage({
  id: "pools",
  title: "Placing pods, sizing pools",
  lead: "How many nodes a pool needs so that the real scheduler finds a node for every pod.",
  text: [
    "A sum of requests divided by what a node offers is only a lower bound: pods cannot be split, must not share a node with their twin, want to be spread, and come in some order. So pods are placed one after the other as kube-scheduler's default profile does it: first its filters, then its scores, in whole numbers, truncated where the scheduler truncates.",
    "Counts are tried one after the other from the lower bound up. A count holds when every pod finds a node in every order of arrival that is tried: as listed, small first, large first, and drawn orders from a seed. Where arithmetic alone proves that any order works, nothing is placed.",
    "The scheduler spreads pods instead of packing them, and it is not monotone: one node more can make a pod homeless that had a place. That is why counts are tried and not searched by halves.",
    "Why a pool is not one node smaller is asked too: the pod that would stay pending, and by which filter each node refuses it, in the words in which the scheduler writes it on the pod.",
    "A tenant may have pools of its own. Their nodes carry a taint that only the workloads named for the pool bear, so each is counted for itself: its pods, its share of growth and headroom, its loss. The pool for everything is counted after them.",
    "GPUs and other extended resources are asked for by workloads under their full names, such as nvidia.com/gpu: 1, and belong to a shape: 16x128x100+2xnvidia.com/gpu. They are whole, and decide where pods fit, not which node is better. Where no shape has them, the pods stay pending. A pool of its own keeps other pods off dear nodes.",
    "Unless a shape is set, every shape that the price book offers, or else of the catalog, is tried and the pool that costs least is taken: what a node's vCPU, memory and disk cost, its licence, and what is charged for each node, vCPU, GPU or host.",
    "Where that is cheaper by more than a set part, some workloads of a tenant get a second pool of another shape: those with the most memory beside their CPU, the most CPU beside their memory, or the largest pods. A plan names them, because their manifests have to ask for the pool. Tenants of whom only totals are known stay in one pool, and so do workloads whose rules speak of each other.",
  ],
  formula: [
    "lower bound = max(⌈Σ CPU ÷ free CPU⌉, ⌈Σ memory ÷ free memory⌉, ⌈pods ÷ free pods⌉, pods that never share a node)",
    "needed = the smallest count from the lower bound up at which every pod is placed in every order tried",
    "shape = the one whose nodes cost least a month, with all that is charged by the node, vCPU or host",
  ],
  terms: [
    ["free", "what one node has for pods after its DaemonSets"],
    [
      "filters",
      "selector and node affinity, taints, resources, number of pods, hard spreading, affinity and anti-affinity to pods",
    ],
    [
      "scores",
      "least allocated, balance of CPU and memory, soft taints, soft spreading, preferred affinity to nodes and pods",
    ],
    ["room", "how much more the nodes hold until one more is needed at the latest"],
  ],
  example: "Worker pools of two models: what the sum of requests asks for, what the scheduler needs, what is planned.",
  tables: [
    {
      label: "Lower bound, needed and planned nodes of each worker pool",
      columns: [
        { title: "Pool" },
        { title: "Lower bound", isNumber: true },
        { title: "Needed", isNumber: true },
        { title: "Needed for" },
        { title: "Planned", isNumber: true },
        { title: "Last node for" },
      ],
      rows: counted.map(({ model, cluster, pool }) => [
        `${cluster.name}, ${model.title}`,
        numberText(pool.lowerBoundNodeCount ?? 0),
        numberText(pool.neededNodeCount ?? 0),
        wordsOf(pool.neededFor),
        numberText(pool.nodeCount),
        wordsOf(pool.boundBy),
      ]),
    },
  ],
  figures: comparison.plans.map((plan) => ({
    plan,
    id: `cluster.${clusterOfFollowed(plan).name}.workerNodeCount`,
  })),
  choices: [
    "arrival-orders",
    "workload-node-shape",
    "division-saving-percent",
    "platform-node-shape",
    "control-plane-count",
    "nodes-per-cluster",
  ],
  code: [
    "packages/core/src/clusters/pools/pool-sizing.ts",
    "packages/core/src/scheduling/scheduler.ts",
    "packages/core/src/scheduling/smallest-count.ts",
    "packages/core/src/clusters/pools/node-shapes.ts",
  ],
});
