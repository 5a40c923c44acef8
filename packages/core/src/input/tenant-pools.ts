import * as z from "zod";
import { LabelKey, LabelValue } from "./affinity-fields.ts";
import type { NodeShape } from "./catalog.ts";
import { parseShape, SHAPE } from "./node-shape-text.ts";
import type { PodGroup, Taint } from "./pod-group.ts";

/** The pool in which everything runs that names no other. */
export const MAIN_POOL = "workload";
const MOST_POOLS = 50;
const MOST_NODES = 1000;
const MOST_LOST_NODES = 2;
const MOST_HEADROOM_PERCENT = 500;

const PoolNameField = z
  .string()
  .regex(/^[a-z]([a-z0-9-]{0,18}[a-z0-9])?$/)
  .meta({ title: "lower-case letters, digits and hyphens, at most 20" });

export const ShapeField = z
  .string()
  .regex(SHAPE)
  .meta({ title: "vCPU x GiB x GiB of disk, and + number x name of an extended resource where nodes have one" });

const SurvivesField = z
  .union([z.int().min(0).max(MOST_LOST_NODES), z.literal("zone")])
  .meta({ title: `a number of nodes from 0 to ${MOST_LOST_NODES}, or zone`, examples: [1] });

/** A pool of a tenant as people write it. */
const PoolFile = z.strictObject({
  name: PoolNameField.meta({
    description: "What the pool is called; workload is the one in which everything runs that names no other.",
    examples: ["db"],
  }),
  shape: ShapeField.optional().meta({
    description: "The shape of its nodes. Left out: as --set workload-node-shape has it, by default the cheapest.",
    examples: ["8x64x100", "16x128x100+2xnvidia.com/gpu"],
  }),
  minNodes: z
    .int()
    .min(0)
    .max(MOST_NODES)
    .optional()
    .meta({ title: "nodes", description: "It never has fewer nodes. Left out: 0.", examples: [3] }),
  survives: SurvivesField.optional().meta({
    description:
      "How many of its nodes may be lost at once while all its pods run; zone: all in one. Left out: as --set loss-survived has it.",
    examples: [2, "zone"],
  }),
  headroomPercent: z
    .number()
    .min(0)
    .max(MOST_HEADROOM_PERCENT)
    .optional()
    .meta({
      title: "percent",
      description: "Room beyond what its workloads request. Left out: as --set headroom-percent has it.",
      examples: [25],
    }),
  labels: z
    .record(LabelKey, LabelValue)
    .optional()
    .meta({ description: "Labels of its nodes beside pool, which is its name.", examples: [{ disk: "ssd" }] }),
  taints: z
    .array(
      z.strictObject({
        key: LabelKey.meta({ description: "The taint's key.", examples: ["licence"] }),
        value: LabelValue.optional().meta({ description: "The taint's value. Left out: none.", examples: ["oracle"] }),
        effect: z
          .enum(["NoSchedule", "NoExecute", "PreferNoSchedule"])
          .meta({ description: "What it does.", examples: ["NoSchedule"] }),
      }),
    )
    .max(MOST_POOLS)
    .optional()
    .meta({
      description: "Taints of its nodes beside dedicated=<name>; its own workloads bear all of them.",
      examples: [[{ key: "licence", value: "oracle", effect: "NoSchedule" }]],
    }),
});

export const PoolsFile = z
  .array(PoolFile)
  .max(MOST_POOLS)
  .optional()
  .meta({
    description: "Pools of workers of its own beside the one for everything, and shapes of nodes.",
    examples: [[{ name: "db", shape: "8x64x100" }]],
  });

/** A pool that a tenant asks for. */
export interface TenantPool {
  readonly name: string;
  /** null: as for all pools. */
  readonly shape: NodeShape | null;
  readonly minimumNodeCount: number;
  readonly labels: Readonly<Record<string, string>>;
  readonly taints: readonly Taint[];
  /** Assumptions that it makes otherwise than all pools, as settings are written. */
  readonly settings: Partial<Readonly<Record<PoolSetting, string>>>;
}

/** Assumptions that a pool may make for itself. */
export type PoolSetting = "loss-survived" | "headroom-percent";

/** The same as the planner holds it. */
export function poolsOfFile(file: z.output<typeof PoolsFile>): readonly TenantPool[] {
  return (file ?? []).map(({ name, shape, minNodes, labels, taints, survives, headroomPercent }) => ({
    name,
    shape: shape === undefined ? null : parseShape(shape),
    minimumNodeCount: minNodes ?? 0,
    labels: labels ?? {},
    taints: taints ?? [],
    settings: {
      ...(survives === undefined ? {} : { "loss-survived": String(survives) }),
      ...(headroomPercent === undefined ? {} : { "headroom-percent": String(headroomPercent) }),
    },
  }));
}

/** The label of a pool's nodes, with its name; and the taint of pools that are not open to everybody. */
export const POOL_LABEL = "pool";
export const DEDICATED_TAINT = "dedicated";

/** What the nodes of a tenant's pool carry. */
export function labelsOfPool({ name, labels }: TenantPool): Readonly<Record<string, string>> {
  return { ...labels, [POOL_LABEL]: name };
}

/** Nothing runs there that does not name the pool. */
export function taintsOfPool({ name, taints }: TenantPool): readonly Taint[] {
  return name === MAIN_POOL ? taints : [{ key: DEDICATED_TAINT, value: name, effect: "NoSchedule" }, ...taints];
}

/** Pods that run in a tenant's pool and nowhere else. */
export function inPool(group: PodGroup, pool: TenantPool): PodGroup {
  const here = { poolName: pool.name, nodeSelector: { ...group.nodeSelector, [POOL_LABEL]: pool.name } };
  return { ...tolerating(group, taintsOfPool(pool)), ...here };
}

/** Pods that bear these taints beside those that they bear anyhow. */
export function tolerating(group: PodGroup, taints: readonly Taint[]): PodGroup {
  const tolerations = taints.map(({ key, value, effect }) => ({
    key,
    operator: "Equal" as const,
    value: value ?? "",
    effect,
  }));
  return { ...group, tolerations: [...group.tolerations, ...tolerations] };
}
