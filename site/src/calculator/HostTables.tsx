import type { Fullness, HostRow, LossRow } from "../view/hosts-view.ts";
import { InParts } from "./InParts.tsx";

interface Props<Row> {
  readonly caption: string;
  readonly rows: readonly Row[];
}

/** How full each host is, and what lies on it. */
export function HostTable({ caption, rows }: Props<HostRow>) {
  return (
    <InParts
      className="hosts"
      caption={caption}
      remark="full, of what VMs may take of a host, room kept for an upgrade included"
      rows={rows}
      head={
        <tr>
          <th scope="col">Host</th>
          <th scope="col" className="number">
            vCPU
          </th>
          <th scope="col" className="number">
            Memory, GiB
          </th>
          <th scope="col">VMs on it, vCPU/GiB each</th>
        </tr>
      }
      draw={({ hosts, vcpu, memory, vms }) => (
        <tr key={hosts}>
          <th scope="row">{hosts}</th>
          <Full of={vcpu} />
          <Full of={memory} />
          <td>{vms.length === 0 ? "none: it stands ready" : <Lines of={vms} />}</td>
        </tr>
      )}
    />
  );
}

/** What becomes of the VMs of each host that is lost, alone. */
export function LossTable({ caption, rows }: Props<LossRow>) {
  return (
    <InParts
      className="hosts"
      caption={caption}
      remark="with the others as they stand"
      rows={rows}
      head={
        <tr>
          <th scope="col">Host lost</th>
          <th scope="col" className="number">
            VMs
          </th>
          <th scope="col">What becomes of them</th>
        </tr>
      }
      draw={({ hosts, vmCount, outcome, isLoss, details }) => (
        <tr key={hosts}>
          <th scope="row">{hosts}</th>
          <td className="number">{vmCount}</td>
          <td>
            <span className={isLoss ? "loss" : undefined}>{outcome}</span>
            <Lines of={details} />
          </td>
        </tr>
      )}
    />
  );
}

function Full({ of: { ratio, amount } }: { of: Fullness }) {
  return (
    <td className="number">
      {ratio} <span className="caption amount">{amount}</span>
    </td>
  );
}

function Lines({ of }: { of: readonly string[] }) {
  if (of.length === 0) return null;
  return (
    <ul className="lines-of small">
      {of.map((line, index) => (
        <li key={index}>{line}</li>
      ))}
    </ul>
  );
}
