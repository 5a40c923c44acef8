import { onTenants } from "./edits.ts";
import { gridColumns, isDerived, typedInto, typedText } from "./grid.ts";
import type { CellBlock } from "./range.ts";
import type { Scenario, TenantDraft } from "./scenario.ts";

/** Changes of a block of cells, each a new scenario. What follows from workloads stays as it is. */

type Edit = (scenario: Scenario) => Scenario;

/** A text typed into each cell of a block; empty: each cell as if its text had been deleted. */
export function typeIntoBlock(block: CellBlock, text: string): Edit {
  return ofBlock(block, (tenant, index, scenario) => {
    const column = gridColumns[index];
    return column === undefined || isDerived(column, tenant) ? tenant : typedInto(column, tenant, text, scenario);
  });
}

/** The first row of a block into all others of it. */
export function fillBlockDown(block: CellBlock): Edit {
  return (scenario) => {
    const from = scenario.fleet.tenants[block.firstRow];
    if (from === undefined) return scenario;
    return ofBlock({ ...block, firstRow: block.firstRow + 1 }, (tenant, index) => {
      const column = gridColumns[index];
      if (column === undefined || isDerived(column, from) || isDerived(column, tenant)) return tenant;
      return column.write(tenant, column.valueIn(from));
    })(scenario);
  };
}

function ofBlock(
  { firstRow, lastRow, firstColumn, lastColumn }: CellBlock,
  change: (tenant: TenantDraft, column: number, scenario: Scenario) => TenantDraft,
): Edit {
  return onTenants((tenants, scenario) =>
    tenants.map((tenant, row) => {
      if (row < firstRow || row > lastRow) return tenant;
      let changed = tenant;
      for (let column = firstColumn; column <= lastColumn; column += 1) changed = change(changed, column, scenario);
      return changed;
    }),
  );
}

/** A block as a spreadsheet takes it: what can be typed in the cells, and of figures that follow from workloads these. */
export function textOfBlock(
  { firstRow, lastRow, firstColumn, lastColumn }: CellBlock,
  { fleet, locale }: Scenario,
  derived: (tenant: TenantDraft, columnId: string) => string,
): string {
  const columns = gridColumns.slice(firstColumn, lastColumn + 1);
  return fleet.tenants
    .slice(firstRow, lastRow + 1)
    .map((tenant) =>
      columns
        .map((column) => (isDerived(column, tenant) ? derived(tenant, column.id) : typedText(column, tenant, locale)))
        .join("\t"),
    )
    .join("\n");
}
