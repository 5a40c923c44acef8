import { memo } from "react";
import { BAR_WIDTH, PART_WORDS } from "../view/bars.ts";
import type { CardView } from "../view/card-view.ts";
import type { ResultView } from "../view/result-view.ts";
import { Figure } from "./Figure.tsx";
import { OpenedFigure } from "./OpenedFigure.tsx";

const PLACE = "models";
const BAR_HEIGHT = 10;
const GAP = 4;

/** The three models side by side: same order, same scale, always. */
export const Models = memo(function Models({ view }: { view: ResultView }) {
  return (
    <section aria-labelledby="models">
      <h2 id="models" className="visually-hidden">
        The models side by side
      </h2>
      <div className="cards">
        {view.cards.map((card) => (
          <Card key={card.modelId} card={card} />
        ))}
      </div>
      <p className="legend caption">
        <span className="swatch workload" /> {PART_WORDS.workload} <span className="swatch overhead" />{" "}
        {PART_WORDS.overhead} <span className="swatch idle" /> {PART_WORDS.idle}
      </p>
      <OpenedFigure place={PLACE} />
    </section>
  );
});

function Card({ card }: { card: CardView }) {
  const { modelId, title, isWinner, isFeasible, cost, bar, barText, rows, note } = card;
  return (
    <article className="card model" data-model={modelId} aria-label={title}>
      <h3 title={card.summary}>{title}</h3>
      <p className="cost">
        <data value={card.exactCost}>
          <Figure of={cost} place={PLACE} />
        </data>
      </p>
      <p className="caption">
        a month, all in{isWinner && <strong> · costs least</strong>}
        {!isFeasible && <strong className="loss"> · does not run</strong>}
      </p>
      <svg
        viewBox={`0 0 ${BAR_WIDTH} ${BAR_HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`A month: ${barText}`}
      >
        <rect className="scale" width={BAR_WIDTH} height={BAR_HEIGHT} />
        {bar.map(({ kind, x, width }) => (
          <rect key={kind} className={kind} x={x} width={Math.max(width - GAP, 0)} height={BAR_HEIGHT} />
        ))}
      </svg>
      <dl>
        {rows.map((row) => (
          <div key={row.title}>
            <dt>{row.title}</dt>
            <dd>
              {row.values.map((value, index) => (
                <span key={index}>
                  {index > 0 && " · "}
                  <Figure of={value} place={PLACE} />
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      {note !== "" && <p className="small note">{note}</p>}
    </article>
  );
}
