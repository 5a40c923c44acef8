import { lazy, Suspense } from "react";
import type { ResultView } from "../../../view/result-view.ts";

const FORMS = { book: lazy(() => import("./PriceBookForm.tsx")), list: lazy(() => import("./PriceListForm.tsx")) };

/** What things cost, or what tenants pay, loaded when it is first opened. */
export function LatePrices({ of, view }: { of: keyof typeof FORMS; view: ResultView }) {
  const Form = FORMS[of];
  return (
    <Suspense fallback={<p className="caption">Opening…</p>}>
      <Form view={view} />
    </Suspense>
  );
}
