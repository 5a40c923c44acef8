import { useStore } from "@nanostores/react";
import { useEffect } from "react";
import { $outcome, type Beginning, begin, warm } from "../state/store.ts";
import { ErrorBoundary } from "./ErrorBoundary.tsx";
import { Inputs } from "./Inputs.tsx";
import { Result } from "./Result.tsx";

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
  }, []);
  if (outcome === null) return null;
  return (
    <div className="columns">
      <div className="result">
        <Result view={outcome.view} />
      </div>
      <div className="inputs">
        <Inputs />
      </div>
    </div>
  );
}
