import { useState } from "react";
import type { ResultView } from "../../view/result-view.ts";
import type { CalendarView, SumsRow, UpgradesView } from "../../view/upgrades/upgrades-view.ts";
import { useAnswer } from "../charts/useAnswer.ts";
import { InParts } from "../InParts.tsx";
import { Switch } from "../Switch.tsx";
import { TableScroll } from "../TableScroll.tsx";
import { StepTable, TenantTable } from "./CalendarTables.tsx";
import { ProblemsOfUpgrades } from "./ProblemsOfUpgrades.tsx";
import { Timeline } from "./Timeline.tsx";

/** The calendar of one model at a time, and what upgrades take by all of them. */
export default function Calendars({ view }: { view: ResultView }) {
  const { answer, waiting, isNewest } = useAnswer("upgrades", view, true);
  const [chosen, choose] = useState(view.verdict.winnerId ?? "");
  if (answer === null) return <p className="caption">{waiting}</p>;
  const shown = answer.models.find(({ modelId }) => modelId === chosen) ?? answer.models[0];
  if (shown === undefined) return null;
  return (
    <div className="upgrades" aria-busy={!isNewest}>
      <ProblemsOfUpgrades of={answer.problems} />
      <Switch
        label="Model"
        options={answer.models.map(({ modelId, title }) => ({ id: modelId, title }))}
        chosen={shown.modelId}
        choose={choose}
      />
      {shown.calendar !== null && <Calendar title={shown.title} calendar={shown.calendar} />}
      {answer.work.length > 0 && <WorkTable answer={answer} />}
    </div>
  );
}

function Calendar({ title, calendar }: { title: string; calendar: CalendarView }) {
  const { summary, findings, timeline, steps, tenants, waits, flights } = calendar;
  return (
    <>
      <p className="prose">{summary}</p>
      <Timeline timeline={timeline} summary={summary} />
      {waits.length > 0 && (
        <>
          <h3 className="small">Who waits for whom</h3>
          <p className="caption">Days of all upgrades added: a day on which two are waited for counts twice.</p>
          <ul className="small notes waits">
            {waits.map((wait) => (
              <li key={wait}>{wait}</li>
            ))}
          </ul>
        </>
      )}
      <StepTable title={title} rows={steps} />
      <TenantTable title={title} rows={tenants} />
      <InParts
        caption={`Versions that run at once, ${title}`}
        rows={flights}
        head={
          <tr>
            <th scope="col">From</th>
            <th scope="col">To</th>
            <th scope="col">Versions</th>
          </tr>
        }
        draw={({ from, to, versions }) => (
          <tr key={from}>
            <th scope="row">{from}</th>
            <td>{to}</td>
            <td>{versions}</td>
          </tr>
        )}
      />
      {findings.length > 0 && (
        <>
          <h3 className="small">What this calendar rests on</h3>
          <ul className="small prose notes findings">
            {findings.map((finding) => (
              <li key={finding}>{finding}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function WorkTable({ answer: { models, work } }: { answer: UpgradesView }) {
  const caption = "What upgrades take by each model, and how many tenants one failure touches at the most";
  const titles = new Map(models.map(({ modelId, title }) => [modelId, title]));
  return (
    <TableScroll label={caption}>
      <table className="totals">
        <caption className="caption">{caption}</caption>
        <thead>
          <tr>
            <td />
            {work[0]?.cells.map(({ modelId }) => (
              <th key={modelId} scope="col" className="number model-title" data-model={modelId}>
                {titles.get(modelId)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {work.map((row) => (
            <WorkRow key={row.title} row={row} />
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

function WorkRow({ row: { title, isSum, cells } }: { row: SumsRow }) {
  return (
    <tr className={isSum ? "total" : undefined}>
      <th scope="row">{title}</th>
      {cells.map(({ modelId, text }) => (
        <td key={modelId} className="number">
          {text}
        </td>
      ))}
    </tr>
  );
}
