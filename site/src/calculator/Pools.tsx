import { useStore } from "@nanostores/react";
import { memo, useEffect, useState } from "react";
import { $wantedModel, shownModel } from "../state/shown-model.ts";
import { askAbout } from "../state/store.ts";
import type { PoolRow, PoolsView } from "../view/pools-view.ts";
import type { ResultView } from "../view/result-view.ts";
import { Figure } from "./Figure.tsx";
import { OpenedFigure } from "./OpenedFigure.tsx";
import { Switch } from "./Switch.tsx";
import { TableScroll } from "./TableScroll.tsx";

const PLACE = "pools";

/** Every pool: why it has as many nodes as it has, and until when that holds. Asked for when it is opened. */
export const Pools = memo(function Pools({ view }: { view: ResultView }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <section className="card" aria-labelledby="pools">
      <details onToggle={({ target, currentTarget }) => target === currentTarget && setOpen(currentTarget.open)}>
        <summary>
          <h2 id="pools">Nodes, pool by pool</h2> <span className="caption">placed as kube-scheduler places pods</span>
        </summary>
        {isOpen && <PoolTables view={view} />}
      </details>
      <OpenedFigure place={PLACE} />
    </section>
  );
});

function PoolTables({ view }: { view: ResultView }) {
  const [pools, setPools] = useState<readonly PoolsView[]>([]);
  const chosen = shownModel(view, useStore($wantedModel));
  useEffect(() => {
    askAbout("pools", null).then(setPools, () => {});
  }, [view]);
  const shown = pools.find(({ modelId }) => modelId === chosen) ?? pools[0];
  if (shown === undefined) return <p className="caption">Opening…</p>;
  return (
    <>
      <p className="caption prose">
        Nodes for the pods of today; more as room for growth and headroom, to survive a loss, and for the documented
        minimum. One node more is needed at the latest when what a pool still fits is requested on top.
      </p>
      <Switch
        label="Model"
        options={pools.map(({ modelId, title }) => ({ id: modelId, title }))}
        chosen={shown.modelId}
        choose={(id) => $wantedModel.set(id)}
      />
      <TableScroll label={`Node pools, ${shown.title}`}>
        <table>
          <thead>
            <tr>
              <th scope="col">Cluster</th>
              <th scope="col">Pool</th>
              <th scope="col" className="number">
                Nodes × vCPU/GiB
              </th>
              <th scope="col" className="number">
                Needed
              </th>
              <th scope="col" className="number">
                Reserve
              </th>
              <th scope="col" className="number">
                For a loss
              </th>
              <th scope="col" className="number">
                Minimum
              </th>
              <th scope="col">Set by</th>
              <th scope="col" className="number">
                Fits, vCPU
              </th>
              <th scope="col" className="number">
                Fits, GiB
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.rows.map((row) => (
              <Pool key={`${row.cluster} ${row.role}`} row={row} />
            ))}
          </tbody>
        </table>
      </TableScroll>
    </>
  );
}

function Pool({ row }: { row: PoolRow }) {
  const { cluster, role, nodes, needed, reserve, failure, floor, neededFor, roomVcpu, roomMemoryGiB } = row;
  return (
    <tr>
      <th scope="row" className="tenant">
        {cluster}
      </th>
      <td>{role}</td>
      <td className="number">
        <Figure of={nodes} place={PLACE} />
      </td>
      <td className="number">{needed}</td>
      <td className="number">{reserve}</td>
      <td className="number">{failure}</td>
      <td className="number">{floor}</td>
      <td>{neededFor}</td>
      <td className="number">{roomVcpu}</td>
      <td className="number">{roomMemoryGiB}</td>
    </tr>
  );
}
