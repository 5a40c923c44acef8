import { memo, useState } from "react";
import { BAR_WIDTH } from "../view/bars.ts";
import type { MarginRow, MarginsView } from "../view/margin-view.ts";
import type { ResultView } from "../view/result-view.ts";
import { Figure, Sentence } from "./Figure.tsx";
import { OpenedFigure } from "./OpenedFigure.tsx";
import { Switch } from "./Switch.tsx";
import { TableScroll } from "./TableScroll.tsx";

const PLACE = "margins";
/** So many rows are read at a glance; more on request. */
const FIRST_ROWS = 12;
const BAR_HEIGHT = 10;

/** What each tenant leaves, the best first; who loses money, why, and what would mend it. */
export const Margins = memo(function Margins({ view }: { view: ResultView }) {
  const [chosen, choose] = useState(view.verdict.winnerId);
  const shown = view.margins.find(({ modelId }) => modelId === chosen) ?? view.margins[0];
  return (
    <section className="card" aria-labelledby="margins" data-model={shown?.modelId}>
      <h2 id="margins">Margin by tenant</h2>
      <Switch
        label="Model"
        options={view.margins.map(({ modelId, title }) => ({ id: modelId, title }))}
        chosen={shown?.modelId ?? ""}
        choose={choose}
      />
      {shown !== undefined && <MarginTable key={shown.modelId} margins={shown} />}
      <OpenedFigure place={PLACE} />
    </section>
  );
});

function MarginTable({ margins }: { margins: MarginsView }) {
  const [isWhole, setWhole] = useState(false);
  const { rows, losses, title, summary, zero } = margins;
  // Both ends are what people ask about: the best, and whoever loses money.
  const middle = rows.length - FIRST_ROWS;
  const shown = isWhole || middle <= 0 ? rows : [...rows.slice(0, FIRST_ROWS / 2), ...rows.slice(-FIRST_ROWS / 2)];
  return (
    <>
      <TableScroll label={`Margin by tenant, ${title}`}>
        <table className="margins">
          <caption className="caption">{summary}</caption>
          <thead>
            <tr>
              <th scope="col">Tenant</th>
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
              <Row key={row.tenantId} row={row} zero={zero} />
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

function Row({ row, zero }: { row: MarginRow; zero: number }) {
  const { name, price, cost, margin, ratio, isLoss, x, width } = row;
  return (
    <tr>
      <th scope="row" className="tenant">
        {name}
      </th>
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
