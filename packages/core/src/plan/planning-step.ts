import type { TenantId } from "../input/fleet.ts";
import type { ClusterBlueprint, OperatingModel } from "../models/operating-model.ts";

/** What a plan is at: one cluster's nodes are counted at a time, and then the hosts under all of them. */
export interface PlanningStep {
  readonly model: Pick<OperatingModel, "id" | "title">;
  /** The cluster that comes next; null: the hosts, after all clusters. */
  readonly clusterName: string | null;
  readonly tenantIds: readonly TenantId[];
  /** 1 for the first cluster of the plan; for the hosts as many as there are clusters. */
  readonly clusterNumber: number;
  readonly clusterCount: number;
}

/** Told of each step before it begins, and of a long one again while it lasts. It may throw to end the plan there: nothing half planned is kept for the next. */
export type OnStep = (step: PlanningStep) => void;

/** The n-th cluster of a layout, counted from 0; behind the last one the hosts. */
export function stepAt(
  { id, title }: Pick<OperatingModel, "id" | "title">,
  layout: readonly Pick<ClusterBlueprint, "name" | "tenantIds">[],
  index: number,
): PlanningStep {
  const cluster = layout[index];
  return {
    model: { id, title },
    clusterName: cluster?.name ?? null,
    tenantIds: cluster?.tenantIds ?? [],
    clusterNumber: Math.min(index + 1, layout.length),
    clusterCount: layout.length,
  };
}
