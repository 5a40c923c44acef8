import { memo } from "react";
import type { ResultView } from "../view/result-view.ts";
import { Basis } from "./Basis.tsx";
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
      <Verdict view={view} />
      <Basis view={view} />
      <Models view={view} />
      <Margins view={view} />
      <Totals view={view} />
      <Pools view={view} />
      <Limits view={view} />
    </>
  );
});
