import { valueInUnits } from "@nkp-planner/adapters/tenant-table";
import { type GridColumn, gridColumns } from "./grid.ts";
import type { TenantDraft } from "./scenario.ts";

/** So many times the median of its column a value is marked: another unit was probably meant. */
const FAR = 100;
/** Of fewer values no median says anything. */
const LEAST_VALUES = 3;

export interface Outlier {
  readonly tenant: TenantDraft;
  readonly column: GridColumn;
  /** How many times the median it is, in whole numbers. */
  readonly times: number;
}

/** Values that are a hundred times the median of their column, or more. None is refused. */
export function outliersIn(tenants: readonly TenantDraft[]): readonly Outlier[] {
  return gridColumns.filter(({ unit }) => unit !== null).flatMap((column) => outliersOf(column, tenants));
}

function outliersOf(column: GridColumn, tenants: readonly TenantDraft[]): readonly Outlier[] {
  const values = tenants.flatMap((tenant) => {
    const value = valueInUnits(column, tenant) ?? 0;
    return value > 0 ? [{ tenant, value }] : [];
  });
  if (values.length < LEAST_VALUES) return [];
  const sorted = values.map(({ value }) => value).sort((a, b) => a - b);
  const median = sorted[Math.floor((sorted.length - 1) / 2)] as number;
  return values
    .filter(({ value }) => value >= FAR * median)
    .map(({ tenant, value }) => ({ tenant, column, times: Math.floor(value / median) }));
}
