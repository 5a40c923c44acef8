import { useStore } from "@nanostores/react";
import { useEffect, useState } from "react";
import { $document } from "../../state/document.ts";
import { setPart } from "../../state/edits.ts";
import { closePanel } from "../../state/panel.ts";
import type { Letter } from "../../state/scenario.ts";
import { $outcome, $scenario, $staleBecause, edit } from "../../state/store.ts";
import { Field } from "../Field.tsx";
import { Panel } from "../Panel.tsx";
import { Switch } from "../Switch.tsx";
import { Paper } from "./Paper.tsx";

const ALL = "";

/** Only where a document stands ready. */
function printPaper(): void {
  if (document.querySelector(".paper .sheet") !== null) print();
}

/** Who reads it, which model, which tenant, what stands above it; below, the document as it will be printed. */
export default function PrintPanel() {
  const scenario = useStore($scenario);
  const outcome = useStore($outcome);
  const [audience, setAudience] = useState<"customer" | "internal">("customer");
  const [model, setModel] = useState<string | null>(null);
  const [tenantId, setTenant] = useState(ALL);
  const staleBecause = useStore($staleBecause);
  const cards = outcome?.view.cards ?? [];
  const modelId = model ?? outcome?.view.verdict.winnerId ?? cards[0]?.modelId ?? "";

  useEffect(() => {
    $document.set(
      audience === "internal"
        ? { audience, modelId }
        : { audience, modelId, tenantIds: tenantId === ALL ? [] : [tenantId] },
    );
    return () => $document.set(null);
  }, [audience, modelId, tenantId]);

  if (scenario === null) return null;
  const { letter, fleet } = scenario;
  const write = (field: keyof Letter) => (text: string) =>
    edit(setPart("letter", { ...letter, [field]: text }), `letter ${field}`);
  return (
    <>
      <Panel title="Print" kind="panel" close={closePanel}>
        <Switch
          label="For whom"
          options={[
            { id: "customer", title: "Quote for a customer, without any cost" },
            { id: "internal", title: "Internal sheet, with cost and margin" },
          ]}
          chosen={audience}
          choose={setAudience}
        />
        <Switch
          label="Model"
          options={cards.map((card) => ({ id: card.modelId, title: card.title }))}
          chosen={modelId}
          choose={setModel}
        />
        <div className="fields">
          {audience === "customer" && (
            <div className="field">
              <label htmlFor="quoted-tenant">Tenant</label>
              <select
                id="quoted-tenant"
                value={tenantId}
                onChange={({ currentTarget }) => setTenant(currentTarget.value)}
              >
                <option value={ALL}>All, a page each</option>
                {fleet.tenants.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name ?? id}
                  </option>
                ))}
              </select>
            </div>
          )}
          <Field label="Your company" value={letter.provider} onInput={write("provider")} />
          <Field label="Customer" value={letter.customer} onInput={write("customer")} />
        </div>
        <div className="field">
          <label htmlFor="objectives">Objectives, in your words</label>
          <textarea
            id="objectives"
            rows={3}
            value={letter.objectives}
            onChange={({ currentTarget }) => write("objectives")(currentTarget.value)}
          />
        </div>
        <p className="tools">
          <button type="button" className="primary" onClick={printPaper} disabled={staleBecause !== null}>
            Print
          </button>
          <span className="caption">
            {staleBecause === null
              ? "or save as PDF in the dialog that opens; below is what will be on the paper"
              : `not now: the figures are those of before, as ${staleBecause}`}
          </span>
        </p>
      </Panel>
      <Paper letter={letter} />
    </>
  );
}
