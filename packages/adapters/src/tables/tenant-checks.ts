import { InputError, type Problem, parseFleet, problemsOf, type WorkloadLibrary } from "@nkp-planner/core";
import type { CsvRow } from "./csv-rows.ts";
import { columnOf, type TenantTable } from "./row-cells.ts";
import type { TenantColumnId } from "./tenant-columns.ts";
import type { TenantRow } from "./tenant-row.ts";

/** What a fleet file would be refused for, told by row and cell: limits, ids, names, presets that there are not. */
export function fleetProblems(
  tenants: readonly { readonly row: CsvRow; readonly tenant: TenantRow }[],
  { heads, columns, currency }: TenantTable,
  library: WorkloadLibrary | undefined,
): readonly Problem[] {
  const fleet = { ...FLEET, currency: currency ?? FLEET.currency, tenants: tenants.map(({ tenant }) => tenant) };
  return problemsIn(fleet, library).flatMap((problem): readonly Problem[] => {
    const [, index, ...field] = problem.path;
    const row = tenants[Number(index)]?.row;
    const isUnknown =
      (field[0] === "preset" && library === undefined) || (field[0] === "price" && currency === undefined);
    if (row === undefined || isUnknown) return [];
    const id = FIELDS.find(([prefix]) => field.join(".").startsWith(prefix))?.[1] ?? "name";
    const at = Math.max(0, columnOf(columns, id) < 0 ? columnOf(columns, "name") : columnOf(columns, id));
    return [{ ...problem, path: [heads[at] ?? id], line: row.line, column: at + 1 }];
  });
}

const FLEET = { apiVersion: "nkp-planner/v1", kind: "Fleet", asOf: "2000-01-01", release: "any", currency: "EUR" };

/** Where a field of a fleet file stands in a table, the longer first. */
const FIELDS: readonly (readonly [string, TenantColumnId])[] = [
  ["demand.largestPod.memory", "largestMemory"],
  ["demand.largestPod", "largestVcpu"],
  ["demand.pods", "pods"],
  ["demand.cpu", "vcpu"],
  ["demand.memory", "memory"],
  ["demand.storage", "storage"],
  ["demand", "pods"],
  ["growthPercentPerYear", "growth"],
  ["price", "price"],
  ["preset", "preset"],
  ["id", "id"],
];

function problemsIn(fleet: object, library: WorkloadLibrary | undefined): readonly Problem[] {
  try {
    parseFleet(fleet, "fleet", library);
    return [];
  } catch (error) {
    if (error instanceof InputError) return problemsOf(error);
    throw error;
  }
}
