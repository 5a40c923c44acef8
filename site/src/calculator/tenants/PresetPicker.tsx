import { useStore } from "@nanostores/react";
import { useEffect, useState } from "react";
import { addApplications, addTenants, canRunApplications } from "../../state/edits.ts";
import type { TenantDraft } from "../../state/scenario.ts";
import { closeTool, commandFor } from "../../state/selection.ts";
import { $scenario, askAbout, edit } from "../../state/store.ts";
import type { LibraryItem, LibraryView } from "../../view/library-view.ts";
import { Evidence } from "../Evidence.tsx";
import { Panel } from "../Panel.tsx";

/** Tenants of the usual sizes, and tenants put together of typical applications. */
export default function PresetPicker() {
  const [library, setLibrary] = useState<LibraryView | string | null>(null);
  useEffect(() => {
    askAbout("library", null).then(setLibrary, (error: Error) => setLibrary(error.message));
  }, []);
  return (
    <Panel title="Presets and typical applications" kind="tool" close={closeTool}>
      <p className="small">
        What public charts ask for by default: a starting point, no measured need. The plan says so as long as a tenant
        is sized by it.
      </p>
      {library === null && <p className="caption">Opening…</p>}
      {typeof library === "string" && <p className="loss">They could not be loaded: {library}</p>}
      {library !== null && typeof library !== "string" && (
        <>
          <Presets items={library.presets} />
          <Applications items={library.applications} />
        </>
      )}
    </Panel>
  );
}

function add(tenant: TenantDraft): void {
  edit(addTenants([tenant]));
}

function Presets({ items }: { items: readonly LibraryItem[] }) {
  return (
    <ul className="library small">
      {items.map((item) => (
        <li key={item.id}>
          <button
            type="button"
            onClick={() => add({ id: `tenant-${item.id.toLowerCase()}`, name: `Tenant ${item.id}`, preset: item.id })}
          >
            Add {item.id}
          </button>{" "}
          <Description item={item} />
        </li>
      ))}
    </ul>
  );
}

/** A tenant of several applications: how many of each. */
function Applications({ items }: { items: readonly LibraryItem[] }) {
  const [counts, setCounts] = useState<Readonly<Record<string, number>>>({});
  const chosen = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([application, count]) => ({ application, count }));
  const tenants = useStore($scenario)?.fleet.tenants ?? [];
  const [inFocus] = commandFor(tenants);
  const other = tenants.find((one) => one.id === inFocus && canRunApplications(one));
  return (
    <>
      <h4>Or put a tenant together</h4>
      <ul className="library small">
        {items.map((item) => (
          <li key={item.id}>
            <input
              type="number"
              min={0}
              max={99}
              aria-label={`How many of ${item.name}`}
              value={counts[item.id] ?? 0}
              onChange={({ currentTarget }) =>
                setCounts({ ...counts, [item.id]: Math.round(Number(currentTarget.value)) })
              }
            />{" "}
            <Description item={item} />
          </li>
        ))}
      </ul>
      <button
        type="button"
        disabled={chosen.length === 0}
        onClick={() => {
          add({ id: "applications", name: "Applications", applications: chosen });
          setCounts({});
        }}
      >
        Add a tenant that runs these
      </button>{" "}
      {other !== undefined && (
        <button
          type="button"
          disabled={chosen.length === 0}
          onClick={() => {
            edit(addApplications(other.id, chosen));
            setCounts({});
          }}
        >
          Add them to {other.name ?? other.id}
        </button>
      )}
    </>
  );
}

function Description({ item: { name, size, unknown, evidence } }: { item: LibraryItem }) {
  return (
    <details>
      <summary>
        {name} <span className="caption">{size}</span>
      </summary>
      {unknown.length > 0 && (
        <p>What {unknown.join(", ")} ask for is stated by no source: counted as nothing, so the need is larger.</p>
      )}
      <Evidence evidence={evidence} />
    </details>
  );
}
