import { useStore } from "@nanostores/react";
import { useEffect, useRef, useState } from "react";
import { $rowsToRead, closeTool } from "../../state/selection.ts";
import { askAbout } from "../../state/store.ts";
import type { FormatsView, ReadAnswer } from "../../worker/tasks.ts";
import { Panel } from "../Panel.tsx";
import { Found } from "./Found.tsx";

const BYTES_PER_MB = 2 ** 20;

/** Brings in tenants, a fleet, or prices: from a file or from pasted rows. Read here, sent nowhere. */
export default function ImportPanel() {
  const [text, setText] = useState("");
  const [found, setFound] = useState<{ readonly from: string; readonly answer: ReadAnswer } | null>(null);
  const [said, say] = useState("");
  const [formats, setFormats] = useState<FormatsView | null>(null);
  useEffect(() => {
    askAbout("formats", null).then(setFormats, () => {});
  }, []);
  // What was asked for last is what is shown, whichever file takes longer.
  const asked = useRef(0);
  const show = async (from: string, reading: () => Promise<ReadAnswer>) => {
    asked.current += 1;
    const mine = asked.current;
    setFound(null);
    say("Reading…");
    const answer = await reading().catch((error: Error) => error.message);
    if (mine !== asked.current) return;
    setFound(typeof answer === "string" ? null : { from, answer });
    say(typeof answer === "string" ? `${from} could not be read: ${answer}` : "");
  };
  const readText = (content: string) =>
    show("the pasted rows", () => askAbout("read", { bytes: new TextEncoder().encode(content), name: "" }));
  const readFile = (file: File) =>
    show(file.name, async () => {
      if (formats !== null && file.size > formats.mostBytes)
        throw new Error(`it is larger than ${Math.floor(formats.mostBytes / BYTES_PER_MB)} MB; split it.`);
      return askAbout("read", { bytes: new Uint8Array(await file.arrayBuffer()), name: file.name });
    });
  const rows = useStore($rowsToRead);
  useEffect(() => {
    if (rows === "") return;
    $rowsToRead.set("");
    setText(rows);
    void readText(rows);
  }, [rows]);
  return (
    <Panel title="Import" kind="tool" close={closeTool}>
      <p className="small">
        A CSV of tenants, a fleet file, a price book or a price list. It is read in this browser and goes nowhere.{" "}
        <a href={`${import.meta.env.BASE_URL}guides/files/`}>What may stand in these files</a>
      </p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way beside the field inside */}
      <div
        className="drop"
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          const [file] = event.dataTransfer.files;
          if (file !== undefined) void readFile(file);
        }}
      >
        <label htmlFor="import-file">File</label>{" "}
        <input
          id="import-file"
          type="file"
          accept={formats?.fileNames}
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0];
            if (file !== undefined) void readFile(file);
          }}
          // The same file, mended meanwhile, can be chosen again.
          onClick={({ currentTarget }) => {
            currentTarget.value = "";
          }}
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
      <button type="button" disabled={text.trim() === ""} onClick={() => void readText(text)}>
        Read
      </button>
      <p role="status" className="small">
        {said}
      </p>
      {found !== null && <Found from={found.from} answer={found.answer} />}
    </Panel>
  );
}
