import { useStore } from "@nanostores/react";
import { isExampleFleet, startTyping, startWithFile, startWithPresets, USUAL_TITLE } from "../state/start.ts";
import { $scenario } from "../state/store.ts";
import { focusLastRow } from "./tenants/keyboard.ts";

/** Above the example: that it is invented, and how to begin with a fleet of one's own. */
export function StartStrip() {
  const scenario = useStore($scenario);
  if (scenario === null || !isExampleFleet(scenario)) return null;
  return (
    <section className="start small" aria-label="Start with your fleet">
      <p>
        <strong>Invented fleet.</strong> Start with yours:
      </p>
      <WaysIn />
    </section>
  );
}

/** In place of a result that would be nothing but zeros. */
export function StartCard() {
  return (
    <section className="card start" aria-label="Start with your fleet">
      <h2>Start with your fleet</h2>
      <p className="prose">
        A name and a size for each tenant are enough. Rows of a spreadsheet can be pasted into the table, and files
        dropped anywhere on the page: inventories, what kubectl prints, a fleet file.
      </p>
      <WaysIn />
    </section>
  );
}

function WaysIn() {
  return (
    <div className="tools">
      <button
        type="button"
        onClick={() => {
          startTyping();
          focusLastRow();
        }}
      >
        Type or paste
      </button>
      <button type="button" onClick={startWithFile}>
        Drop or open a file
      </button>
      <button type="button" onClick={startWithPresets}>
        {USUAL_TITLE}
      </button>
    </div>
  );
}
