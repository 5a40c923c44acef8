import { BAR_WIDTH } from "../view/bars.ts";
import type { LedgerView } from "../view/sentences.ts";
import { Figure } from "./Figure.tsx";
import { TableScroll } from "./TableScroll.tsx";

const BAR_HEIGHT = 10;

/** What makes the difference, line by line: how much of it, and the two quantities that it comes from. */
export function Ledger({ ledger: { winnerTitle, otherTitle, rows }, place }: { ledger: LedgerView; place: string }) {
  return (
    <TableScroll label="What makes the difference">
      <table className="ledger">
        <caption className="visually-hidden">What makes the difference, a month</caption>
        <thead>
          <tr>
            <td />
            <th scope="col" className="number">
              {winnerTitle}
            </th>
            <th scope="col" className="number">
              {otherTitle}
            </th>
            <th scope="col" className="number">
              Costs less by
            </th>
            <td />
          </tr>
        </thead>
        <tbody>
          {rows.map(({ title, winner, other, difference, isGain, width }) => (
            <tr key={title}>
              <th scope="row">{title}</th>
              <td className="number">
                <Figure of={winner} place={place} />
              </td>
              <td className="number">
                <Figure of={other} place={place} />
              </td>
              <td className={isGain ? "number" : "number loss"}>{difference}</td>
              <td className="bar">
                <svg
                  viewBox={`0 0 ${BAR_WIDTH} ${BAR_HEIGHT}`}
                  preserveAspectRatio="none"
                  aria-hidden="true"
                  focusable="false"
                >
                  <rect className={isGain ? "gain" : "negative"} width={width} height={BAR_HEIGHT} />
                </svg>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
