import { useStore } from "@nanostores/react";
import { memo, useEffect, useState } from "react";
import { $isLate } from "../state/late.ts";
import { $isStopped, $outcome, $staleBecause, planAgain, stopPlanning } from "../state/store.ts";
import type { ResultView } from "../view/result-view.ts";
import { Basis } from "./Basis.tsx";
import { Charts } from "./charts/Charts.tsx";
import { useAnswer } from "./charts/useAnswer.ts";
import { Decision } from "./decision/Decision.tsx";
import { Hosts } from "./Hosts.tsx";
import { Limits } from "./Limits.tsx";
import { Margins } from "./Margins.tsx";
import { Models } from "./Models.tsx";
import { Pools } from "./Pools.tsx";
import { StartCard } from "./Start.tsx";
import { Totals } from "./Totals.tsx";
import { Upgrades } from "./upgrades/Upgrades.tsx";
import { Verdict } from "./Verdict.tsx";

/** The page comes to life first; then many sizes of the fleet are planned, and again after each rest from typing. */
const FIRST_REST_MS = 1500;
const REST_MS = 600;

/** What follows from the inputs, from the answer to its reasons. Drawn again only for another plan. */
export const Result = memo(function Result({ view }: { view: ResultView }) {
  const [isAtRest, setAtRest] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setAtRest(true), FIRST_REST_MS);
    return () => clearTimeout(timer);
  }, []);
  const sizes = useAnswer("sizes", view, isAtRest, REST_MS);
  // Charts and tables of nothing would only be in the way.
  if ($outcome.get()?.scenario.fleet.tenants.length === 0)
    return (
      <>
        <Planning />
        <Verdict view={view} breakEven="" />
        <StartCard />
      </>
    );
  return (
    <>
      <Planning />
      <Verdict view={view} breakEven={sizes.isNewest ? (sizes.answer?.breakEven ?? "") : ""} />
      <Basis view={view} />
      <Models view={view} />
      <Margins view={view} />
      <Charts view={view} sizes={sizes} />
      <Totals view={view} />
      <Pools view={view} />
      <Hosts view={view} />
      <Upgrades view={view} />
      <Decision view={view} />
      <Limits view={view} />
    </>
  );
});

/** Said where planning takes longer than a blink, so that nobody takes old figures for new ones. */
function Planning() {
  const isLate = useStore($isLate);
  const staleBecause = useStore($staleBecause);
  const isStopped = useStore($isStopped);
  const isPlanning = isLate && staleBecause === null;
  return (
    <>
      {staleBecause !== null && (
        <p className="stale-because">
          Figures of before: {staleBecause}.{" "}
          {isStopped && (
            <button type="button" onClick={planAgain}>
              Plan
            </button>
          )}
        </p>
      )}
      <p role="status" className="planning caption">
        {isPlanning && "Planning: the figures below are those of before."}
      </p>
      {isPlanning && (
        <button type="button" onClick={stopPlanning}>
          Stop planning
        </button>
      )}
    </>
  );
}
