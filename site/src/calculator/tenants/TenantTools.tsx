import { useStore } from "@nanostores/react";
import { duplicateTenants, moveTenants, removeTenants } from "../../state/edits.ts";
import { beginRow, discardRow } from "../../state/pending-row.ts";
import { $selected, $tool, commandFor, toggleTool } from "../../state/selection.ts";
import { $scenario, edit } from "../../state/store.ts";
import { focusLastRow } from "./keyboard.ts";

/** What can be done with rows: with those selected, else with the one that was in focus. */
export function TenantTools() {
  const selected = useStore($selected);
  const tool = useStore($tool);
  const tenants = () => $scenario.get()?.fleet.tenants ?? [];
  const many = selected.size > 0 ? `${selected.size} selected: ` : "";
  return (
    <div className="tools small" role="toolbar" aria-label="Tenants">
      <button type="button" onClick={add}>
        Add tenant
      </button>
      <button type="button" aria-expanded={tool === "preset"} onClick={() => toggleTool("preset")}>
        Add a preset…
      </button>
      <button type="button" aria-expanded={tool === "import"} onClick={() => toggleTool("import")}>
        Import…
      </button>
      <span className="note">{many}</span>
      <button type="button" onClick={() => edit(duplicateTenants(commandFor(tenants())))}>
        Duplicate
      </button>
      <button
        type="button"
        onClick={() => {
          const ids = commandFor(tenants());
          if (ids.length === 0) return discardRow();
          edit(removeTenants(ids));
          $selected.set(new Set());
        }}
      >
        Delete
      </button>
      <button type="button" aria-label="Move up" onClick={() => edit(moveTenants(commandFor(tenants()), "up"))}>
        ↑
      </button>
      <button type="button" aria-label="Move down" onClick={() => edit(moveTenants(commandFor(tenants()), "down"))}>
        ↓
      </button>
    </div>
  );
}

function add(): void {
  beginRow();
  focusLastRow();
}
