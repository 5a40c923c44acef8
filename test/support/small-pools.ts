import { type NodePool, operatingModels, type PlannedFleet, plannedFleet } from "@nkp-planner/core";
import { type Draw, drawsFrom } from "../../bench/random.ts";
import type { SmallPods, SmallPool } from "./every-order.ts";
import { fleetOf, type TenantDraft, toyContext } from "./toy.ts";

const [starter] = operatingModels as [(typeof operatingModels)[number]];

/** A node of 4 vCPU and 8 GiB on the toy platform: the kubelet keeps 128 MiB, the agent asks for 100m and 128 MiB. */
const SHAPE = "4x8x100";
export const NODE = {
  cpuMillicores: 4000,
  memoryMiB: 8192 - 128,
  agentCpuMillicores: 100,
  agentMemoryMiB: 128,
};

/** The application that the toy platform installs in the pool for everything. */
const CONSOLE: SmallPods = { podCount: 1, cpuMillicores: 2000, memoryMiB: 2048, priority: 0, rule: "none" };

/** Whether the pods run in a pool of their tenant's own, or in the one for everything, beside the platform. */
export type Where = "own" | "main";

export interface SmallCase {
  readonly name: string;
  readonly where: Where;
  readonly pods: readonly SmallPods[];
}

/**
 * What the model is asked: the platform comes first, and where tenants' pods have a higher priority, behind those where
 * everything comes at once, as when a cluster is restored.
 */
export function poolOf({ where, pods }: SmallCase): SmallPool {
  if (where === "own") return { node: NODE, pods, histories: [[pods]] };
  const first = pods.filter(({ priority }) => priority > CONSOLE.priority);
  const rest = pods.filter((kind) => !first.includes(kind));
  const restored = first.length === 0 ? [] : [[first, [CONSOLE], rest]];
  return { node: NODE, pods: [CONSOLE, ...pods], histories: [[[CONSOLE], pods], ...restored] };
}

const MOST_PODS = 6;

/** Small pools, the same in every run: up to 6 pods of 2 to 4 kinds, in turns in a pool of their own and in the main one. */
export function drawnCases(count: number): readonly SmallCase[] {
  const draw = drawsFrom(1);
  return Array.from({ length: count }, (_, index): SmallCase => {
    const where = index % 2 === 0 ? "own" : "main";
    const kindCount = draw(2, 4);
    const spare = MOST_PODS - kindCount;
    let left = spare;
    const pods = Array.from({ length: kindCount }, () => {
      const more = draw(0, left);
      left -= more;
      return drawnPods(draw, 1 + more, where);
    });
    return { name: `case ${index + 1}`, where, pods };
  });
}

/** Half of the kinds are large, so that what small ones leave matters. */
function drawnPods(draw: Draw, podCount: number, where: Where): SmallPods {
  const isLarge = draw(0, 1) === 1;
  const [least, most] = isLarge ? [25, 70] : [5, 30];
  const rules =
    where === "own" ? (["none", "none", "none", "apart", "even"] as const) : (["none", "none", "apart"] as const);
  return {
    podCount,
    cpuMillicores: draw(least, most) * 39,
    memoryMiB: draw(least, most) * 79,
    priority: draw(0, 3) === 0 ? 1 : 0,
    rule: rules[draw(0, rules.length - 1)] as SmallPods["rule"],
  };
}

/** The planner's pools for these cases, each of a tenant with a cluster of its own, in one plan. */
export function plannedPools(
  cases: readonly SmallCase[],
  settings: Readonly<Record<string, string>>,
): readonly NodePool[] {
  const context = toyContext({ "workload-node-shape": SHAPE, floors: "none", "arrival-orders": "10", ...settings });
  const plan = plannedFleet(fleetOf(...cases.map(tenantOf)), starter, context);
  return cases.map(({ where }, index) => poolIn(plan, `tenant-tenant-${index + 1}`, where));
}

function poolIn({ clusters }: PlannedFleet, clusterName: string, where: Where): NodePool {
  const pools = clusters.find(({ name }) => name === clusterName)?.pools ?? [];
  const pool = pools.find(({ role, isMain }) => role !== "control-plane" && isMain === (where === "main"));
  if (pool === undefined) throw new Error(`${clusterName} has no pool for ${where}.`);
  return pool;
}

function tenantOf({ where, pods }: SmallCase): TenantDraft {
  const workloads = pods.map(({ podCount, cpuMillicores, memoryMiB, priority, rule }, kind) => ({
    name: `kind-${kind + 1}`,
    replicas: podCount,
    requests: { cpu: `${cpuMillicores}m`, memory: `${memoryMiB}Mi` },
    priority,
    ...(rule === "apart" ? { antiAffinity: "hostname" } : {}),
    ...(rule === "even" ? { topologySpread: [{ over: "hostname", maxSkew: 1 }] } : {}),
    ...(where === "own" ? { pool: "own" } : {}),
  }));
  return where === "own" ? { workloads, pools: [{ name: "own" }] } : { workloads };
}
