import type { EffectRow, EffectsView } from "../../view/charts/effects-view.ts";
import type { ResultView } from "../../view/result-view.ts";
import { TableScroll } from "../TableScroll.tsx";
import { useAnswer } from "./useAnswer.ts";

interface Props {
  readonly view: ResultView;
  readonly isWanted: boolean;
  readonly restMs: number;
}

/** Every assumption with what its other readings would do, the largest effect first. */
export function Effects({ view, isWanted, restMs }: Props) {
  const { answer, waiting, isNewest } = useAnswer("effects", view, isWanted, restMs);
  return (
    <section className="card chart" aria-labelledby="effects" aria-busy={!isNewest}>
      <h2 id="effects">
        What the assumptions do <span className="caption">{answer === null ? waiting : titleOf(answer)}</span>
      </h2>
      {answer !== null && (
        <>
          <TableScroll label="What the assumptions do">
            <table>
              <thead>
                <tr>
                  <th scope="col">Assumption</th>
                  <th scope="col">If it were</th>
                  <th scope="col" className="number">
                    A month
                  </th>
                  {answer.gapTitle !== "" && (
                    <th scope="col" className="number">
                      Gap
                    </th>
                  )}
                </tr>
              </thead>
              <tbody>
                {answer.rows.map((row) => (
                  <Row key={`${row.id} ${row.other}`} row={row} hasGap={answer.gapTitle !== ""} />
                ))}
              </tbody>
            </table>
          </TableScroll>
          {answer.without.length > 0 && (
            <details className="small">
              <summary>{answer.without.length} assumptions change nothing here</summary>
              <p className="note">{answer.without.join("; ")}.</p>
            </details>
          )}
          {answer.untried.length > 0 && (
            <p className="small note">Not tried, as more would have to be entered: {answer.untried.join("; ")}.</p>
          )}
        </>
      )}
    </section>
  );
}

/** What the amounts are of: heads of columns stay short, on a phone too. */
function titleOf({ title, gapTitle }: EffectsView): string {
  return gapTitle === "" ? title : `${title}, and on the gap between ${gapTitle}`;
}

function Row({ row, hasGap }: { row: EffectRow; hasGap: boolean }) {
  const { title, value, other, effect, isLoss, verdict, gap } = row;
  return (
    <tr>
      <th scope="row">
        {title} <span className="caption">{value}</span>
      </th>
      <td>
        {other}
        {verdict !== null && <strong> · {verdict}</strong>}
      </td>
      <td className={`number ${isLoss ? "loss" : "gain"}`}>{effect}</td>
      {hasGap && <td className="number">{gap}</td>}
    </tr>
  );
}
