import { lazy, Suspense } from "react";
import type { ResultView } from "../../view/result-view.ts";

const UpgradeFields = lazy(() => import("./UpgradeFields.tsx"));

/** What is said of upgrades, loaded when it is first opened. */
export function LateFields({ view }: { view: ResultView }) {
  return (
    <Suspense fallback={<p className="caption">Opening…</p>}>
      <UpgradeFields view={view} />
    </Suspense>
  );
}
