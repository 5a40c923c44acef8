import type { ClusterPlan } from "../clusters.ts";
import { dividePool } from "../costs/pool-costs.ts";
import { timesOn, totalRequests } from "../footprint.ts";
import { type Money, sumMoney } from "../money.ts";
import type { PlannedFleet } from "../planned-fleet.ts";
import { costLinesIn } from "./costs.ts";
import { type Figure, plainLine } from "./figure.ts";
import { nodeCountFigures } from "./node-counts.ts";
import { capacityLine, componentLine, MEMORY, type Measure, platformLines, reasonOf, VCPU } from "./pools.ts";

/** The figures of one cluster, by field; each opens to its lines. */
export const clusterFigures: Readonly<
  Record<string, (plan: PlannedFleet, cluster: ClusterPlan) => Omit<Figure, "id">>
> = {
  nodeCount: (_plan, cluster) => ({
    title: `Nodes of ${cluster.name}`,
    unit: "nodes",
    value: cluster.nodes.controlPlane + cluster.nodes.workers,
    formula: null,
    lines: cluster.pools.map((pool) =>
      plainLine(pool.role, pool.nodeCount, {
        confidence: pool.confidence,
        sources: pool.sources,
        note: reasonOf(pool),
        opens: `cluster.${cluster.name}.${pool.role === "control-plane" ? "controlPlaneNodeCount" : "workerNodeCount"}`,
      }),
    ),
  }),
  ...nodeCountFigures,
  vcpu: (_plan, cluster) => capacity(cluster, `vCPU of ${cluster.name}`, VCPU),
  memoryGiB: (_plan, cluster) => capacity(cluster, `Memory of ${cluster.name}`, MEMORY),
  platformVcpu: (_plan, cluster) => platform(cluster, `vCPU of ${cluster.name} that serve no tenant`, VCPU),
  platformMemoryGiB: (_plan, cluster) => platform(cluster, `Memory of ${cluster.name} that serves no tenant`, MEMORY),
  requestedVcpu: (_plan, cluster) => requested(cluster, `vCPU that the platform requests on ${cluster.name}`, VCPU),
  requestedMemoryGiB: (_plan, cluster) =>
    requested(cluster, `Memory that the platform requests on ${cluster.name}`, MEMORY),
  monthlyCost: (plan, cluster) => {
    const lines = plan.costs.flatMap((line) => costLinesIn(cluster.name, line));
    return {
      title: `Cost of ${cluster.name} a month`,
      unit: `${plan.currency} a month`,
      value: sumMoney(
        lines.map(({ value }) => value as Money),
        plan.currency,
      ),
      formula: null,
      lines,
    };
  },
};

function capacity(cluster: ClusterPlan, title: string, measure: Measure): Omit<Figure, "id"> {
  const value = cluster.pools.reduce((sum, pool) => sum + pool.nodeCount * measure.ofShape(pool), 0);
  return {
    title,
    unit: measure.unit,
    value,
    formula: null,
    lines: cluster.pools.map((pool) => capacityLine(cluster, pool, measure)),
  };
}

function platform(cluster: ClusterPlan, title: string, measure: Measure): Omit<Figure, "id"> {
  const amount = cluster.pools.reduce((sum, pool) => sum + dividePool(pool, measure.resource).overhead, 0);
  const lines = cluster.pools.flatMap((pool) => platformLines(cluster, pool, measure));
  return { title, unit: measure.unit, value: measure.inUnit(amount), formula: null, lines };
}

/** Component by component on all nodes, control plane included; nothing left out but what asks for nothing. */
function requested(cluster: ClusterPlan, title: string, measure: Measure): Omit<Figure, "id"> {
  const value = measure.inUnit(totalRequests(cluster.footprint, cluster.nodes)[measure.resource]);
  const lines = cluster.footprint
    .map((line) => componentLine(line, timesOn(line, cluster.nodes), measure))
    .filter((line) => line.value !== 0 || line.confidence === "unknown");
  return { title, unit: measure.unit, value, formula: null, lines };
}
