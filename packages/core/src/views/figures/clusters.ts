import type { FigureLine } from "../../base/figure.ts";
import { type Money, sumMoney } from "../../base/money.ts";
import type { ClusterPlan } from "../../clusters/clusters.ts";
import { dividePool } from "../../costs/pool-costs.ts";
import { timesOn, totalRequests } from "../../demand/footprint.ts";
import { costLinesIn } from "../../plan/totals/cost-lines.ts";
import type { FigureDefinition, FigureTable } from "../../plan/totals/figure-definition.ts";
import {
  capacityLine,
  componentLine,
  MEMORY,
  type Measure,
  nodeLine,
  platformLines,
  VCPU,
} from "../../plan/totals/pool-lines.ts";
import { nodeCountFigures } from "./node-counts.ts";
import type { PlannedCluster } from "./planned-cluster.ts";

/** The figures of one cluster, by field; each opens to its lines. */
export const clusterFigures: FigureTable<PlannedCluster> = {
  nodeCount: {
    title: "Nodes of {name}",
    unit: "nodes",
    how: "The nodes of its pools, control plane included.",
    value: ({ cluster }) => cluster.nodes.controlPlane + cluster.nodes.workers,
    lines: ({ cluster }) => cluster.pools.map((pool) => nodeLine(cluster, pool, pool.name)),
  },
  ...nodeCountFigures,
  vcpu: { title: "vCPU of {name}", how: "The vCPU of its nodes.", ...capacity(VCPU) },
  memoryGiB: { title: "Memory of {name}", how: "The memory of its nodes.", ...capacity(MEMORY) },
  platformVcpu: {
    title: "vCPU of {name} that serve no tenant",
    how: "vCPU of nodes no tenant may use, and what platform and kubelet take on shared nodes.",
    ...overhead(VCPU),
  },
  platformMemoryGiB: {
    title: "Memory of {name} that serves no tenant",
    how: "Memory of nodes no tenant may use, and what platform and kubelet take on shared nodes.",
    ...overhead(MEMORY),
  },
  requestedVcpu: {
    title: "vCPU that the platform requests on {name}",
    how: "Component by component, on all nodes.",
    ...requested(VCPU),
  },
  requestedMemoryGiB: {
    title: "Memory that the platform requests on {name}",
    how: "Component by component, on all nodes.",
    ...requested(MEMORY),
  },
  monthlyCost: {
    title: "Cost of {name} a month",
    unit: "money a month",
    how: "What is bought for the cluster, and its part of what is bought for several.",
    value: (of) =>
      sumMoney(
        costLines(of).map(({ value }) => value as Money),
        of.plan.currency,
      ),
    lines: costLines,
  },
};

type Measured = Pick<FigureDefinition<PlannedCluster>, "unit" | "value" | "lines">;

function capacity(measure: Measure): Measured {
  return {
    unit: measure.unit,
    value: ({ cluster }) => cluster.pools.reduce((sum, pool) => sum + pool.nodeCount * measure.ofShape(pool), 0),
    lines: ({ cluster }) => cluster.pools.map((pool) => capacityLine(cluster, pool, measure)),
  };
}

function overhead(measure: Measure): Measured {
  const overheadOf = ({ pools }: ClusterPlan) =>
    pools.reduce((sum, pool) => sum + dividePool(pool, measure.resource).overhead, 0);
  return {
    unit: measure.unit,
    value: ({ cluster }) => measure.inUnit(overheadOf(cluster)),
    lines: ({ cluster }) => cluster.pools.flatMap((pool) => platformLines(cluster, pool, measure)),
  };
}

/** Control plane included; nothing left out but what asks for nothing. */
function requested(measure: Measure): Measured {
  return {
    unit: measure.unit,
    value: ({ cluster: { footprint, nodes } }) => measure.inUnit(totalRequests(footprint, nodes)[measure.resource]),
    lines: ({ cluster: { footprint, nodes } }) =>
      footprint
        .map((line) => componentLine(line, timesOn(line, nodes), measure))
        .filter((line) => line.value !== 0 || line.confidence === "unknown"),
  };
}

function costLines({ plan, cluster }: PlannedCluster): readonly FigureLine[] {
  return plan.costs.flatMap((line) => costLinesIn(cluster.name, line));
}
