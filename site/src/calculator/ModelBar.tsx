import { useStore } from "@nanostores/react";
import { memo, useId } from "react";
import { $wantedModel, shownModel } from "../state/shown-model.ts";
import type { ResultView } from "../view/result-view.ts";

/** What each model costs, always in sight, and whose details are shown below. */
export const ModelBar = memo(function ModelBar({ view }: { view: ResultView }) {
  const wanted = useStore($wantedModel);
  const name = useId();
  const shown = shownModel(view, wanted);
  return (
    <fieldset className="model-bar">
      <legend className="visually-hidden">Details of</legend>
      {view.cards.map(({ modelId, title, cost, isWinner, isFeasible }) => (
        <label key={modelId} data-model={modelId}>
          <input
            type="radio"
            name={name}
            value={modelId}
            checked={modelId === shown}
            onChange={() => $wantedModel.set(modelId)}
          />
          <span className="name">{title}</span> <strong>{cost.text}</strong>
          {isWinner && <span className="word"> costs least</span>}
          {!isFeasible && <span className="word loss"> does not run</span>}
        </label>
      ))}
    </fieldset>
  );
});
