import type { ResultView } from "../view/result-view.ts";
import { Sentence } from "./Figure.tsx";
import { OpenedFigure } from "./OpenedFigure.tsx";

const PLACE = "verdict";

/** Which model, by how much, and why: the planner's own sentences. */
export function Verdict({ view: { verdict } }: { view: ResultView }) {
  return (
    <section className="verdict" aria-label="Verdict">
      <h1>
        <Sentence parts={verdict.headline} place={PLACE} />
      </h1>
      {verdict.reasons.length > 0 && (
        <ul className="prose">
          {verdict.reasons.map((reason) => (
            <li key={reason.map(({ text }) => text).join("")}>
              <Sentence parts={reason} place={PLACE} strong />
            </li>
          ))}
        </ul>
      )}
      <OpenedFigure place={PLACE} />
    </section>
  );
}
