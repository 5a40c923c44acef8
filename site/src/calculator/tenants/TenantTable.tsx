import { useStore } from "@nanostores/react";
import { lazy, Suspense, useMemo, useRef } from "react";
import { gridColumns, headOf, kindOf } from "../../state/grid.ts";
import { outliersIn } from "../../state/outliers.ts";
import { $pending } from "../../state/pending-row.ts";
import { $range, type CellBlock, selectedBlock } from "../../state/range.ts";
import { $selected, $tool, selectAll } from "../../state/selection.ts";
import { $outcome, $scenario } from "../../state/store.ts";
import { problemsByTenant } from "../../state/tenant-problems.ts";
import { TableScroll } from "../TableScroll.tsx";
import { onTableBlur, onTableCopy, onTableFocus, onTableKeyDown, onTablePaste } from "./keyboard.ts";
import { Outliers } from "./Outliers.tsx";
import { onTableCut, onTableDragStart, onTableMouseDown, onTableMouseOver } from "./range-keys.ts";
import { TenantDetails } from "./TenantDetails.tsx";
import { TenantProblems } from "./TenantProblems.tsx";
import { TenantRows } from "./TenantRows.tsx";
import { TenantTools } from "./TenantTools.tsx";
import { UseTotals } from "./UseTotals.tsx";

/** The tenants as a spreadsheet: every cell is typed in where it stands, and everything on the page follows. */
export function TenantTable() {
  const scenario = useStore($scenario);
  const outcome = useStore($outcome);
  const selected = useStore($selected);
  const pending = useStore($pending);
  const block = selectedBlock(useStore($range));
  const scrolls = useRef<HTMLElement>(null);
  const tenants = scenario?.fleet.tenants;
  const outliers = useMemo(() => outliersIn(tenants ?? []), [tenants]);
  if (scenario === null || outcome === null) return null;
  const { fleet, locale } = scenario;
  const problems = problemsByTenant(outcome.problems, fleet.tenants);
  const { summary, byTenant } = outcome.view.demand;
  return (
    <section aria-labelledby="tenants" className="tenants">
      <h2 id="tenants">
        Tenants <span className="caption">{summary}</span>
      </h2>
      <TableScroll label="Tenants" ref={scrolls}>
        <table
          aria-rowcount={fleet.tenants.length + (pending === null ? 1 : 2)}
          onFocus={onTableFocus}
          onBlur={onTableBlur}
          onKeyDown={onTableKeyDown}
          onPaste={onTablePaste}
          onCopy={onTableCopy}
          onCut={onTableCut}
          onMouseDown={onTableMouseDown}
          onMouseOver={onTableMouseOver}
          onDragStart={onTableDragStart}
        >
          <caption className="visually-hidden">
            What each tenant asks for and pays. Arrow keys go from cell to cell, with Shift they select a range; Enter
            or F2 opens the text of a cell, Enter leaves it downwards; a block copied from a spreadsheet can be pasted
            into any cell.
          </caption>
          <thead>
            <tr>
              <th scope="col" className="select">
                <input
                  type="checkbox"
                  aria-label="Select all tenants"
                  checked={selected.size > 0 && selected.size === fleet.tenants.length}
                  onChange={({ currentTarget }) => selectAll(currentTarget.checked ? fleet.tenants : [])}
                />
              </th>
              {gridColumns.map((column) => (
                <th key={column.id} scope="col" className={`${kindOf(column)} column-${column.id}`}>
                  {headOf(column, fleet.currency)}
                  {column.grid.unit !== "" && column.grid.headIn === undefined && (
                    <span className="visually-hidden"> {column.grid.unit}</span>
                  )}
                </th>
              ))}
              <td className="more" />
            </tr>
          </thead>
          <TenantRows
            tenants={pending === null ? fleet.tenants : [...fleet.tenants, pending]}
            pending={pending}
            outliers={outliers}
            block={block}
            problems={problems}
            byTenant={byTenant}
            selected={selected}
            locale={locale}
            scrolls={scrolls}
          />
        </table>
      </TableScroll>
      {fleet.tenants.length === 0 && pending === null && (
        <p className="note small">
          No tenants yet. Add one, choose a size, paste rows from a spreadsheet, or import a file.
        </p>
      )}
      {pending !== null && <p className="note small">A row without a name is no tenant yet, and in no figure.</p>}
      <p role="status" className="visually-hidden">
        {block !== null && rangeText(block)}
      </p>
      <UseTotals />
      <TenantTools />
      <OpenTool />
      <TenantProblems problems={problems} />
      <Outliers outliers={outliers} locale={locale} />
      <TenantDetails />
    </section>
  );
}

function rangeText({ firstRow, lastRow, firstColumn, lastColumn }: CellBlock): string {
  const [first, last] = [gridColumns[firstColumn], gridColumns[lastColumn]];
  const columns = first === last ? first?.grid.title : `${first?.grid.title} to ${last?.grid.title}`;
  return `Selected: ${lastRow - firstRow + 1} tenants, ${columns}`;
}

const TOOLS = {
  import: lazy(() => import("./ImportPanel.tsx")),
  preset: lazy(() => import("./PresetPicker.tsx")),
};

/** A way to bring tenants in, loaded when it is first opened. */
function OpenTool() {
  const tool = useStore($tool);
  if (tool === null) return null;
  const Tool = TOOLS[tool];
  return (
    <Suspense fallback={<p className="caption">Opening…</p>}>
      <Tool />
    </Suspense>
  );
}
