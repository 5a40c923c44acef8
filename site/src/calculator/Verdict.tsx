import { Fragment } from "react";
import type { ResultView } from "../view/result-view.ts";
import type { Sentence as SentenceParts } from "../view/sentences.ts";
import { Sentence } from "./Figure.tsx";
import { OpenedFigure } from "./OpenedFigure.tsx";

const PLACE = "verdict";

/** Which model, by how much, and why: the planner's own sentences. */
export function Verdict({ view: { verdict }, breakEven }: { view: ResultView; breakEven: string }) {
  return (
    <section className="verdict" aria-label="Verdict">
      <h1>
        <Sentence parts={verdict.headline} place={PLACE} />
      </h1>
      {verdict.infeasible.map((statement) => (
        <p key={statement} className="prose loss">
          {statement}
        </p>
      ))}
      <Paragraph sentences={verdict.because} />
      {breakEven !== "" && <p className="prose">{breakEven}</p>}
      <Paragraph sentences={verdict.butThen} />
      <p className="jump small">
        <a href="#tenants">Change tenants and assumptions</a>
      </p>
      <OpenedFigure place={PLACE} />
    </section>
  );
}

function Paragraph({ sentences }: { sentences: readonly SentenceParts[] }) {
  if (sentences.length === 0) return null;
  return (
    <p className="prose">
      {sentences.map((parts) => (
        <Fragment key={parts.map(({ text }) => text).join("")}>
          <Sentence parts={parts} place={PLACE} strong />{" "}
        </Fragment>
      ))}
    </p>
  );
}
