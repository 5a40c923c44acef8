import { useStore } from "@nanostores/react";
import { memo, useEffect } from "react";
import { arrive } from "../state/arrival.ts";
import { keepForOffline } from "../state/offline.ts";
import {
  $isCurrent,
  $outcome,
  $staleBecause,
  type Beginning,
  begin,
  beginning,
  redo,
  undo,
  warm,
} from "../state/store.ts";
import type { ResultView } from "../view/result-view.ts";
import { ErrorBoundary } from "./ErrorBoundary.tsx";
import { Inputs } from "./Inputs.tsx";
import { News } from "./News.tsx";
import { Panels } from "./Panels.tsx";
import { Result } from "./Result.tsx";
import { takeDroppedFiles } from "./tenants/drop-files.ts";

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
    document.addEventListener("keydown", onUndoKeys);
    const stopTaking = takeDroppedFiles();
    // For whoever drives the page: from here on it reacts.
    document.documentElement.dataset["calculator"] = "ready";
    return () => {
      document.removeEventListener("keydown", onUndoKeys);
      stopTaking();
    };
  }, []);
  if (outcome === null) return null;
  return (
    <div className="calculator">
      <News />
      <Panels />
      <Sheet view={outcome.view} />
      <DataRelease view={outcome.view} />
    </div>
  );
}

/** Two columns where there is room; what is typed redraws only what it changes. */
const Sheet = memo(function Sheet({ view }: { view: ResultView }) {
  return (
    <div className="columns">
      <ResultColumn view={view} />
      <div className="inputs">
        <Inputs />
      </div>
    </div>
  );
});

/** Undo wherever the focus is, but where somebody is typing a text: there it is the field's own. */
function onUndoKeys(event: KeyboardEvent): void {
  const { key, shiftKey, ctrlKey, metaKey, target } = event;
  const isText = target instanceof HTMLElement && target.matches("input:not([type=radio], [type=checkbox]), textarea");
  if (isText || event.defaultPrevented || !(ctrlKey || metaKey) || !/^[zy]$/i.test(key)) return;
  event.preventDefault();
  if (shiftKey || /y/i.test(key)) redo();
  else undo();
}

function ResultColumn({ view }: { view: ResultView }) {
  const isCurrent = useStore($isCurrent);
  const isStale = useStore($staleBecause) !== null;
  return (
    <div className={isStale ? "result stale" : "result"} aria-busy={!isCurrent}>
      <Result view={view} />
    </div>
  );
}

/** With which state of the facts the figures were made: seen without a connection too. */
function DataRelease({ view: { release, asOf } }: { view: ResultView }) {
  return (
    <p className="caption data-release">
      Figures of {release} as of {asOf}, by data {beginning().dataRelease}. What you enter stays in this browser; the
      page works without a connection once it is loaded.
    </p>
  );
}
