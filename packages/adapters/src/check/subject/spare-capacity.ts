import {
  BYTES_PER_GIB,
  type Money,
  multiplyMoney,
  type NodePool,
  nodeCostOf,
  subtractMoney,
  sumMoney,
} from "@nkp-planner/core";
import type { PoolShape } from "../../read/cluster-shapes/cluster-shape.ts";
import type { Checked } from "./checked.ts";
import { countOf } from "./checked-pool.ts";
import { isRunning, sizeInFiles } from "./node-size.ts";
import type { PlannedPoolOfFile } from "./planned-pools.ts";

const MILLICORES_PER_VCPU = 1000;

/** Nodes of a pool in all. */
export interface PoolCapacity {
  readonly nodeCount: number;
  readonly vcpu: number;
  readonly memoryGiB: number;
}

/** What the files give a pool, beside the plan. */
export interface DeclaredCapacity {
  readonly declared: PoolCapacity;
  readonly planned: PoolCapacity;
  /** What it costs a month beyond the plan, by the price book; below zero: less. */
  readonly monthlyCostMore: Money;
}

/** Sums up what the files declare of a pool; null: how many nodes there are, or how large, is not known. */
export function declaredCapacity(one: PlannedPoolOfFile, checked: Checked): DeclaredCapacity | null {
  const { planned } = one.pool;
  const parts = one.pool.declared.map((pool) => ({ count: countOf(pool), shape: machineOf(pool, one, checked) }));
  const { context, currency } = checked.plan;
  const costs: Money[] = [];
  const declared = { nodeCount: 0, vcpu: 0, memoryGiB: 0 };
  for (const { count, shape } of parts) {
    if (count === null || shape === null) return null;
    declared.nodeCount += count;
    declared.vcpu += count * shape.vcpu;
    declared.memoryGiB += count * shape.memoryGiB;
    costs.push(multiplyMoney(nodeCostOf(shape, one.planned.edition, context), count));
  }
  const { nodeCount, shape } = planned;
  const plannedCost = multiplyMoney(nodeCostOf(shape, one.planned.edition, context), nodeCount);
  return {
    declared,
    planned: { nodeCount, vcpu: nodeCount * shape.vcpu, memoryGiB: nodeCount * shape.memoryGiB },
    monthlyCostMore: subtractMoney(sumMoney(costs, currency), plannedCost),
  };
}

/** The machine of a declared node: of one that runs, what is more than the planned one reports is more of its machine. */
function machineOf(
  { cpuMillicores, memoryBytes, diskBytes }: PoolShape,
  { cluster, pool }: PlannedPoolOfFile,
  checked: Checked,
): NodePool["shape"] | null {
  if (cpuMillicores === null || memoryBytes === null) return null;
  const { shape } = pool.planned;
  const expected = sizeInFiles(cluster, pool.planned, shape, checked);
  return {
    ...shape,
    vcpu: cpuMillicores / MILLICORES_PER_VCPU,
    memoryGiB: shape.memoryGiB + (memoryBytes - expected.memoryBytes) / BYTES_PER_GIB,
    diskGiB: isRunning(cluster) || diskBytes === null ? shape.diskGiB : diskBytes / BYTES_PER_GIB,
  };
}
