import { lazy, memo, Suspense, useState } from "react";
import type { ResultView } from "../../view/result-view.ts";

const Calendars = lazy(() => import("./Calendars.tsx"));

/** When upgrades come, and who waits for whom. Loaded and asked for when it is opened. */
export const Upgrades = memo(function Upgrades({ view }: { view: ResultView }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <section className="card" aria-labelledby="upgrades">
      <details onToggle={({ target, currentTarget }) => target === currentTarget && setOpen(currentTarget.open)}>
        <summary>
          <h2 id="upgrades">Upgrades</h2>{" "}
          <span className="caption">when they come, who waits for whom, what they take</span>
        </summary>
        {isOpen && (
          <Suspense fallback={<p className="caption">Opening…</p>}>
            <Calendars view={view} />
          </Suspense>
        )}
      </details>
    </section>
  );
});
