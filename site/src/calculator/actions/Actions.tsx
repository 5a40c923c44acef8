import { useStore } from "@nanostores/react";
import { $panel, type PanelId, togglePanel } from "../../state/panel.ts";
import { $canRedo, $canUndo, redo, undo } from "../../state/store.ts";
import { ShareButton } from "./ShareButton.tsx";

/** What can be done with a scenario as a whole. */
export default function Actions() {
  const canUndo = useStore($canUndo);
  const canRedo = useStore($canRedo);
  return (
    <div className="actions small">
      <button type="button" disabled={!canUndo} onClick={undo}>
        Undo
      </button>
      <button type="button" disabled={!canRedo} onClick={redo}>
        Redo
      </button>
      <PanelButton id="scenarios">Scenarios</PanelButton>
      <ShareButton />
      <PanelButton id="export">Export</PanelButton>
      <PanelButton id="print" isPrimary>
        Print quote
      </PanelButton>
    </div>
  );
}

function PanelButton({ id, isPrimary = false, children }: { id: PanelId; isPrimary?: boolean; children: string }) {
  const panel = useStore($panel);
  return (
    <button
      type="button"
      className={isPrimary ? "primary" : ""}
      aria-expanded={panel === id}
      onClick={() => togglePanel(id)}
    >
      {children}
    </button>
  );
}
