import { useStore } from "@nanostores/react";
import { useEffect, useState } from "react";
import { hasInventedPrices } from "../../state/agreed-prices.ts";
import { commandOf } from "../../state/command-line.ts";
import { whenCurrent } from "../../state/late.ts";
import { closePanel } from "../../state/panel.ts";
import { saveFile } from "../../state/save-file.ts";
import { $wantedModel, shownModel } from "../../state/shown-model.ts";
import { $outcome, $scenario, $staleBecause, askAbout } from "../../state/store.ts";
import type { FormatsView } from "../../worker/tasks.ts";
import { Panel } from "../Panel.tsx";
import { Switch } from "../Switch.tsx";
import { Provisioning } from "./Provisioning.tsx";

/** Files to take along, and the same question for the command line. */
export default function ExportPanel() {
  const scenario = useStore($scenario);
  const outcome = useStore($outcome);
  const wanted = useStore($wantedModel);
  const [said, say] = useState("");
  const [formats, setFormats] = useState<FormatsView | null>(null);
  useEffect(() => {
    askAbout("formats", null).then(setFormats, () => {});
  }, [outcome]);
  if (scenario === null || outcome === null) return null;
  const { cards } = outcome.view;
  const isInvented = hasInventedPrices(scenario);
  const modelId = shownModel(outcome.view, wanted);
  const save = async (reportId: string) => {
    say("Writing…");
    try {
      // No file of figures that are not those of what is typed.
      await whenCurrent();
      const because = $staleBecause.get();
      if (because !== null) return say(`Not written: the figures are those of before, as ${because}.`);
      const file = await askAbout("export", { reportId, modelId });
      saveFile(file);
      say(`${file.fileName} is saved.`);
    } catch (error) {
      say(`It could not be written: ${(error as Error).message}`);
    }
  };
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(commandOf(scenario));
      say("The command is copied.");
    } catch {
      say("The browser does not let the page copy: select the command and copy it.");
    }
  };
  return (
    <Panel title="Export" kind="over" close={closePanel}>
      <Switch
        label="Model of files that are of one model"
        options={cards.map((card) => ({ id: card.modelId, title: card.title }))}
        chosen={modelId}
        choose={(id) => $wantedModel.set(id)}
      />
      <ul className="exports">
        {(formats?.reports ?? []).map(({ id, title, summary }) => (
          <li key={id}>
            <button type="button" onClick={() => save(id)}>
              {title}
            </button>{" "}
            <span className="caption">{summary}</span>
          </li>
        ))}
      </ul>
      {formats === null ? null : <Provisioning adapters={formats.adapters} modelId={modelId} />}
      <p role="status" className="caption">
        {said === "" && isInvented ? "There are invented prices: every file that shows amounts says so." : said}
      </p>
      <p className="small">
        The same on the command line: <code>{commandOf(scenario)}</code>{" "}
        <button type="button" className="link" onClick={copy}>
          Copy
        </button>
      </p>
    </Panel>
  );
}
