import { type GridColumn, gridColumns, type TenantColumn } from "@nkp-planner/adapters/tenant-table";
import type { Scenario, TenantDraft } from "./scenario.ts";
import { shownNumber, typedNumber, typedStyle } from "./typed-text.ts";

/** The tenant table's cells as somebody sees them and types in them, by the locale of the scenario. */

export { type GridColumn, gridColumns };

/** Narrow, and never the end of a line. */
const THIN_SPACE = "\u202f";

/** What the head of a column shows. */
export function headOf({ grid }: GridColumn, currency: string): string {
  return grid.headIn?.(currency) ?? grid.title;
}

/** What the cells of a column look like. */
export function kindOf({ options, unit }: TenantColumn): "choice" | "number" | "text" {
  if (options !== undefined) return "choice";
  return unit === null ? "text" : "number";
}

/** Whether the cell follows from the tenant's workloads and cannot be typed. */
export function isDerived({ isSize }: TenantColumn, { demand }: TenantDraft): boolean {
  return isSize && demand === undefined;
}

/** What stands in a cell that somebody types in, or takes along: read back, it is the same. */
export function typedText(column: TenantColumn, tenant: TenantDraft, locale: string): string {
  const { text, isNumber, suffix } = column.show(column.valueIn(tenant));
  return isNumber ? `${typedNumber(text, locale)}${suffix}` : text;
}

/** What stands in a cell that nobody types in: `1.250,00`, `300 Gi`. */
export function shownText(column: GridColumn, tenant: TenantDraft, locale: string): string {
  const { text, isNumber, suffix } = column.show(column.valueIn(tenant));
  return isNumber ? withUnit(column, shownNumber(text, locale), suffix) : text;
}

/** A number with the unit that the cells of its column show: the number's own, or the usual one. Nothing has none. */
export function withUnit({ grid, unit }: GridColumn, number: string, suffix = ""): string {
  const shown = suffix === "" && grid.isUnitShown && number !== "0" ? (unit?.usual ?? "") : suffix;
  return shown === "" ? number : `${number}${THIN_SPACE}${shown}`;
}

/**
 * The tenant with what was typed into a cell. What cannot be read stays as it was typed, so that the planner says what
 * is wrong with it; of a choice, the usual one is taken.
 */
export function typedInto(
  column: TenantColumn,
  tenant: TenantDraft,
  text: string,
  { locale, fleet: { currency } }: Scenario,
): TenantDraft {
  const read = column.parse(text, { numbers: typedStyle(locale), currency });
  if (read.is !== "unfit") return column.write(tenant, read.is === "value" ? read.value : undefined);
  return column.write(tenant, column.options?.[0]?.id ?? text.trim());
}
