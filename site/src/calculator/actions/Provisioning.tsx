import { useEffect, useId, useState } from "react";
import { whenCurrent } from "../../state/late.ts";
import { saveFile } from "../../state/save-file.ts";
import { $staleBecause, askAbout } from "../../state/store.ts";
import type { FormatsView, ProvisionAnswer } from "../../worker/tasks.ts";

/** Files that clusters are made from, in one zip: by an adapter, and what it must be told of the site. */
export function Provisioning({ adapters, modelId }: { adapters: FormatsView["adapters"]; modelId: string }) {
  const [adapterId, setAdapter] = useState(adapters[0]?.id ?? "");
  const [options, setOptions] = useState<string | null>(null);
  /** Of the adapter and the model that it was made for, which may not be the chosen ones any more. */
  const [example, setExample] = useState({ of: "", text: "" });
  const [answer, setAnswer] = useState<ProvisionAnswer | null>(null);
  const [said, say] = useState("");
  const [adapterField, optionsField] = [useId(), useId()];
  useEffect(() => {
    setAnswer(null);
    say("");
    let isChosen = true;
    askAbout("provisionOptions", { adapterId, modelId }).then(
      (text) => isChosen && setExample({ of: `${adapterId} ${modelId}`, text }),
      () => {},
    );
    return () => {
      isChosen = false;
    };
  }, [adapterId, modelId]);
  const isReady = options !== null || example.of === `${adapterId} ${modelId}`;
  const text = options ?? (isReady ? example.text : "");
  const write = async () => {
    say("Writing…");
    setAnswer(null);
    try {
      // No file of figures that are not those of what is typed.
      await whenCurrent();
      const because = $staleBecause.get();
      if (because !== null) return say(`Not written: the figures are those of before, as ${because}.`);
      const written = await askAbout("provision", { adapterId, modelId, options: text });
      setAnswer(written);
      if (written.file === null) return say("Nothing is written:");
      saveFile(written.file);
      const { length } = written.paths;
      say(`${written.file.fileName} is saved: ${length === 1 ? "1 file" : `${length} files`} in it.`);
    } catch (error) {
      say(`It could not be written: ${(error as Error).message}`);
    }
  };
  return (
    <section className="provisioning" aria-labelledby={`${adapterField}-title`}>
      <h3 id={`${adapterField}-title`}>Provisioning files</h3>
      <p className="field">
        <label htmlFor={adapterField}>For</label>{" "}
        <select id={adapterField} value={adapterId} onChange={(event) => setAdapter(event.target.value)}>
          {adapters.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>{" "}
        <span className="caption">{adapters.find(({ id }) => id === adapterId)?.summary}</span>
      </p>
      <p className="field">
        <label htmlFor={optionsField}>Options</label>{" "}
        <span className="caption">
          {options === null
            ? "An example: its names and addresses are invented. Put yours in."
            : "Kept for every adapter; read in the browser only."}
        </span>
        <textarea
          id={optionsField}
          className="options"
          rows={12}
          spellCheck={false}
          value={text}
          onChange={(event) => setOptions(event.target.value)}
        />
      </p>
      <p className="buttons">
        <button type="button" className="primary" onClick={write} disabled={!isReady}>
          Save as zip
        </button>{" "}
        {options === null ? null : (
          <button type="button" onClick={() => setOptions(null)}>
            Example again
          </button>
        )}
      </p>
      <p role="status" className="caption">
        {said}
      </p>
      <Sentences of={answer?.problems ?? []} className="mistakes" />
      <Sentences of={answer?.notices ?? []} className="caption" />
    </section>
  );
}

/** Of very many, nobody reads the last. */
const MOST_SENTENCES = 12;

function Sentences({ of, className }: { of: readonly string[]; className: string }) {
  if (of.length === 0) return null;
  const more = of.length - MOST_SENTENCES;
  return (
    <ul className={className}>
      {of.slice(0, MOST_SENTENCES).map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
      {more > 0 ? <li>and {more} more</li> : null}
    </ul>
  );
}
