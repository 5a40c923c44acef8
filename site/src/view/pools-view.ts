import {
  type ClusterPlan,
  extendedShortText,
  gibOf,
  type NodePool,
  type NodeReason,
  type PlannedFleet,
  vcpuOf,
} from "@nkp-planner/core";
import type { Fragment } from "./fragment.ts";
import { planTitle } from "./plan-title.ts";
import type { Writer } from "./writer.ts";

/** Every pool of every model: why it has as many nodes as it has, and until when that holds. */
export interface PoolsView {
  readonly modelId: string;
  readonly title: string;
  readonly rows: readonly PoolRow[];
}

export interface PoolRow {
  readonly cluster: string;
  readonly role: string;
  /** Nodes × shape. */
  readonly nodes: Fragment;
  readonly needed: string;
  /** Nodes that growth and headroom add. */
  readonly reserve: string;
  readonly failure: string;
  readonly floor: string;
  readonly neededFor: string;
  /** How much more fits before one node more is needed. */
  readonly roomVcpu: string;
  readonly roomMemoryGiB: string;
}

const NOTHING = "—";

export function poolsView(plans: readonly PlannedFleet[], writer: Writer): readonly PoolsView[] {
  return plans.map((plan) => ({
    modelId: plan.model.id,
    title: planTitle(plan),
    rows: plan.clusters.flatMap((cluster) => cluster.pools.map((pool) => rowOf(plan.model.id, cluster, pool, writer))),
  }));
}

function rowOf(modelId: string, { name }: ClusterPlan, pool: NodePool, writer: Writer): PoolRow {
  const { name: poolName, role, nodeCount, shape, neededNodeCount, failureAddedNodeCount, room } = pool;
  const added = (count: number) => (count === 0 ? NOTHING : writer.signedNumber(count));
  const addedFor = (...reasons: readonly NodeReason[]) =>
    added(pool.steps.reduce((sum, step) => sum + (reasons.includes(step.reason) ? step.nodeCount : 0), 0));
  return {
    cluster: name,
    role: poolName,
    nodes: {
      text: `${writer.number(nodeCount)} × ${shape.vcpu}/${shape.memoryGiB}${shape.extended === undefined ? "" : ` + ${extendedShortText(shape)}`}`,
      isFigure: true,
      opens: {
        modelId,
        figureId: `cluster.${name}.${role === "control-plane" ? "controlPlaneNodeCount" : "workerNodeCount"}`,
      },
    },
    needed: neededNodeCount === null ? NOTHING : writer.number(neededNodeCount),
    reserve: addedFor("growth", "headroom"),
    failure: added(failureAddedNodeCount),
    floor: addedFor("floor", "asked"),
    neededFor: neededNodeCount === null ? "choice" : pool.neededFor.replaceAll("-", " "),
    roomVcpu: room === null ? NOTHING : writer.signedNumber(vcpuOf(room.cpuMillicores), 1),
    roomMemoryGiB: room === null ? NOTHING : writer.signedNumber(gibOf(room.memoryBytes), 1),
  };
}
