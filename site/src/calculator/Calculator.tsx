import { useStore } from "@nanostores/react";
import { memo, useEffect } from "react";
import { arrive } from "../state/arrival.ts";
import { keepForOffline } from "../state/offline.ts";
import { $outcome, type Beginning, begin, beginning, warm } from "../state/store.ts";
import type { ResultView } from "../view/result-view.ts";
import { ErrorBoundary } from "./ErrorBoundary.tsx";
import { Inputs } from "./Inputs.tsx";
import { News } from "./News.tsx";
import { Result } from "./Result.tsx";
import { Scenarios } from "./scenarios/Scenarios.tsx";

/** The calculator: inputs, and what follows from them. */
export default function Calculator(beginning: Beginning) {
  begin(beginning);
  return (
    <ErrorBoundary>
      <Columns />
    </ErrorBoundary>
  );
}

function Columns() {
  const outcome = useStore($outcome);
  useEffect(() => {
    // The planner loads while nobody waits for it.
    if ("requestIdleCallback" in window) requestIdleCallback(warm);
    else setTimeout(warm);
    void arrive();
    void keepForOffline();
  }, []);
  if (outcome === null) return null;
  return (
    <>
      <News />
      <Scenarios />
      <Sheet view={outcome.view} />
      <DataRelease view={outcome.view} />
    </>
  );
}

/** Two columns where there is room; what is typed redraws only what it changes. */
const Sheet = memo(function Sheet({ view }: { view: ResultView }) {
  return (
    <div className="columns">
      <div className="result">
        <Result view={view} />
      </div>
      <div className="inputs">
        <Inputs />
      </div>
    </div>
  );
});

/** With which state of the facts the figures were made: seen without a connection too. */
function DataRelease({ view: { release, asOf } }: { view: ResultView }) {
  return (
    <p className="caption data-release">
      Figures of {release} as of {asOf}, by data {beginning().dataRelease}. What you enter stays in this browser; the
      page works without a connection once it is loaded.
    </p>
  );
}
