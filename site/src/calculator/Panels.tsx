import { useStore } from "@nanostores/react";
import { lazy, Suspense } from "react";
import { $panel, type PanelId } from "../state/panel.ts";

/** What the header's buttons open, each loaded when it is first opened. */
const PANELS: Readonly<Record<PanelId, ReturnType<typeof lazy>>> = {
  scenarios: lazy(() => import("./scenarios/Scenarios.tsx")),
  export: lazy(() => import("./actions/ExportPanel.tsx")),
  print: lazy(() => import("./print/PrintPanel.tsx")),
};

export function Panels() {
  const id = useStore($panel);
  if (id === null) return null;
  const Opened = PANELS[id];
  return (
    <Suspense fallback={<p className="caption">Opening…</p>}>
      <Opened />
    </Suspense>
  );
}
