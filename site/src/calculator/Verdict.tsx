import { Fragment } from "react";
import type { ResultView } from "../view/result-view.ts";
import type { Sentence as SentenceParts } from "../view/sentences.ts";
import { Sentence } from "./Figure.tsx";
import { GivesUp } from "./GivesUp.tsx";
import { Ledger } from "./Ledger.tsx";
import { OpenedFigure } from "./OpenedFigure.tsx";

const PLACE = "verdict";

/** Which model, by how much, what makes the difference, what would turn it round, and what is given up for it. */
export function Verdict({ view, breakEven }: { view: ResultView; breakEven: string }) {
  const { headline, infeasible, ledger, turns, because, butThen, isStarterAside } = view.verdict;
  return (
    <section className="verdict" aria-label="Verdict">
      <h1>
        <Sentence parts={headline} place={PLACE} />
      </h1>
      {infeasible.map((statement) => (
        <p key={statement} className="prose loss">
          {statement}
        </p>
      ))}
      {ledger !== null && <Ledger ledger={ledger} place={PLACE} />}
      <OpenedFigure place={PLACE} />
      {turns.length > 0 && (
        <>
          <h2 className="turns">The winner changes if</h2>
          <ul className="turns prose">
            {turns.map((parts) => (
              <li key={textOf(parts)}>
                <Sentence parts={parts} place={PLACE} strong />
              </li>
            ))}
            <li className="by-size">{breakEven || "By number of tenants: working it out…"}</li>
          </ul>
        </>
      )}
      <Paragraph sentences={because} />
      <Paragraph sentences={butThen} />
      {isStarterAside && <GivesUp features={view.starterGivesUp} />}
      <p className="jump small">
        <a href="#tenants">Change tenants and assumptions</a>
      </p>
    </section>
  );
}

function textOf(parts: SentenceParts): string {
  return parts.map(({ text }) => text).join("");
}

function Paragraph({ sentences }: { sentences: readonly SentenceParts[] }) {
  if (sentences.length === 0) return null;
  return (
    <p className="prose">
      {sentences.map((parts) => (
        <Fragment key={textOf(parts)}>
          <Sentence parts={parts} place={PLACE} strong />{" "}
        </Fragment>
      ))}
    </p>
  );
}
