import { useStore } from "@nanostores/react";
import { useEffect, useState } from "react";
import { $document } from "../../state/document.ts";
import { setPart } from "../../state/edits.ts";
import { $letterhead } from "../../state/letterhead.ts";
import { closePanel } from "../../state/panel.ts";
import type { Letter } from "../../state/scenario.ts";
import { $wantedModel, shownModel } from "../../state/shown-model.ts";
import { $outcome, $scenario, $staleBecause, edit } from "../../state/store.ts";
import { Field } from "../Field.tsx";
import { Panel } from "../Panel.tsx";
import { Switch } from "../Switch.tsx";
import { LetterheadFields } from "./LetterheadFields.tsx";
import { OwnItems } from "./OwnItems.tsx";
import { Paper } from "./Paper.tsx";

/** Only where a document stands ready. */
function printPaper(): void {
  if (document.querySelector(".paper .sheet") !== null) print();
}

/** Who reads it, which model, which tenant, what stands above it; below, the document as it will be printed. */
export default function PrintPanel() {
  const scenario = useStore($scenario);
  const outcome = useStore($outcome);
  const [audience, setAudience] = useState<"customer" | "internal">("customer");
  const wanted = useStore($wantedModel);
  const [chosenIds, setChosen] = useState<readonly string[]>([]);
  const staleBecause = useStore($staleBecause);
  const cards = outcome?.view.cards ?? [];
  const modelId = outcome === null ? "" : shownModel(outcome.view, wanted);

  const tenants = scenario?.fleet.tenants ?? [];
  const known = chosenIds.filter((chosen) => tenants.some(({ id }) => id === chosen));
  // One customer's at first, so that no one is sent what another pays.
  const tenantIds = known.length > 0 ? known : tenants.slice(0, 1).map(({ id }) => id);
  const typed = scenario?.letter;
  const letterhead = useStore($letterhead);

  useEffect(() => {
    if (typed === undefined) return;
    const { validUntil = "", taxPercent = "", ownItems = [], number = "", provider, customer, objectives } = typed;
    const terms = { validUntil, taxPercent, ownItems };
    const letter = { ...letterhead, provider, customer, number, objectives };
    $document.set(audience === "internal" ? { audience, modelId } : { audience, modelId, tenantIds, terms, letter });
    return () => $document.set(null);
  }, [audience, modelId, tenantIds.join(" "), typed, letterhead]);

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
          choose={(id) => $wantedModel.set(id)}
        />
        <div className="fields">
          {audience === "customer" && (
            <div className="field">
              <label htmlFor="quoted-tenant">Tenant</label>
              <select
                id="quoted-tenant"
                value={tenantIds[0] ?? ""}
                onChange={({ currentTarget }) => setChosen([currentTarget.value])}
              >
                {tenants.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name ?? id}
                  </option>
                ))}
              </select>
            </div>
          )}
          <Field label="Your company" value={letter.provider} onInput={write("provider")} />
          <Field label="Customer" value={letter.customer} onInput={write("customer")} />
          {audience === "customer" && (
            <>
              <Field label="Number of the quote" value={letter.number ?? ""} onInput={write("number")} />
              <Field
                label="Valid until"
                value={letter.validUntil ?? ""}
                hint="empty: as the price list has it"
                onInput={write("validUntil")}
              />
              <Field
                label="Tax, percent"
                value={letter.taxPercent ?? ""}
                hint="empty: no tax is shown"
                onInput={write("taxPercent")}
              />
            </>
          )}
        </div>
        {audience === "customer" && (
          <>
            <LetterheadFields />
            <OwnItems
              items={letter.ownItems ?? []}
              currency={fleet.currency}
              write={(ownItems, step) => edit(setPart("letter", { ...letter, ownItems }), `letter ${step}`)}
            />
          </>
        )}
        {audience === "customer" && (
          <p className="caption">
            A quote is in the language of its numbers (Assumptions, “Currency, day, numbers”): English, or German.
          </p>
        )}
        {audience === "customer" && tenants.length > 1 && (
          <details className="more-clusters">
            <summary>More clusters of the same customer{tenantIds.length > 1 && `: ${tenantIds.length - 1}`}</summary>
            <p className="caption">They are in the same document, with a total. Never tick another customer’s.</p>
            {tenants
              .filter(({ id }) => id !== tenantIds[0])
              .map(({ id, name }) => (
                <label key={id}>
                  <input
                    type="checkbox"
                    checked={tenantIds.includes(id)}
                    onChange={({ currentTarget: { checked } }) =>
                      setChosen(checked ? [...tenantIds, id] : tenantIds.filter((one) => one !== id))
                    }
                  />{" "}
                  {name ?? id}
                </label>
              ))}
          </details>
        )}
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
