import { useStore } from "@nanostores/react";
import { useEffect, useState } from "react";
import type { NamedScenario } from "../../state/kept.ts";
import { $outcome, askAbout } from "../../state/store.ts";
import type { AgainstModel, AgainstView } from "../../view/against-view.ts";
import type { InputDifferences } from "../../view/input-differences.ts";
import { TableScroll } from "../TableScroll.tsx";

/** What is shown beside a saved scenario, model by model. */
export function Against({ other }: { other: NamedScenario }) {
  const outcome = useStore($outcome);
  const [view, setView] = useState<AgainstView | string | null>(null);
  // Asked again for every plan that is shown.
  const shown = outcome?.view;
  useEffect(() => {
    if (shown === undefined) return;
    askAbout("against", other.scenario).then(setView, ({ name }: Error) => {
      if (name !== "Outdated") setView(`${other.name} can no longer be planned.`);
    });
  }, [other, shown]);
  if (view === null) return <p className="caption">Planning {other.name}…</p>;
  if (typeof view === "string") return <p className="loss">{view}</p>;
  return (
    <section aria-label={`Compared with ${other.name}`}>
      <Inputs inputs={view.inputs} name={other.name} />
      <p className="small">Shown: {view.verdicts.here}</p>
      <p className="small">
        {other.name}: {view.verdicts.there}
      </p>
      <TableScroll label={`Compared with ${other.name}`}>
        <table>
          <thead>
            <tr>
              <td />
              <th scope="col" className="number">
                Shown
              </th>
              <th scope="col" className="number">
                {other.name}
              </th>
              <th scope="col" className="number">
                Difference
              </th>
            </tr>
          </thead>
          {view.models.map((model) => (
            <Model key={model.modelId} model={model} />
          ))}
        </table>
      </TableScroll>
    </section>
  );
}

/** What was entered otherwise, before what comes of it. */
function Inputs({ inputs: { rows, untoldCount }, name }: { inputs: InputDifferences; name: string }) {
  if (rows.length === 0) return <p className="small">Nothing was entered otherwise.</p>;
  return (
    <>
      <TableScroll label={`What differs from ${name}`}>
        <table className="inputs-that-differ">
          <caption className="caption">What was entered otherwise</caption>
          <thead>
            <tr>
              <td />
              <th scope="col">Shown</th>
              <th scope="col">{name}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.title}>
                <th scope="row">{row.title}</th>
                <td>{row.here}</td>
                <td>{row.there}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      {untoldCount > 0 && <p className="small note">And {untoldCount} more tenants.</p>}
    </>
  );
}

function Model({ model: { modelId, title, rows } }: { model: AgainstModel }) {
  return (
    <tbody data-model={modelId}>
      <tr>
        <th scope="rowgroup" colSpan={4} className="model-title">
          {title}
        </th>
      </tr>
      {rows.map((row) => (
        <tr key={row.title}>
          <th scope="row">{row.title}</th>
          <td className="number">{row.here}</td>
          <td className="number">{row.there}</td>
          <td className="number">{row.difference}</td>
        </tr>
      ))}
    </tbody>
  );
}
