import { API_VERSION, InputError, type Problem, parseFleet, problemsOf, type WorkloadLibrary } from "@nkp-planner/core";
import { name } from "./columns/name.ts";
import type { CsvRow } from "./csv-rows.ts";
import { placeOf, type TenantTable } from "./row-cells.ts";
import { columnOfField } from "./tenant-column.ts";
import type { TenantRow } from "./tenant-row.ts";

/** What a fleet file would be refused for, told by row and cell: limits, ids, names, presets that there are not. */
export function fleetProblems(
  tenants: readonly { readonly row: CsvRow; readonly tenant: TenantRow }[],
  table: TenantTable,
  library: WorkloadLibrary | undefined,
): readonly Problem[] {
  const { heads, currency } = table;
  const columns = table.columns.flatMap((named) => named?.column ?? []);
  const fleet = { ...FLEET, currency: currency ?? FLEET.currency, tenants: tenants.map(({ tenant }) => tenant) };
  return problemsIn(fleet, library).flatMap((problem): readonly Problem[] => {
    const [, index, ...field] = problem.path;
    const row = tenants[Number(index)]?.row;
    const isUnknown =
      (field[0] === "preset" && library === undefined) || (field[0] === "price" && currency === undefined);
    if (row === undefined || isUnknown) return [];
    const column = columnOfField(field.join("."), columns) ?? name;
    const at = Math.max(0, placeOf(column, table));
    return [{ ...problem, path: [heads[at] ?? column.called], line: row.line, column: at + 1 }];
  });
}

const FLEET = { apiVersion: API_VERSION, kind: "Fleet", asOf: "2000-01-01", release: "any", currency: "EUR" };

function problemsIn(fleet: object, library: WorkloadLibrary | undefined): readonly Problem[] {
  try {
    parseFleet(fleet, "fleet", library);
    return [];
  } catch (error) {
    if (error instanceof InputError) return problemsOf(error);
    throw error;
  }
}
