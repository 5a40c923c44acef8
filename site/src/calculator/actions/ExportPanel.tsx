import { useStore } from "@nanostores/react";
import { useState } from "react";
import { commandOf } from "../../state/command-line.ts";
import { exportList } from "../../state/export-list.ts";
import { closePanel } from "../../state/panel.ts";
import { saveFile } from "../../state/save-file.ts";
import { $outcome, $scenario, askAbout } from "../../state/store.ts";
import { Panel } from "../Panel.tsx";
import { Switch } from "../Switch.tsx";

/** Files to take along, and the same question for the command line. */
export default function ExportPanel() {
  const scenario = useStore($scenario);
  const outcome = useStore($outcome);
  const [model, setModel] = useState<string | null>(null);
  const [said, say] = useState("");
  if (scenario === null || outcome === null) return null;
  const { cards, verdict } = outcome.view;
  const isInvented = scenario.prices.illustrative || scenario.priceList?.illustrative === true;
  const modelId = model ?? verdict.winnerId ?? cards[0]?.modelId ?? "";
  const save = async (format: string) => {
    say("Writing…");
    try {
      const file = await askAbout("export", { format, modelId });
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
    <Panel title="Export" kind="panel" close={closePanel}>
      <Switch
        label="Model of quotes, costs and workbook"
        options={cards.map((card) => ({ id: card.modelId, title: card.title }))}
        chosen={modelId}
        choose={setModel}
      />
      <ul className="exports">
        {exportList
          .filter(({ id }) => id !== "price-list" || scenario.priceList !== null)
          .map(({ id, title, hint }) => (
            <li key={id}>
              <button type="button" onClick={() => save(id)}>
                {title}
              </button>{" "}
              <span className="caption">{hint}</span>
            </li>
          ))}
      </ul>
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
