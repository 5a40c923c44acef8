import { useStore } from "@nanostores/react";
import { memo, useEffect, useState } from "react";
import { $wantedModel, shownModel } from "../state/shown-model.ts";
import { askAbout, beginning } from "../state/store.ts";
import { BAR_WIDTH } from "../view/bars.ts";
import type { MarginRow, MarginsView } from "../view/margin-view.ts";
import type { ResultView } from "../view/result-view.ts";
import { Figure, Sentence } from "./Figure.tsx";
import { OpenedFigure } from "./OpenedFigure.tsx";
import { TableScroll } from "./TableScroll.tsx";

const PLACE = "margins";
/** So many rows are read at a glance; more on request. */
const FIRST_ROWS = 12;
const BAR_HEIGHT = 10;

/** What each tenant leaves, the best first; who loses money, why, and what would mend it. */
export const Margins = memo(function Margins({ view }: { view: ResultView }) {
  const modelId = shownModel(view, useStore($wantedModel));
  const { margins, isNewest, problem } = useMargins(view, modelId);
  return (
    <section className="card" aria-labelledby="margins" data-model={margins.modelId} aria-busy={!isNewest}>
      <h2 id="margins">
        Margin by tenant <span className="model-title">{margins.title}</span>
      </h2>
      {problem !== "" && <p className="loss small">{problem}</p>}
      <MarginTable key={margins.modelId} margins={margins} />
      <OpenedFigure place={PLACE} />
    </section>
  );
});

/** Of the model and plan that are shown; of those before until they are there, which is a blink later. */
function useMargins(view: ResultView, modelId: string) {
  const begun = beginning();
  const [found, setFound] = useState({ margins: begun.margins, view: begun.view });
  const [problem, setProblem] = useState("");
  const isNewest = found.view === view && found.margins.modelId === modelId;
  useEffect(() => {
    if (isNewest) return;
    let isWanted = true;
    askAbout("margins", modelId).then(
      (margins) => {
        if (!isWanted) return;
        setFound({ margins, view });
        setProblem("");
      },
      ({ name, message }: Error) =>
        isWanted && name !== "Outdated" && setProblem(`Figures of before: they could not be worked out: ${message}`),
    );
    return () => {
      isWanted = false;
    };
  }, [view, modelId]);
  return { margins: found.margins, isNewest, problem };
}

function MarginTable({ margins }: { margins: MarginsView }) {
  const [isWhole, setWhole] = useState(false);
  const { rows, losses, title, summary, zero } = margins;
  // Both ends are what people ask about: the best, and whoever loses money.
  const middle = rows.length - FIRST_ROWS;
  const isApart = rows.some(({ placement }) => placement !== "");
  const shown = isWhole || middle <= 0 ? rows : [...rows.slice(0, FIRST_ROWS / 2), ...rows.slice(-FIRST_ROWS / 2)];
  return (
    <>
      <TableScroll label={`Margin by tenant, ${title}`}>
        <table className="margins">
          <caption className="caption">{summary}</caption>
          <thead>
            <tr>
              <th scope="col">Tenant</th>
              {isApart && <th scope="col">Lives</th>}
              <th scope="col" className="number">
                Price
              </th>
              <th scope="col" className="number">
                Cost
              </th>
              <td />
              <th scope="col" className="number">
                Margin
              </th>
              <th scope="col" className="number">
                of price
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <Row key={row.tenantId} row={row} zero={zero} isApart={isApart} />
            ))}
          </tbody>
        </table>
      </TableScroll>
      {middle > 0 && (
        <button type="button" className="link small" onClick={() => setWhole(!isWhole)}>
          {isWhole ? "Show the ends only" : `Show ${middle} more between them`}
        </button>
      )}
      {losses.slice(0, isWhole ? undefined : FIRST_ROWS / 2).map((parts) => (
        <p className="small note" key={parts[0]?.text}>
          <Sentence parts={parts} place={PLACE} />
        </p>
      ))}
    </>
  );
}

function Row({ row, zero, isApart }: { row: MarginRow; zero: number; isApart: boolean }) {
  const { name, placement, price, cost, margin, ratio, isLoss, x, width } = row;
  return (
    <tr>
      <th scope="row" className="tenant">
        {name}
      </th>
      {isApart && <td>{placement}</td>}
      <td className="number">
        <Figure of={price} place={PLACE} />
      </td>
      <td className="number">
        <Figure of={cost} place={PLACE} />
      </td>
      <td className="bar">
        <svg viewBox={`0 0 ${BAR_WIDTH} ${BAR_HEIGHT}`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
          <rect className={isLoss ? "negative" : "positive"} x={x} width={width} y="1" height="8" />
          <rect className="zero" x={zero} width="4" height={BAR_HEIGHT} />
        </svg>
        {isLoss && <span className="loss">loses</span>}
      </td>
      <td className="number">
        <Figure of={margin} place={PLACE} />
      </td>
      <td className={`number ${isLoss ? "loss" : ""}`}>{ratio}</td>
    </tr>
  );
}
