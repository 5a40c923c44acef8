import type { Problem } from "@nkp-planner/core";
import { id } from "./columns/id.ts";
import { columns } from "./columns/index.ts";
import { largestMemory, largestVcpu } from "./columns/largest-pod.ts";
import { pods } from "./columns/pods.ts";
import { preset } from "./columns/preset.ts";
import type { CsvRow } from "./csv-rows.ts";
import { saysNothing } from "./read-cell.ts";
import { cellsOfRow, placeOf, type RowCells, type TenantTable } from "./row-cells.ts";
import { freeId, NO_TOTALS, type TenantDraft, tenantIdOf } from "./tenant-draft.ts";

/** A tenant as a fleet file has it. */
export type TenantRow = TenantDraft;

/**
 * One row as a tenant, or everything that is wrong with it.
 *
 * @param taken ids given so far; the row's own is added
 */
export function tenantOfRow(
  row: CsvRow,
  table: TenantTable,
  taken: Set<string>,
): { readonly tenant?: TenantRow; readonly problems: readonly Problem[] } {
  const cells = cellsOfRow(row, table);
  const { textOf, typedOf, say, problems } = cells;
  const hasPreset = textOf(preset) !== "";
  const hasSizes = placeOf(pods, table) >= 0;
  const isByTotals = !hasPreset && hasSizes;
  saySizeProblems(cells, hasPreset, hasSizes);
  const given = textOf(id);
  if (given !== "" && taken.has(given)) say(id, id.wanted);
  const tenant = columns
    .filter(({ isSize }) => !isSize || isByTotals)
    .reduce((one, column) => column.write(one, typedOf(column)), isByTotals ? { id: "", demand: NO_TOTALS } : NOBODY);
  if (problems.length > 0) return { problems };
  return { problems, tenant: { ...tenant, id: freeId(given === "" ? tenantIdOf(tenant.name ?? "") : given, taken) } };
}

const NOBODY: TenantDraft = { id: "" };

/** What one cell cannot know: a tenant has a size, and has it once; its largest pod asks for CPU and for memory. */
function saySizeProblems({ textOf, say }: RowCells, hasPreset: boolean, hasSizes: boolean): void {
  if (!hasPreset && !hasSizes) say(preset, { expected: "a preset: the table has no sizes", fix: preset.wanted.fix });
  if (hasPreset && columns.some((column) => column.isSize && !saysNothing(textOf(column))))
    say(preset, { expected: "a preset, or sizes of the tenant's own", fix: "leave one of the two empty" });
  const halves = [largestVcpu, largestMemory].filter((column) => saysNothing(textOf(column)));
  if (!hasPreset && halves.length === 1 && halves[0] !== undefined)
    say(halves[0], { expected: "vCPU and memory of the largest pod", fix: "give both or none" });
}
