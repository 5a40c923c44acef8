import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import type { RefObject } from "react";
import type { Outlier } from "../../state/outliers.ts";
import { type CellBlock, columnsSelected } from "../../state/range.ts";
import type { TenantDraft } from "../../state/scenario.ts";
import { indexOfFocused } from "../../state/selection.ts";
import type { problemsByTenant } from "../../state/tenant-problems.ts";
import type { DemandView } from "../../view/demand-view.ts";
import { TenantRow } from "./TenantRow.tsx";

interface Props {
  /** The row that is no tenant yet is the last. */
  readonly tenants: readonly TenantDraft[];
  readonly pending: TenantDraft | null;
  readonly outliers: readonly Outlier[];
  /** The cells that are selected; null: none, or one. */
  readonly block: CellBlock | null;
  readonly problems: ReturnType<typeof problemsByTenant>;
  readonly byTenant: DemandView["byTenant"];
  readonly selected: ReadonlySet<string>;
  readonly locale: string;
  /** What the rows scroll in. */
  readonly scrolls: RefObject<HTMLElement | null>;
}

/** More rows than these are drawn only where they are seen: typing stays as quick as in a short table. */
const MOST_DRAWN = 100;
const ROW_HEIGHT_PX = 33;
/** Drawn beyond what is seen, so that keys and wheels find rows there. */
const BEYOND = 15;

export function TenantRows(props: Props) {
  return props.tenants.length > MOST_DRAWN ? <SeenRows {...props} /> : <AllRows {...props} />;
}

function AllRows(props: Props) {
  return (
    <tbody>
      {props.tenants.map((tenant, index) => (
        <Row key={tenant.id} {...props} tenant={tenant} index={index} />
      ))}
    </tbody>
  );
}

function SeenRows(props: Props) {
  const { tenants, scrolls } = props;
  const rows = useVirtualizer({
    count: tenants.length,
    getScrollElement: () => scrolls.current,
    estimateSize: () => ROW_HEIGHT_PX,
    overscan: BEYOND,
    // Where somebody types stays, however far the table is scrolled, and so do its neighbours: arrows go on from there.
    rangeExtractor: (range) => withNeighbours(defaultRangeExtractor(range), indexOfFocused(tenants), range.count),
  });
  const drawn = rows.getVirtualItems();
  const endOf = (at: number) => drawn[at]?.end ?? 0;
  return (
    <tbody>
      {drawn.flatMap(({ index, start }, at) => {
        const tenant = tenants[index];
        if (tenant === undefined) return [];
        return [
          <Gap key={`before ${index}`} heightPx={start - endOf(at - 1)} />,
          <Row key={tenant.id} {...props} tenant={tenant} index={index} />,
        ];
      })}
      <Gap heightPx={rows.getTotalSize() - endOf(drawn.length - 1)} />
    </tbody>
  );
}

function withNeighbours(indexes: readonly number[], index: number, count: number): number[] {
  if (index < 0) return [...indexes];
  const added = [index - 1, index, index + 1].filter((one) => one >= 0 && one < count);
  return [...new Set([...indexes, ...added])].sort((a, b) => a - b);
}

/** Rows that are not drawn. */
function Gap({ heightPx }: { heightPx: number }) {
  return heightPx > 0 && <tr className="undrawn" style={{ height: heightPx }} />;
}

interface RowProps extends Props {
  readonly tenant: TenantDraft;
  readonly index: number;
}

function Row({ tenant, pending, outliers, block, index, problems, byTenant, selected, locale }: RowProps) {
  const far = outliers.flatMap((one) => (one.tenant === tenant ? one.column.id : []));
  return (
    <TenantRow
      tenant={tenant}
      isPending={tenant === pending}
      far={far.join(" ")}
      columnsSelected={columnsSelected(block, index)}
      row={index}
      derived={byTenant[tenant.id]}
      problems={problems.get(tenant.id)}
      isSelected={selected.has(tenant.id)}
      locale={locale}
    />
  );
}
