import { memo } from "react";
import type { ResultView } from "../view/result-view.ts";
import type { TotalsRow, TotalsView } from "../view/totals-view.ts";
import { Figure } from "./Figure.tsx";
import { OpenedFigure } from "./OpenedFigure.tsx";
import { TableScroll } from "./TableScroll.tsx";

const PLACE = "totals";

/** Every total of every model, and its difference to the baseline where the planner compares it. */
export const Totals = memo(function Totals({ view: { totals } }: { view: ResultView }) {
  return (
    <section aria-labelledby="totals" className="card">
      <h2 id="totals">All totals</h2>
      <p className="caption">
        Monitoring, logging and backup of tenants, by one rule for every model: {totals.services}.
      </p>
      <TableScroll label="All totals by model">
        <table className="totals">
          <caption className="visually-hidden">Cost, margin and size of the fleet by model</caption>
          <Head totals={totals} />
          {totals.groups.map(({ title, rows }) => (
            <tbody key={title}>
              <tr className="group">
                <th scope="rowgroup" colSpan={1 + totals.models.length + totals.compared.length}>
                  {title}
                </th>
              </tr>
              {rows.map((row) => (
                <Row key={row.id} row={row} />
              ))}
            </tbody>
          ))}
        </table>
      </TableScroll>
      <OpenedFigure place={PLACE} />
    </section>
  );
});

function Head({ totals: { models, baselineTitle, compared } }: { totals: TotalsView }) {
  return (
    <thead>
      <tr>
        <td rowSpan={2} />
        {models.map(({ modelId, title }) => (
          <th key={modelId} scope="col" rowSpan={2} className="number model-title" data-model={modelId}>
            {title}
          </th>
        ))}
        <th scope="colgroup" colSpan={compared.length} className="number">
          Difference to {baselineTitle}
        </th>
      </tr>
      <tr>
        {compared.map(({ modelId, title }) => (
          <th key={modelId} scope="col" className="number">
            {title}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Row({ row: { title, rank, cells, differences } }: { row: TotalsRow }) {
  return (
    <tr className={rank}>
      <th scope="row">{title}</th>
      {cells.map((cell) => (
        <td key={cell.opens?.modelId} className="number">
          <Figure of={cell} place={PLACE} />
        </td>
      ))}
      {differences.map((difference, index) => (
        <td key={index} className="number difference">
          {difference}
        </td>
      ))}
    </tr>
  );
}
