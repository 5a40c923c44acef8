import type { TenantId } from "../../input/fleet.ts";
import type { FleetUpgrades } from "../../lifecycle/fleet-upgrades.ts";
import type { OperatingModel } from "../../models/operating-model.ts";
import type { PlannedFleet } from "../../plan/planned-fleet.ts";

/** A fleet planned by one model, with its upgrades played: all that criteria are measured by. */
export interface MeasuredModel {
  readonly model: OperatingModel;
  readonly plan: PlannedFleet;
  readonly upgrades: FleetUpgrades;
}

/** What measures are counted in; an amount is in the plan's currency. */
export const MEASURE_UNITS = ["money a month", "ratio", "days", "tenants", "hours a month", "features"] as const;
export type MeasureUnit = (typeof MEASURE_UNITS)[number];

/** Something by which models are judged, measured by figures of the plan and its calendar alone. */
export interface Criterion {
  /** What `--weight` calls it. */
  readonly id: string;
  readonly title: string;
  /** What it measures, in a sentence. */
  readonly measures: string;
  readonly unit: MeasureUnit;
  readonly better: "less" | "more";
  /** Of the fleet; null: not known, which is never 0. */
  measure(model: MeasuredModel): number | null;
  /** Of one of its tenants; null: not known. */
  measureOfTenant(model: MeasuredModel, tenantId: TenantId): number | null;
}

/** The criterion itself, checked by its type where it is written. */
export function defineCriterion(criterion: Criterion): Criterion {
  return criterion;
}
