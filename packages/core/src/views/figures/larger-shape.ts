import { moneyText } from "../../base/findings/format.ts";
import { multiplyMoney } from "../../base/money.ts";
import type { ParameterId } from "../../base/parameter-ids.ts";
import { planCluster } from "../../clusters/clusters.ts";
import { ClusterCache } from "../../clusters/pools/cluster-cache.ts";
import type { NodePool } from "../../clusters/pools/node-pool.ts";
import { nodeCostOf } from "../../clusters/pools/node-rates.ts";
import type { NodeShape } from "../../input/catalog.ts";
import { shapeText } from "../../input/node-shape-text.ts";
import { choiceOf, chosenBy, withChoice } from "../../input/parameters.ts";
import type { PlannedCluster } from "./planned-cluster.ts";

/**
 * Says on which larger shape a pool would lose at most half of the vCPU that spreading and orders of arrival cost it; empty
 * where they cost no more nodes than the sum of requests, or no shape of the catalog is so.
 *
 * 26 nodes of 4 vCPU where the sum asks for 5: 21 × 4 = 84 vCPU are lost; 7 of 16 where it asks for 5: 32.
 */
export function largerShapeText(of: PlannedCluster, pool: NodePool): string {
  const lost = lostNodeCount(pool);
  if (pool.lowerBoundNodeCount === null || lost <= pool.lowerBoundNodeCount || pool.unplaced.length > 0) return "";
  const better = largerShapes(of, pool.shape)
    .map((shape) => poolOn(of, pool, shape))
    .find((other) => other !== null && lostVcpu(other) + lostVcpu(other) <= lostVcpu(pool));
  if (better == null) return "";
  const costOf = ({ shape, nodeCount }: NodePool) =>
    moneyText(multiplyMoney(nodeCostOf(shape, of.cluster.edition, of.plan.context), nodeCount));
  const { vcpu, memoryGiB } = better.shape;
  return `Spreading and the order of arrival cost ${lost} of the nodes; with nodes of ${vcpu} vCPU and ${memoryGiB} GiB there would be ${better.nodeCount} in all, for ${costOf(better)} a month (now ${costOf(pool)}).`;
}

function lostNodeCount({ steps }: NodePool): number {
  return steps
    .filter(({ reason }) => reason === "spreading" || reason === "arrival")
    .reduce((sum, { nodeCount }) => sum + nodeCount, 0);
}

function lostVcpu(pool: NodePool): number {
  return lostNodeCount(pool) * pool.shape.vcpu;
}

/** The catalog's shapes that have more of something and less of nothing, the smallest first. */
function largerShapes({ plan }: PlannedCluster, { vcpu, memoryGiB, diskGiB }: NodeShape): readonly NodeShape[] {
  return plan.context.catalog.nodeShapes
    .map(({ shape }) => shape)
    .filter((shape) => shape.vcpu >= vcpu && shape.memoryGiB >= memoryGiB && shape.diskGiB >= diskGiB)
    .filter((shape) => shape.vcpu + shape.memoryGiB > vcpu + memoryGiB)
    .toSorted((a, b) => a.vcpu - b.vcpu || a.memoryGiB - b.memoryGiB);
}

/** The pool as it would be on nodes of one shape; null where the shape may not be set. */
function poolOn({ plan, cluster }: PlannedCluster, { role, name }: NodePool, shape: NodeShape): NodePool | null {
  const { input, context } = plan;
  const id: ParameterId = role === "platform" ? "platform-node-shape" : "workload-node-shape";
  const { parameter } = choiceOf(context.choices, id);
  const choice = chosenBy(parameter, shapeText(shape));
  // Workers that are divided are not so on a shape that is set.
  if ("expected" in choice || cluster.pools.some(({ dividedWorkloads }) => dividedWorkloads.length > 0)) return null;
  const fixed = { ...context, choices: withChoice(context.choices, choice) };
  const tenants = new Map(input.tenants.map((tenant) => [tenant.id, tenant]));
  const planned = planCluster(cluster, cluster.managedClusterCount, tenants, fixed, new ClusterCache());
  const other = planned.pools.find((one) => one.name === name);
  return other === undefined || other.unplaced.length > 0 ? null : other;
}
