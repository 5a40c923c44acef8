import { useVirtualizer } from "@tanstack/react-virtual";
import type { RefObject } from "react";
import type { TenantDraft } from "../../state/scenario.ts";
import type { problemsByTenant } from "../../state/tenant-problems.ts";
import type { DemandView } from "../../view/demand-view.ts";
import { TenantRow } from "./TenantRow.tsx";

interface Props {
  readonly tenants: readonly TenantDraft[];
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
  return props.tenants.length > MOST_DRAWN ? (
    <SeenRows {...props} />
  ) : (
    <Rows {...props} from={0} to={props.tenants.length} />
  );
}

function SeenRows(props: Props) {
  const { tenants, scrolls } = props;
  const rows = useVirtualizer({
    count: tenants.length,
    getScrollElement: () => scrolls.current,
    estimateSize: () => ROW_HEIGHT_PX,
    overscan: BEYOND,
  });
  const seen = rows.getVirtualItems();
  const [first, last] = [seen[0], seen.at(-1)];
  return (
    <Rows
      {...props}
      from={first?.index ?? 0}
      to={(last?.index ?? -1) + 1}
      above={first?.start ?? 0}
      below={rows.getTotalSize() - (last?.end ?? 0)}
    />
  );
}

interface Part extends Props {
  readonly from: number;
  readonly to: number;
  /** Height of the rows that are not drawn, in pixels. */
  readonly above?: number;
  readonly below?: number;
}

function Rows({ tenants, problems, byTenant, selected, locale, from, to, above = 0, below = 0 }: Part) {
  return (
    <tbody>
      {above > 0 && <tr className="undrawn" style={{ height: above }} />}
      {tenants.slice(from, to).map((tenant, index) => (
        <TenantRow
          key={tenant.id}
          tenant={tenant}
          row={from + index}
          derived={byTenant[tenant.id]}
          problems={problems.get(tenant.id)}
          isSelected={selected.has(tenant.id)}
          locale={locale}
        />
      ))}
      {below > 0 && <tr className="undrawn" style={{ height: below }} />}
    </tbody>
  );
}
