import { lazy, memo, Suspense, useState } from "react";
import type { Weights } from "../../view/decision/decision-view.ts";
import type { ResultView } from "../../view/result-view.ts";

const Report = lazy(() => import("./DecisionReport.tsx"));

/** The models by the visitor's own weights. Loaded and asked for when it is opened; weights outlast its being closed. */
export const Decision = memo(function Decision({ view }: { view: ResultView }) {
  const [isOpen, setOpen] = useState(false);
  const [weights, setWeights] = useState<Weights>({});
  return (
    <section className="card" aria-labelledby="decision">
      <details onToggle={({ target, currentTarget }) => target === currentTarget && setOpen(currentTarget.open)}>
        <summary>
          <h2 id="decision">Decision</h2>{" "}
          <span className="caption">what matters to you, and how far that can move before another model is first</span>
        </summary>
        {isOpen && (
          <Suspense fallback={<p className="caption">Opening…</p>}>
            <Report view={view} weights={weights} setWeights={setWeights} />
          </Suspense>
        )}
      </details>
    </section>
  );
});
