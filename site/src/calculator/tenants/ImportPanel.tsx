import { useStore } from "@nanostores/react";
import { useEffect, useState } from "react";
import { $toRead, closeTool } from "../../state/selection.ts";
import { askAbout } from "../../state/store.ts";
import type { FormatsView } from "../../worker/tasks.ts";
import { Panel } from "../Panel.tsx";
import { Found } from "./Found.tsx";
import { useReading } from "./use-reading.ts";

/** Brings in tenants, a fleet, or prices: from files or from pasted rows. Read here, sent nowhere. */
export default function ImportPanel() {
  const [text, setText] = useState("");
  const [formats, setFormats] = useState<FormatsView | null>(null);
  useEffect(() => {
    askAbout("formats", null).then(setFormats, () => {});
  }, []);
  const { read, readAgain, stop, found, said, isLong } = useReading();
  const readRows = (rows: string) => void read([{ name: "", content: new Blob([rows]) }]);
  const toRead = useStore($toRead);
  useEffect(() => {
    if (toRead === null) return;
    $toRead.set(null);
    if ("files" in toRead) void read(toRead.files.map(inBrowser), "dropped");
    else {
      setText(toRead.rows);
      readRows(toRead.rows);
    }
  }, [toRead]);
  return (
    <Panel title="Import" kind="tool" close={closeTool}>
      <p className="small">
        A list of VMs, what kubectl prints of a cluster, a CSV of tenants, a fleet file, prices: choose files, or drop
        them anywhere on this page. They are read in this browser and go nowhere.{" "}
        <a href={`${import.meta.env.BASE_URL}guides/files/`}>What may stand in these files</a>
      </p>
      <div className="drop">
        <label htmlFor="import-file">File</label>{" "}
        <input
          id="import-file"
          type="file"
          multiple
          accept={formats?.fileNames}
          onChange={({ currentTarget }) => {
            const files = [...(currentTarget.files ?? [])];
            if (files.length > 0) void read(files.map(inBrowser));
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
      <button type="button" disabled={text.trim() === ""} onClick={() => readRows(text)}>
        Read
      </button>
      <p role="status" className="small">
        {said}
      </p>
      {isLong && (
        <button type="button" onClick={stop}>
          Stop reading
        </button>
      )}
      {found.map(({ from, answer, options, isTaken }) => (
        <Found
          key={`${from} ${answer.fileIndexes.join(" ")}`}
          {...{ from, answer, options, isTaken }}
          tell={(more) => void readAgain(answer, more)}
        />
      ))}
    </Panel>
  );
}

function inBrowser(file: File) {
  return { name: file.name, content: file };
}
