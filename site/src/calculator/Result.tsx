import { useStore } from "@nanostores/react";
import { memo } from "react";
import { $isLate } from "../state/late.ts";
import { $isStopped, $staleBecause, planAgain, stopPlanning } from "../state/store.ts";
import type { ResultView } from "../view/result-view.ts";
import { Basis } from "./Basis.tsx";
import { Charts } from "./charts/Charts.tsx";
import type { Answered } from "./charts/useAnswer.ts";
import { Decision } from "./decision/Decision.tsx";
import { Wishes } from "./decision/Wishes.tsx";
import { Hosts } from "./Hosts.tsx";
import { Limits } from "./Limits.tsx";
import { Margins } from "./Margins.tsx";
import { Models } from "./Models.tsx";
import { Pools } from "./Pools.tsx";
import { StartCard } from "./Start.tsx";
import { Totals } from "./Totals.tsx";
import { Upgrades } from "./upgrades/Upgrades.tsx";
import { Verdict } from "./Verdict.tsx";

/** The answer: what costs least and why, and the models beside each other. Drawn again only for another plan. */
export const Result = memo(function Result({ view, breakEven }: { view: ResultView; breakEven: string }) {
  // Cards of nothing would only be in the way.
  const isEmpty = view.tenantCount === 0;
  return (
    <>
      <Planning />
      <Verdict view={view} breakEven={breakEven} />
      {isEmpty ? (
        <StartCard />
      ) : (
        <>
          <Models view={view} />
          <Basis view={view} />
        </>
      )}
    </>
  );
});

/** Its reasons, in full width: where the cost goes, how it grows, what moves it. */
export const Details = memo(function Details({ view, sizes }: { view: ResultView; sizes: Answered<"sizes"> }) {
  if (view.tenantCount === 0) return null;
  return (
    <>
      <Wishes view={view} />
      <Charts view={view} sizes={sizes} first={<Margins view={view} />} />
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
