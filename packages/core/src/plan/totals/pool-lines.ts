import { type FigureLine, plainLine } from "../../base/figure.ts";
import { gibOf, vcpuOf } from "../../base/units.ts";
import type { ClusterPlan } from "../../clusters/clusters.ts";
import type { NodePool } from "../../clusters/pools/node-pool.ts";
import { dividePool } from "../../costs/pool-costs.ts";
import { type FootprintLine, timesOn } from "../../demand/footprint.ts";

/** A resource of a pool as figures show it. */
export interface Measure {
  readonly resource: "cpuMillicores" | "memoryBytes";
  readonly unit: "vCPU" | "GiB";
  readonly inUnit: (amount: number) => number;
  readonly ofShape: (pool: NodePool) => number;
}

export const VCPU: Measure = {
  resource: "cpuMillicores",
  unit: "vCPU",
  inUnit: vcpuOf,
  ofShape: ({ shape }) => shape.vcpu,
};

export const MEMORY: Measure = {
  resource: "memoryBytes",
  unit: "GiB",
  inUnit: gibOf,
  ofShape: ({ shape }) => shape.memoryGiB,
};

/** Why a pool has as many nodes as it has. */
export function reasonOf(pool: NodePool): string {
  if (pool.neededNodeCount === null) return "by choice";
  const needed = `${pool.neededNodeCount} for pods (${BOUND_WORDS[pool.neededFor]})`;
  const added = pool.steps.flatMap(({ reason, nodeCount }) => {
    const words = ADDED_WORDS[reason];
    return words === undefined ? [] : [`${nodeCount} ${words}`];
  });
  return [needed, ...added].join(", ");
}

/** What asks for the nodes that pods need. */
export const BOUND_WORDS: Readonly<Record<NodePool["neededFor"], string>> = {
  cpu: "CPU binds",
  memory: "memory binds",
  "ephemeral-storage": "ephemeral storage binds",
  pods: "the number of pods binds",
  "extended-resource": "an extended resource binds",
  "largest-pod": "pods larger than half a node",
  spread: "pods kept apart or spread",
  nothing: "the least a pool has",
};

const ADDED_WORDS: Readonly<Partial<Record<NodePool["steps"][number]["reason"], string>>> = {
  growth: "for growth",
  headroom: "for headroom",
  failure: "to survive a loss",
  floor: "for the documented minimum",
  asked: "that the tenant asks for",
  standing: "that stand already",
};

/** How many nodes a pool has, and which figure of its cluster says why. */
export function nodeLine({ name }: ClusterPlan, pool: NodePool, label: string): FigureLine {
  return plainLine(label, pool.nodeCount, {
    confidence: pool.confidence,
    sources: pool.sources,
    note: reasonOf(pool),
    opens: `cluster.${name}.${pool.role === "control-plane" ? "controlPlaneNodeCount" : "workerNodeCount"}`,
  });
}

/** nodes × size of one node. */
export function capacityLine(cluster: ClusterPlan, pool: NodePool, measure: Measure): FigureLine {
  const each = measure.ofShape(pool);
  return {
    label: `${cluster.name}, ${pool.name} nodes`,
    quantity: pool.nodeCount,
    quantityUnit: "nodes",
    rate: each,
    rateUnit: `${measure.unit} a node`,
    value: pool.nodeCount * each,
    confidence: pool.confidence,
    sources: pool.sources,
    note: `${reasonOf(pool)}${pool.note === undefined ? "" : `; ${pool.note}`}`,
  };
}

/** What of a pool serves no tenant: all of it where no tenant may run, else platform and kubelet line by line. */
export function platformLines(cluster: ClusterPlan, pool: NodePool, measure: Measure): readonly FigureLine[] {
  if (pool.role !== "workload") return [capacityLine(cluster, pool, measure)];
  const onWorkers = { controlPlane: 0, workers: pool.nodeCount };
  const lines = cluster.footprint
    .filter(({ placement }) => placement === "every-node" || (pool.isMain && placement === "workers"))
    .map((line) => componentLine(line, timesOn(line, onWorkers), measure))
    .filter(({ value, confidence }) => value !== 0 || confidence === "unknown");
  const reserved = measure.inUnit(pool.reserved[measure.resource]);
  const overhead = measure.inUnit(dividePool(pool, measure.resource).overhead);
  const rest = overhead - reserved - measure.inUnit(pool.platformRequests[measure.resource]);
  const more: FigureLine[] = [];
  const plain = { quantityUnit: "", rate: null, rateUnit: "", quantity: null, sources: pool.sources } as const;
  if (reserved > 0)
    more.push({ ...plain, label: "kept by the kubelet", value: reserved, confidence: "derived-manifest" });
  if (rest < 0) more.push({ ...plain, label: "more than the nodes have", value: rest, confidence: "computed" });
  return [...lines, ...more];
}

/** count × requests of one component. */
export function componentLine(line: FootprintLine, times: number, measure: Measure): FigureLine {
  const each = measure.inUnit(line.requestsEach[measure.resource]);
  const unknown = line.isUnknown ? "unknown, counted as nothing" : undefined;
  return {
    label: line.application === null ? line.component : nameOf(line.application, line.component),
    quantity: times,
    quantityUnit: line.isSumOfPods ? "pod sets" : "pods",
    rate: each,
    rateUnit: `${measure.unit} each`,
    value: measure.inUnit(line.requestsEach[measure.resource] * times),
    confidence: line.confidence,
    sources: line.sources,
    note: [unknown, line.note].filter((part) => part !== undefined).join("; ") || undefined,
  };
}

function nameOf(application: string, component: string): string {
  return application === component ? component : `${application}/${component}`;
}

/** What nobody requests of a pool. */
export function unusedOf(pool: NodePool, { resource, inUnit }: Measure): number {
  return inUnit(dividePool(pool, resource).idle);
}
