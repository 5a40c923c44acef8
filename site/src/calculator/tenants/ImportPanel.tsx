import { useState } from "react";
import { closeTool } from "../../state/selection.ts";
import { askAbout } from "../../state/store.ts";
import type { ReadAnswer } from "../../worker/questions.ts";
import { Panel } from "../Panel.tsx";
import { Found } from "./Found.tsx";

const LARGEST_BYTES = 10 * 1024 * 1024;

/** Brings in tenants, a fleet, or prices: from a file or from pasted rows. Read here, sent nowhere. */
export default function ImportPanel() {
  const [text, setText] = useState("");
  const [found, setFound] = useState<{ readonly from: string; readonly answer: ReadAnswer } | null>(null);
  const [said, say] = useState("");
  const read = async (from: string, fileName: string, content: string) => {
    setFound(null);
    say("Reading…");
    try {
      setFound({ from, answer: await askAbout("read", { text: content, fileName }) });
      say("");
    } catch (error) {
      say(`${from} could not be read: ${(error as Error).message}`);
    }
  };
  const readFile = async (file: File | undefined) => {
    if (file === undefined) return;
    if (file.size > LARGEST_BYTES) say(`${file.name} is larger than 10 MB: split it.`);
    else await read(file.name, file.name, await file.text());
  };
  return (
    <Panel title="Import" kind="tool" close={closeTool}>
      <p className="small">
        A CSV of tenants, a fleet file, a price book or a price list. It is read in this browser and goes nowhere.
      </p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way beside the field inside */}
      <div
        className="drop"
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          void readFile(event.dataTransfer.files[0]);
        }}
      >
        <label htmlFor="import-file">File</label>{" "}
        <input
          id="import-file"
          type="file"
          accept=".csv,.tsv,.txt,.yaml,.yml,.json"
          onChange={({ currentTarget }) => void readFile(currentTarget.files?.[0])}
        />
      </div>
      <div className="field">
        <label htmlFor="import-text">Or paste rows, the names of the columns first</label>
        <textarea
          id="import-text"
          rows={4}
          spellCheck={false}
          placeholder={"tenant\tpods\tvcpu\tmemory\tstorage\tprice"}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
      </div>
      <button type="button" disabled={text.trim() === ""} onClick={() => void read("the pasted text", "", text)}>
        Read
      </button>
      <p role="status" className="small">
        {said}
      </p>
      {found !== null && <Found from={found.from} answer={found.answer} />}
    </Panel>
  );
}
