import { useStore } from "@nanostores/react";
import { memo, useEffect, useState } from "react";
import { $wantedModel, shownModel } from "../state/shown-model.ts";
import { askAbout } from "../state/store.ts";
import type { HostClusterView, HostsView } from "../view/hosts-view.ts";
import type { ResultView } from "../view/result-view.ts";
import { HostTable, LossTable } from "./HostTables.tsx";
import { Switch } from "./Switch.tsx";

/** What lies on each host, and what becomes of it when the host is lost. Asked for when it is opened. */
export const Hosts = memo(function Hosts({ view }: { view: ResultView }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <section className="card" aria-labelledby="hosts">
      <details onToggle={({ target, currentTarget }) => target === currentTarget && setOpen(currentTarget.open)}>
        <summary>
          <h2 id="hosts">Hosts, one by one</h2>{" "}
          <span className="caption">what lies on each, and what happens when it is lost</span>
        </summary>
        {isOpen && <HostsOfModels view={view} />}
      </details>
    </section>
  );
});

function HostsOfModels({ view }: { view: ResultView }) {
  const [hosts, setHosts] = useState<HostsView | string | null>(null);
  const chosen = shownModel(view, useStore($wantedModel));
  // Of one model at a time: placing thousands of VMs again takes its time, in the planner's thread.
  useEffect(() => {
    let isWanted = true;
    askAbout("hosts", chosen).then(
      (found) => isWanted && setHosts(found),
      (error: Error) => isWanted && error.name !== "Outdated" && setHosts(error.message),
    );
    return () => {
      isWanted = false;
    };
  }, [view, chosen]);
  return (
    <>
      <Switch
        label="Model"
        options={view.cards.map(({ modelId, title }) => ({ id: modelId, title }))}
        chosen={chosen}
        choose={(id) => $wantedModel.set(id)}
      />
      {typeof hosts === "string" && <p className="caption">The hosts could not be shown: {hosts}</p>}
      {hosts === null && <p className="caption">Opening…</p>}
      {hosts !== null &&
        typeof hosts !== "string" &&
        hosts.hostClusters.map((one) => <HostsOfCluster key={one.title} hosts={one} />)}
    </>
  );
}

function HostsOfCluster({ hosts: { title, notes, disk, rows, losses, rowsAfterMoves } }: { hosts: HostClusterView }) {
  return (
    <>
      <h3 className="small">{title}</h3>
      <ul className="small prose notes">
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
        {rows.length > 0 && (
          <li>
            Disks of each host are {disk.ratio} full, {disk.amount} raw GiB below the threshold: data is spread over all
            hosts alike.
          </li>
        )}
      </ul>
      {rows.length > 0 && <HostTable caption={`Hosts, ${title}`} rows={rows} />}
      {losses.length > 0 && <LossTable caption={`Each host lost alone, ${title}`} rows={losses} />}
      {rowsAfterMoves.length > 0 && (
        <HostTable caption={`All VMs on the hosts left, after others have moved, ${title}`} rows={rowsAfterMoves} />
      )}
    </>
  );
}
