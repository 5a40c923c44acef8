import { memo, useEffect, useRef, useState } from "react";
import { askAbout } from "../../state/store.ts";
import type { ResultView } from "../../view/result-view.ts";
import type { WishesView } from "../../view/wishes-view.ts";
import { useNear } from "../charts/useNear.ts";
import { TableScroll } from "../TableScroll.tsx";

/** What matters beside cost: tick it, and see which models meet it and what it costs. No weights. */
export const Wishes = memo(function Wishes({ view }: { view: ResultView }) {
  const section = useRef<HTMLElement>(null);
  const isNear = useNear(section);
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [found, setFound] = useState<{ readonly wishes: WishesView; readonly view: ResultView } | null>(null);
  const [problem, setProblem] = useState("");
  useEffect(() => {
    if (!isNear) return;
    let isWanted = true;
    askAbout("wishes", ticked).then(
      (wishes) => {
        if (!isWanted) return;
        setFound({ wishes, view });
        setProblem("");
      },
      ({ name, message }: Error) =>
        isWanted && name !== "Outdated" && setProblem(`It could not be worked out: ${message}`),
    );
    return () => {
      isWanted = false;
    };
  }, [view, ticked, isNear]);
  const toggle = (id: string) => setTicked(ticked.includes(id) ? ticked.filter((one) => one !== id) : [...ticked, id]);
  return (
    <section className="card wishes" ref={section} aria-labelledby="wishes" aria-busy={found?.view !== view}>
      <h2 id="wishes">
        What matters beside cost <span className="caption">tick it, and see what it costs</span>
      </h2>
      {found !== null && <WishTable wishes={found.wishes} ticked={ticked} toggle={toggle} />}
      <p role="status" className="together">
        {problem === "" ? found?.wishes.together : problem}
      </p>
    </section>
  );
});

interface TableProps {
  readonly wishes: WishesView;
  readonly ticked: readonly string[];
  readonly toggle: (id: string) => void;
}

function WishTable({ wishes: { models, rows, fitting }, ticked, toggle }: TableProps) {
  return (
    <TableScroll label="What matters beside cost">
      <table>
        <thead>
          <tr>
            <th scope="col">Matters to you</th>
            {models.map(({ modelId, title }) => (
              <th key={modelId} scope="col" data-model={modelId}>
                <span className="model-title">{title}</span>
                {ticked.length > 0 && <span className="note">{fitting.includes(modelId) ? " fits" : " does not"}</span>}
              </th>
            ))}
            <th scope="col">Price of it</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, title, meets, isMet, price }) => (
            <tr key={id}>
              <th scope="row">
                <label title={meets}>
                  <input type="checkbox" checked={ticked.includes(id)} onChange={() => toggle(id)} /> {title}
                </label>
              </th>
              {models.map(({ modelId }, index) => (
                <td key={modelId}>
                  {isMet[index] ? "✓" : "–"} <span className="word">{isMet[index] ? "meets it" : "does not"}</span>
                </td>
              ))}
              <td>{price}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
