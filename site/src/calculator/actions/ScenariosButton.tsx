import { useStore } from "@nanostores/react";
import { $panel, togglePanel } from "../../state/panel.ts";
import { SCENARIOS } from "../scenarios/Scenarios.tsx";

export function ScenariosButton() {
  const panel = useStore($panel);
  return (
    <button type="button" aria-expanded={panel === SCENARIOS} onClick={() => togglePanel(SCENARIOS)}>
      Scenarios
    </button>
  );
}
