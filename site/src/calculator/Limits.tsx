import { memo } from "react";
import type { ResultView } from "../view/result-view.ts";

/** What a model cannot give. */
export const Limits = memo(function Limits({ view: { shortfalls } }: { view: ResultView }) {
  return (
    <div className="limits">
      <section aria-labelledby="shortfalls" className="card">
        <h2 id="shortfalls">Shortfalls</h2>
        <dl>
          {shortfalls.map(({ modelId, title, lines }) => (
            <div key={modelId} data-model={modelId}>
              <dt className="model-title">{title}</dt>
              {lines.length === 0 && <dd className="note">None.</dd>}
              {lines.map(({ word, isInfeasible, statement }) => (
                <dd key={statement}>
                  <span className={isInfeasible ? "loss" : ""}>{word}:</span> {statement}
                </dd>
              ))}
            </div>
          ))}
        </dl>
      </section>
    </div>
  );
});
