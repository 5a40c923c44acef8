import {
  type NodePool,
  type NodeShape,
  operatingModels,
  type PriceBook,
  parseShape,
  plannedFleet,
  shapeText,
} from "@nkp-planner/core";
import { fleetOf, type TenantDraft, toyContext } from "../test/support/toy.ts";
import { type Draw, drawsFrom } from "./random.ts";

/** A workload as both sides are asked for it. */
export interface PoolWorkload {
  readonly replicas: number;
  readonly cpuMillicores: number;
  readonly memoryMiB: number;
}

/** Workloads by the pool that they are to run in: pools of the tenant's own, or the one for everything. */
export interface PoolCase {
  readonly name: string;
  readonly own: readonly (readonly PoolWorkload[])[];
  readonly main: readonly PoolWorkload[];
  /** The shape of all of its own pools; left out: the cheapest of each. */
  readonly ownShape?: NodeShape;
}

/** Shapes that the price book offers, none below the toy platform's minimum of 4 vCPU, 8 GiB and 100 GiB. */
export const SHAPES = ["4x8", "4x16", "4x32", "8x12", "8x32", "8x64", "16x32", "16x64", "16x128"].map(
  (text) => parseShape(`${text}x100`) as NodeShape,
);

const MEMORY_MIB_PER_VCPU = [
  [512, 2048],
  [2048, 4096],
  [6144, 16_384],
] as const;
const CPU_STEP = 50;
const MOST_REPLICAS = 8;
const MILLICORES_PER_VCPU = 1000;
/** The largest pod fits on the largest shape. */
const MOST_MEMORY_MIB = 65_536;

function workload(draw: Draw): PoolWorkload {
  const cpuMillicores = draw(4, 60) * CPU_STEP;
  const [least, most] = MEMORY_MIB_PER_VCPU[draw(0, MEMORY_MIB_PER_VCPU.length - 1)] as readonly [number, number];
  const memoryMiB = Math.min(MOST_MEMORY_MIB, Math.round((cpuMillicores * draw(least, most)) / MILLICORES_PER_VCPU));
  return { replicas: draw(1, MOST_REPLICAS), cpuMillicores, memoryMiB };
}

const workloads = (draw: Draw, least: number, most: number) =>
  Array.from({ length: draw(least, most) }, () => workload(draw));

/** Tenants that ask for two or three pools, of two or three workloads each; the same in every run. */
export function tenantsWithPools(count: number): readonly PoolCase[] {
  const draw = drawsFrom(1);
  return Array.from({ length: count }, (_, index) => ({
    name: `pools of tenant ${index + 1}`,
    own: Array.from({ length: draw(2, 3) }, () => workloads(draw, 2, 3)),
    main: [],
  }));
}

/** Tenants that ask for none, of two to four workloads: the planner may divide their workers. */
export function tenantsToDivide(count: number): readonly PoolCase[] {
  const draw = drawsFrom(2);
  return Array.from({ length: count }, (_, index) => ({
    name: `tenant ${index + 1} to divide`,
    own: [],
    main: workloads(draw, 2, 4),
  }));
}

const [starter] = operatingModels as [(typeof operatingModels)[number]];

/** The workers that are planned for each case, at the toy's prices and, where a node may be lost, with a spare one. */
export function plannedWorkers(cases: readonly PoolCase[], spareNodeCount: 0 | 1): readonly (readonly NodePool[])[] {
  const context = toyContext({
    "workload-node-shape": "cheapest",
    "division-saving-percent": "0",
    floors: "none",
    "arrival-orders": "10",
    "loss-survived": spareNodeCount === 0 ? "none" : "one-node",
  });
  const priceBook: PriceBook = { ...context.priceBook, nodeShapes: SHAPES };
  const plan = plannedFleet(fleetOf(...cases.map(tenantOf)), starter, { ...context, priceBook });
  return cases.map((_, index) => {
    const cluster = plan.clusters.find(({ name }) => name === `tenant-tenant-${index + 1}`);
    return (cluster?.pools ?? []).filter(({ role }) => role !== "control-plane");
  });
}

function tenantOf({ own, main, ownShape }: PoolCase): TenantDraft {
  const all = [
    ...main.map((one) => ({ ...one, pool: undefined })),
    ...own.flatMap((group, index) => group.map((one) => ({ ...one, pool: `own-${index + 1}` }))),
  ];
  const shape = ownShape === undefined ? {} : { shape: shapeText(ownShape) };
  return {
    workloads: all.map(({ replicas, cpuMillicores, memoryMiB, pool }, index) => ({
      name: `workload-${index + 1}`,
      replicas,
      requests: { cpu: `${cpuMillicores}m`, memory: `${memoryMiB}Mi` },
      ...(pool === undefined ? {} : { pool }),
    })),
    ...(own.length === 0 ? {} : { pools: own.map((_, index) => ({ name: `own-${index + 1}`, ...shape })) }),
  };
}

/** What a node of a shape costs a month by the toy's rates: vCPU 10 and a licence of 5, GiB 2, GiB of disk 0.10. */
export function toyNodeCost({ vcpu, memoryGiB, diskGiB }: NodeShape): number {
  return vcpu * (10 + 5) + memoryGiB * 2 + diskGiB / 10;
}

/** The same of some pools. */
export function toyCostOf(pools: readonly Pick<NodePool, "shape" | "nodeCount">[]): number {
  return pools.reduce((sum, { shape, nodeCount }) => sum + toyNodeCost(shape) * nodeCount, 0);
}
