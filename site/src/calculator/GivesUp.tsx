import type { ResultView } from "../view/result-view.ts";

/** What Starter lacks of Ultimate by the vendor's feature matrix, and to whom each is worth something. */
export function GivesUp({ features }: { features: ResultView["starterGivesUp"] }) {
  return (
    <details className="gives-up small">
      <summary>What Starter gives up: {features.length} features of Ultimate</summary>
      <ul>
        {features.map(({ title, worthTo }) => (
          <li key={title}>
            <strong>{title}</strong>
            {worthTo !== null && <span className="note">: worth it to {worthTo}.</span>}
          </li>
        ))}
      </ul>
      <p className="note">
        The features are the vendor's list; to whom each is worth something is a judgement of this planner.
      </p>
    </details>
  );
}
