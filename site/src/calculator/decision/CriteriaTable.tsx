import { useId } from "react";
import type { CriterionRow, DecisionAnswer, DecisionView, Weights } from "../../view/decision/decision-view.ts";
import { TableScroll } from "../TableScroll.tsx";
import { useTyping } from "../use-typing.ts";

interface Props {
  readonly view: DecisionView;
  readonly weights: Weights;
  readonly setWeights: (weights: Weights) => void;
  readonly problems: DecisionAnswer["weightProblems"];
}

const CAPTION = "What is measured, by model: the value, and its score from 0 to 100";

/** Every criterion with its weight, and what it is for each model. */
export function CriteriaTable({ view: { models, criteria, totals }, weights, setWeights, problems }: Props) {
  const hasWeights = Object.values(weights).some((text) => text !== "");
  return (
    <>
      <p className="caption caption-above" aria-hidden="true">
        {CAPTION}
      </p>
      <TableScroll label={CAPTION}>
        <table className="totals criteria">
          <caption className="visually-hidden">{CAPTION}</caption>
          <thead>
            <tr>
              <th scope="col">Criterion</th>
              <th scope="col">Weight</th>
              {models.map(({ modelId, title }) => (
                <th key={modelId} scope="col" className="number model-title" data-model={modelId}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {criteria.map((row) => (
              <Row
                key={row.id}
                row={row}
                weight={weights[row.id] ?? ""}
                onType={(text) => setWeights({ ...weights, [row.id]: text })}
                expected={problems.find(({ criterionId }) => criterionId === row.id)?.expected}
              />
            ))}
            {totals !== null && (
              <>
                <Total title="Total, of 100" cells={totals.scores} />
                <Total title="Place" cells={totals.places} />
              </>
            )}
          </tbody>
        </table>
      </TableScroll>
      <p className="weight-actions">
        <button type="button" onClick={() => setWeights(Object.fromEntries(criteria.map(({ id }) => [id, "1"])))}>
          All alike
        </button>{" "}
        {hasWeights && (
          <button type="button" onClick={() => setWeights({})}>
            No weights
          </button>
        )}
      </p>
      <details className="small">
        <summary>What each criterion measures</summary>
        <ul className="prose notes">
          {criteria.map(({ id, title, measures }) => (
            <li key={id}>
              {title} (<code>{id}</code>): {measures}
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

interface RowProps {
  readonly row: CriterionRow;
  readonly weight: string;
  readonly onType: (text: string) => void;
  readonly expected: string | undefined;
}

function Row({ row: { title, cells }, weight, onType, expected }: RowProps) {
  const id = useId();
  const typing = useTyping({ shown: weight, typed: weight, onType });
  return (
    <tr>
      <th scope="row">{title}</th>
      <td className="weight">
        <input
          type="text"
          inputMode="decimal"
          autoComplete="off"
          aria-label={`Weight, ${title}`}
          aria-invalid={expected !== undefined || undefined}
          aria-describedby={expected === undefined ? undefined : id}
          {...typing}
        />
        {expected !== undefined && (
          <span id={id} className="small loss field-problem">
            Expected {expected}.
          </span>
        )}
      </td>
      {cells.map(({ value, score }, index) => (
        <td key={index} className="number">
          {value}
          <span className="caption score">score {score}</span>
        </td>
      ))}
    </tr>
  );
}

function Total({ title, cells }: { title: string; cells: readonly string[] }) {
  return (
    <tr className="total">
      <th scope="row" colSpan={2}>
        {title}
      </th>
      {cells.map((text, index) => (
        <td key={index} className="number">
          {text}
        </td>
      ))}
    </tr>
  );
}
