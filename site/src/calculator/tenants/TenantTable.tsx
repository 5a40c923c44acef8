import { useStore } from "@nanostores/react";
import { lazy, Suspense, useRef } from "react";
import { gridColumns, headOf, kindOf } from "../../state/grid.ts";
import { $selected, $tool, selectAll } from "../../state/selection.ts";
import { $outcome, $scenario } from "../../state/store.ts";
import { problemsByTenant } from "../../state/tenant-problems.ts";
import { TableScroll } from "../TableScroll.tsx";
import { onTableCopy, onTableFocus, onTableKeyDown, onTablePaste } from "./keyboard.ts";
import { TenantDetails } from "./TenantDetails.tsx";
import { TenantProblems } from "./TenantProblems.tsx";
import { TenantRows } from "./TenantRows.tsx";
import { TenantTools } from "./TenantTools.tsx";

/** The tenants as a spreadsheet: every cell is typed in where it stands, and everything on the page follows. */
export function TenantTable() {
  const scenario = useStore($scenario);
  const outcome = useStore($outcome);
  const selected = useStore($selected);
  const scrolls = useRef<HTMLElement>(null);
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
          aria-rowcount={fleet.tenants.length + 1}
          onFocus={onTableFocus}
          onKeyDown={onTableKeyDown}
          onPaste={onTablePaste}
          onCopy={onTableCopy}
        >
          <caption className="visually-hidden">
            What each tenant asks for and pays. Arrow keys and Enter go from cell to cell; a block copied from a
            spreadsheet can be pasted into any cell.
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
            tenants={fleet.tenants}
            problems={problems}
            byTenant={byTenant}
            selected={selected}
            locale={locale}
            scrolls={scrolls}
          />
        </table>
      </TableScroll>
      {fleet.tenants.length === 0 && (
        <p className="note small">
          No tenants yet. Add one, choose a size, paste rows from a spreadsheet, or import a file.
        </p>
      )}
      <TenantTools />
      <OpenTool />
      <TenantProblems problems={problems} />
      <TenantDetails />
    </section>
  );
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
