import { memo } from "react";
import type { SubjectProblem } from "../../planning/plan-scenario.ts";
import { gridColumns } from "../../state/grid.ts";
import { isColumnSelected } from "../../state/range.ts";
import type { TenantDraft } from "../../state/scenario.ts";
import { openDetails, toggleSelected } from "../../state/selection.ts";
import { columnOf } from "../../state/tenant-problems.ts";
import type { TenantDemand } from "../../view/demand-view.ts";
import { Cell, rowName } from "./Cell.tsx";

interface Props {
  readonly tenant: TenantDraft;
  /** Whether it is no tenant yet, for want of a name. */
  readonly isPending: boolean;
  /** Columns whose value is far from those of the others. */
  readonly far: string;
  /** As `columnsSelected` of a range writes them. */
  readonly columnsSelected: string;
  readonly row: number;
  /** What a tenant of workloads asks for. */
  readonly derived: TenantDemand | undefined;
  readonly problems: readonly SubjectProblem[] | undefined;
  readonly isSelected: boolean;
  readonly locale: string;
}

/** One tenant. Drawn again only when it has changed itself: a row of five hundred costs no more than a row of five. */
export const TenantRow = memo(
  function TenantRow({ tenant, isPending, far, columnsSelected, row, derived, problems, isSelected, locale }: Props) {
    const name = rowName(tenant, isPending);
    return (
      <tr aria-rowindex={row + 2} className={isPending ? "pending" : isSelected ? "selected" : ""}>
        <td className="select">
          {!isPending && (
            <input
              type="checkbox"
              aria-label={`Select ${name}`}
              checked={isSelected}
              onChange={() => toggleSelected(tenant.id)}
            />
          )}
        </td>
        {gridColumns.map((column, index) => (
          <Cell
            key={column.id}
            tenant={tenant}
            isPending={isPending}
            isInRange={isColumnSelected(columnsSelected, index)}
            isFar={far.split(" ").includes(column.id)}
            column={column}
            row={row}
            index={index}
            locale={locale}
            derived={derived}
            problem={problems?.find((problem) => columnOf(problem) === column)}
          />
        ))}
        <td className="more">
          {!isPending && (
            <button
              type="button"
              className="link"
              aria-label={`Size and growth of ${name}`}
              onClick={() => openDetails(tenant.id)}
            >
              …
            </button>
          )}
        </td>
      </tr>
    );
  },
  (before, after) =>
    before.tenant === after.tenant &&
    before.isPending === after.isPending &&
    before.far === after.far &&
    before.columnsSelected === after.columnsSelected &&
    before.row === after.row &&
    before.isSelected === after.isSelected &&
    before.locale === after.locale &&
    before.problems === after.problems &&
    isSameDemand(before.derived, after.derived),
);

function isSameDemand(a: TenantDemand | undefined, b: TenantDemand | undefined): boolean {
  return Object.entries({ ...a?.byColumn, ...b?.byColumn }).every(([id]) => a?.byColumn[id] === b?.byColumn[id]);
}
