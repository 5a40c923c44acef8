import { useStore } from "@nanostores/react";
import { memo, useEffect } from "react";
import { arrive } from "../state/arrival.ts";
import { $outcome, type Beginning, begin, warm } from "../state/store.ts";
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
  }, []);
  if (outcome === null) return null;
  return (
    <>
      <News />
      <Scenarios />
      <Sheet view={outcome.view} />
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
