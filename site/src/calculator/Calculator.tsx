import { useStore } from "@nanostores/react";
import { memo, useEffect, useState } from "react";
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
import { useAnswer } from "./charts/useAnswer.ts";
import { ErrorBoundary } from "./ErrorBoundary.tsx";
import { Inputs } from "./Inputs.tsx";
import { ModelBar } from "./ModelBar.tsx";
import { News } from "./News.tsx";
import { Panels } from "./Panels.tsx";
import { Details, Result } from "./Result.tsx";
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

/** The page comes to life first; then many sizes of the fleet are planned, and again after each rest from typing. */
const FIRST_REST_MS = 1500;
const REST_MS = 600;

/** What follows, beside what is entered where there is room; below both its reasons. In the order in which it is read. */
const Sheet = memo(function Sheet({ view }: { view: ResultView }) {
  const [isAtRest, setAtRest] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setAtRest(true), FIRST_REST_MS);
    return () => clearTimeout(timer);
  }, []);
  const sizes = useAnswer("sizes", view, isAtRest, REST_MS);
  const isCurrent = useStore($isCurrent);
  const isStale = useStore($staleBecause) !== null;
  const breakEven = sizes.isNewest ? (sizes.answer?.breakEven ?? "") : "";
  return (
    <>
      {view.tenantCount > 0 && <ModelBar view={view} />}
      <div className="columns">
        <div className={isStale ? "result stale" : "result"} aria-busy={!isCurrent}>
          <Result view={view} breakEven={breakEven} />
        </div>
        <div className="inputs">
          <Inputs />
        </div>
      </div>
      <div className={isStale ? "reasons stale" : "reasons"}>
        <Details view={view} sizes={sizes} />
      </div>
    </>
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

/** With which state of the facts the figures were made: seen without a connection too. */
function DataRelease({ view: { release, asOf } }: { view: ResultView }) {
  return (
    <p className="caption data-release">
      Figures of {release} as of {asOf}, by data {beginning().dataRelease}. What you enter stays in this browser; the
      page works without a connection once it is loaded.
    </p>
  );
}
