import { CLOCK_IDS, CLOCKS } from "../../view/upgrades/clocks.ts";
import type { StepRow, TenantRow } from "../../view/upgrades/upgrades-view.ts";
import { InParts } from "../InParts.tsx";

interface Props<Row> {
  readonly title: string;
  readonly rows: readonly Row[];
}

/** The picture as a table: every upgrade of every cluster. */
export function StepTable({ title, rows }: Props<StepRow>) {
  return (
    <InParts
      className="steps"
      caption={`Upgrades, ${title}`}
      remark="every one of every cluster"
      rows={rows}
      head={
        <tr>
          <th scope="col">Cluster</th>
          <th scope="col">To version</th>
          <th scope="col">Wanted on</th>
          <th scope="col">Comes on</th>
          <th scope="col" className="number">
            Days waited
          </th>
          <th scope="col">Waits for</th>
          <th scope="col">To know</th>
        </tr>
      }
      draw={({ cluster, version, wantedOn, comesOn, isNever, waitsFor, days, note }, index) => (
        <tr key={index}>
          <th scope="row" className="tenant">
            {cluster}
          </th>
          <td>{version}</td>
          <td className="day">{wantedOn}</td>
          <td className={isNever ? "loss" : "day"}>{comesOn}</td>
          <td className="number">{days}</td>
          <td>{waitsFor}</td>
          <td>{note}</td>
        </tr>
      )}
    />
  );
}

/** What the calendar is for each tenant, and what each of three clocks says of its cluster. */
export function TenantTable({ title, rows }: Props<TenantRow>) {
  return (
    <InParts
      className="clocks"
      caption={`Tenants, ${title}`}
      remark="days on which support has run out by each of three clocks, and days on which nobody knows"
      rows={rows}
      head={
        <tr>
          <th scope="col">Tenant</th>
          <th scope="col">Cluster</th>
          <th scope="col" className="number">
            Upgrades
          </th>
          <th scope="col" className="number">
            Waits, days
          </th>
          <th scope="col">Waits for</th>
          <th scope="col" className="number">
            Not ready, days
          </th>
          {CLOCK_IDS.map((clock) => (
            <th key={clock} scope="col">
              {CLOCKS[clock]}
            </th>
          ))}
        </tr>
      }
      draw={({ name, cluster, upgrades, waitDays, waitsFor, ownDays, clocks }, index) => (
        <tr key={index}>
          <th scope="row" className="tenant">
            {name}
          </th>
          <td>{cluster}</td>
          <td className="number">{upgrades}</td>
          <td className="number">{waitDays}</td>
          <td>{waitsFor}</td>
          <td className="number">{ownDays}</td>
          {clocks.map(({ text, isOutside }, at) => (
            <td key={at} className={isOutside ? "loss" : undefined}>
              {text}
            </td>
          ))}
        </tr>
      )}
    />
  );
}
