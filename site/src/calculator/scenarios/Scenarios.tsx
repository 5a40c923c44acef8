import { useStore } from "@nanostores/react";
import { useState } from "react";
import { open } from "../../state/arrival.ts";
import { $named, forgetNamed, type NamedScenario, saveNamed } from "../../state/kept.ts";
import { closePanel } from "../../state/panel.ts";
import type { Scenario } from "../../state/scenario.ts";
import { withoutTenants } from "../../state/start.ts";
import { $scenario, asBegun, replace } from "../../state/store.ts";
import { Field } from "../Field.tsx";
import { Panel } from "../Panel.tsx";
import { Against } from "./Against.tsx";

/** Scenarios kept in this browser: save under a name, open, compare with what is shown. */
export default function Scenarios() {
  return (
    <Panel title="Scenarios" kind="over" close={closePanel}>
      <Save />
      <Saved />
      <p className="tools small">
        <button type="button" onClick={() => begin(asBegun())}>
          Start with the example
        </button>
        <button type="button" onClick={() => begin(withoutTenants(asBegun()))}>
          Start empty
        </button>
      </p>
    </Panel>
  );
}

function begin(scenario: Scenario): void {
  replace(scenario);
  closePanel();
}

function Save() {
  const scenario = useStore($scenario);
  const [name, setName] = useState(String(scenario?.fleet.title ?? "Scenario"));
  const [said, say] = useState("");
  return (
    <form
      className="fields"
      onSubmit={(event) => {
        event.preventDefault();
        const isSaved = saveNamed(name.trim());
        say(isSaved ? `Saved as ${name.trim()}.` : "This browser does not let the page keep anything.");
      }}
    >
      <Field label="Save what is shown as" value={name} onInput={setName} />
      <button type="submit" disabled={name.trim() === ""}>
        Save
      </button>
      <p role="status" className="caption">
        {said === "" ? "Kept in this browser only." : said}
      </p>
    </form>
  );
}

function Saved() {
  const named = useStore($named);
  const [compared, compare] = useState<NamedScenario | null>(null);
  if (named.length === 0) return <p className="caption">Nothing is saved yet.</p>;
  return (
    <>
      <ul className="saved">
        {named.map((one) => (
          <li key={one.name}>
            <span>
              {one.name} <span className="caption">{one.savedAt.slice(0, "2026-01-01".length)}</span>
            </span>
            <span className="tools small">
              <button
                type="button"
                onClick={() => {
                  open(one, `${one.name} is open. Undo brings back what was here before.`);
                  closePanel();
                }}
              >
                Open<span className="visually-hidden"> {one.name}</span>
              </button>
              <button type="button" aria-pressed={compared?.name === one.name} onClick={() => compare(one)}>
                Compare<span className="visually-hidden"> with {one.name}</span>
              </button>
              <button type="button" onClick={() => forgetNamed(one.name)}>
                Delete<span className="visually-hidden"> {one.name}</span>
              </button>
            </span>
          </li>
        ))}
      </ul>
      {compared !== null && named.includes(compared) && <Against other={compared} />}
    </>
  );
}
