import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import type { ChartView } from "../../view/charts/chart-view.ts";
import { Figure } from "../Figure.tsx";
import { OpenedFigure } from "../OpenedFigure.tsx";
import { TableScroll } from "../TableScroll.tsx";
import type { Drawn } from "./draw.ts";
import type { Answering } from "./useAnswer.ts";

interface Props {
  /** Names the section that figures open below. */
  readonly place: string;
  /** null while it is being worked out. */
  readonly chart: ChartView | null;
  readonly locale: string;
  /** Its heading while there is no chart. */
  readonly title: string;
  /** What the chart is of: what is being done for it, and whether it is about the plan that is shown. */
  readonly answered: Answering;
  /** What is shown of several, above the chart. */
  readonly children?: ReactNode;
}

/** A chart: its title with the unit, the picture, one sentence, and the same as a table. */
export function ChartCard({ place, chart, locale, title: wanted, answered, children }: Props) {
  const [isTable, setTable] = useState(false);
  const title = useId();
  return (
    <section className="card chart" aria-labelledby={title} aria-busy={!answered.isNewest}>
      <h2 id={title}>
        {chart?.title ?? wanted} <span className="caption">{chart?.unit ?? answered.waiting}</span>
      </h2>
      {children}
      {chart !== null && (
        <>
          {isTable ? <TableTwin chart={chart} place={place} /> : <Picture chart={chart} locale={locale} />}
          <p className="small note">
            {chart.summary}{" "}
            <button type="button" className="link" aria-pressed={isTable} onClick={() => setTable(!isTable)}>
              {isTable ? "Show as chart" : "Show as table"}
            </button>
          </p>
        </>
      )}
      <OpenedFigure place={place} />
    </section>
  );
}

/** Of lying bars, so that each has room for its name. */
const BAR_ROOM_PX = 28;
const AXIS_ROOM_PX = 36;
const LINES_HEIGHT_PX = 240;

function Picture({ chart, locale }: { chart: ChartView; locale: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const drawn = useRef<Drawn | null>(null);
  const newest = useRef(chart);
  newest.current = chart;
  const height = chart.shape === "lines" ? LINES_HEIGHT_PX : chart.categories.length * BAR_ROOM_PX + AXIS_ROOM_PX;

  useEffect(() => {
    let isGone = false;
    void import("./draw.ts").then(({ draw }) => {
      if (!isGone && canvas.current !== null) drawn.current = draw(canvas.current, newest.current, locale);
    });
    return () => {
      isGone = true;
      drawn.current?.destroy();
      drawn.current = null;
    };
  }, [locale]);

  useEffect(() => drawn.current?.update(chart), [chart]);

  return (
    <div className="picture" style={{ height }}>
      <canvas ref={canvas} role="img" aria-label={`${chart.title}, ${chart.unit}. ${chart.summary}`} />
    </div>
  );
}

function TableTwin({ chart: { title, table }, place }: { chart: ChartView; place: string }) {
  const [head, ...columns] = table.columns;
  return (
    <TableScroll label={title}>
      <table>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            {columns.map((column) => (
              <th key={column} scope="col" className="number">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.head}>
              <th scope="row">{row.head}</th>
              {row.cells.map((cell, index) => (
                <td key={columns[index]} className="number">
                  <Figure of={cell} place={place} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
