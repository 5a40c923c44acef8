import { type Money, noMoney, roundToMinorUnit } from "../base/money.ts";
import type { IsoDate } from "../base/provenance.ts";
import type { ClusterPlan } from "../clusters/clusters.ts";
import type { NodePool } from "../clusters/pools/node-pool.ts";
import type { TenantId } from "../input/fleet.ts";
import type { PlanningContext } from "../price-list/planning-context.ts";
import type { ForecastMonth } from "./fleet-in-month.ts";
import { effortOfReshaping, hasOtherShapes, monthsUntilPaid, type Reshaping } from "./reshaping.ts";

/** What happens to a cluster beside nodes that are added as they are needed. */
export const CLUSTER_EVENT_KINDS = ["cluster-built", "shape-changed", "shrunk", "cluster-ended"] as const;

/** `tenants`: they come or leave; `need`: not everything would run on what stood, or outlive the loss to survive. */
export const CLUSTER_EVENT_REASONS = ["tenants", "need", "payback"] as const;

/** A pool before or after an event. */
export type PoolInEvent = Pick<NodePool, "name" | "role" | "shape" | "nodeCount">;

/** Something that happens to a cluster on the first day of a month. */
export interface ClusterEvent {
  /** 1 is the first. */
  readonly monthNumber: number;
  readonly firstDay: IsoDate;
  readonly clusterName: string;
  /** Who lives in it, or did until then. */
  readonly tenantIds: readonly TenantId[];
  readonly kind: (typeof CLUSTER_EVENT_KINDS)[number];
  readonly because: (typeof CLUSTER_EVENT_REASONS)[number];
  /** Its pools a month ago; empty where it is built. */
  readonly before: readonly PoolInEvent[];
  /** Those that it would have had in this month with the shape of before; empty where it is built or ends. */
  readonly otherwise: readonly PoolInEvent[];
  /** Those that it has from now on; empty where it ends. */
  readonly after: readonly PoolInEvent[];
  /** Once; 0 where it is built or ends: taking tenants on has hours of its own. */
  readonly effortHours: number;
  readonly effortCost: Money;
  /** The smaller of what it saves in this month and in the last of the payback time; null where it is not done to save. */
  readonly monthlySaving: Money | null;
  /** After how many months what is saved has come to the effort; null where it is not done to save. */
  readonly paybackMonths: number | null;
}

/** A cluster that stands for the first time. */
export function built(month: ForecastMonth, cluster: ClusterPlan, context: PlanningContext): ClusterEvent {
  return ofTenants("cluster-built", month, cluster, { before: [], after: cluster.pools }, context);
}

/** A cluster that nobody is left in, or to be served by. */
export function ended(month: ForecastMonth, cluster: ClusterPlan, context: PlanningContext): ClusterEvent {
  return ofTenants("cluster-ended", month, cluster, { before: cluster.pools, after: [] }, context);
}

/** A cluster with other or fewer nodes than a month ago. */
export function reshaped(
  month: ForecastMonth,
  before: ClusterPlan,
  { kept, fresh, monthlySaving }: Reshaping,
  context: PlanningContext,
): ClusterEvent {
  const { hours, cost } = effortOfReshaping(month.firstDay, fresh, context);
  return {
    ...headOf(month, fresh),
    kind: hasOtherShapes(before.pools, fresh.pools) ? "shape-changed" : "shrunk",
    because: monthlySaving === null ? "need" : "payback",
    before: before.pools.map(partOf),
    otherwise: kept.pools.map(partOf),
    after: fresh.pools.map(partOf),
    effortHours: hours,
    effortCost: cost,
    monthlySaving: monthlySaving === null ? null : roundToMinorUnit(monthlySaving),
    paybackMonths: monthlySaving === null ? null : monthsUntilPaid(monthlySaving, cost),
  };
}

function ofTenants(
  kind: ClusterEvent["kind"],
  month: ForecastMonth,
  cluster: ClusterPlan,
  { before, after }: Readonly<Record<"before" | "after", readonly NodePool[]>>,
  { priceBook }: PlanningContext,
): ClusterEvent {
  return {
    ...headOf(month, cluster),
    kind,
    because: "tenants",
    before: before.map(partOf),
    otherwise: [],
    after: after.map(partOf),
    effortHours: 0,
    effortCost: noMoney(priceBook.currency),
    monthlySaving: null,
    paybackMonths: null,
  };
}

function headOf({ monthNumber, firstDay }: ForecastMonth, { name, tenantIds }: ClusterPlan) {
  return { monthNumber, firstDay, clusterName: name, tenantIds };
}

function partOf({ name, role, shape, nodeCount }: NodePool): PoolInEvent {
  return { name, role, shape, nodeCount };
}
