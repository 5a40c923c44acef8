import { useStore } from "@nanostores/react";
import { memo } from "react";
import { $isCurrent, $outcome } from "../state/store.ts";
import type { ResultView } from "../view/result-view.ts";
import { Basis } from "./Basis.tsx";
import { Charts } from "./charts/Charts.tsx";
import { Limits } from "./Limits.tsx";
import { Margins } from "./Margins.tsx";
import { Models } from "./Models.tsx";
import { Pools } from "./Pools.tsx";
import { Totals } from "./Totals.tsx";
import { Verdict } from "./Verdict.tsx";

/** What follows from the inputs, from the answer to its reasons. Drawn anew only for another plan. */
export const Result = memo(function Result({ view }: { view: ResultView }) {
  return (
    <>
      <Planning />
      <Verdict view={view} />
      <Basis view={view} />
      <Models view={view} />
      <Margins view={view} />
      <Charts view={view} />
      <Totals view={view} />
      <Pools view={view} />
      <Limits view={view} />
    </>
  );
});

/** Said where planning takes longer than a blink, so that nobody reads figures of before as those of now. */
function Planning() {
  const isCurrent = useStore($isCurrent);
  const hasProblems = useStore($outcome)?.problems.length !== 0;
  return (
    <p role="status" className="planning caption">
      {!isCurrent && !hasProblems && "Planning: the figures below are those of before."}
    </p>
  );
}
