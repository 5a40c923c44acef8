import { useStore } from "@nanostores/react";
import { useState } from "react";
import { setPart as setFile, setSetting } from "../../../state/edits.ts";
import { addPart } from "../../../state/price-edits.ts";
import { $outcome, $scenario, edit } from "../../../state/store.ts";
import type { ResultView } from "../../../view/result-view.ts";
import { useAnswer } from "../../charts/useAnswer.ts";
import { AddItem } from "./AddItem.tsx";
import { ItemFields, type WantedField } from "./ItemFields.tsx";
import { ItemPrices } from "./ItemPrices.tsx";
import { PartsTable } from "./PartsTable.tsx";
import { partsKinds } from "./parts-kinds.ts";
import { UseExample } from "./UseExample.tsx";
import { Whose } from "./Whose.tsx";

const SUBJECT = "price list";
const AGREED_PRICES = "agreed-prices";
const IGNORED = "ignored";

/** What items of a list say by what they charge for. */
const OWN: readonly (WantedField & { readonly per: RegExp })[] = [
  { id: "description", label: "Sentence in quotes", hint: "Empty: none.", is: "text", per: /./ },
  { id: "flavour", label: "Only nodes of", hint: "Such as 8x32x80. Empty: every shape.", is: "text", per: /^node$/ },
  { id: "storageClass", label: "Only volumes of", hint: "A class. Empty: every class.", is: "text", per: /^storage$/ },
];

/** What tenants are charged: what is agreed with each, or what a price list asks. */
export default function PriceListForm({ view }: { view: ResultView }) {
  const scenario = useStore($scenario);
  const outcome = useStore($outcome);
  // What a list may have does not depend on the plan.
  const [asked] = useState(view);
  const { answer, waiting } = useAnswer("priceForm", asked, true);
  if (scenario === null || outcome === null) return null;
  if (answer === null) return <p className="caption">{waiting}</p>;
  const { priceList, locale, settings } = scenario;
  const problems = outcome.problems.filter(({ subject }) => subject === SUBJECT);
  const bases = answer.bases.map(({ id, title }) => ({ id, title }));
  return (
    <>
      {priceList === null ? (
        <p className="prose">
          Tenants pay what stands in the table. With a price list, a tenant without a price there pays what the list
          asks.
        </p>
      ) : (
        <>
          <ItemPrices
            file="priceList"
            draft={priceList}
            caption={priceList.title}
            locale={locale}
            problems={problems}
            more={(item, index, close) => (
              <ItemFields
                file="priceList"
                item={item}
                index={index}
                locale={locale}
                problems={problems}
                close={close}
                by={{
                  field: "per",
                  label: "Charged by the",
                  choices: bases,
                  unit: answer.bases.find(({ id }) => id === item["per"])?.unit ?? "units",
                }}
                own={OWN.filter(({ per }) => per.test(String(item["per"])))}
              />
            )}
          />
          <AddItem
            to="to the price list"
            choices={bases.map(({ id, title }) => ({ id, title, units: [] }))}
            locale={locale}
            add={({ id, title }, _unit, unitPrice) =>
              edit(addPart("priceList", "items", { sku: id.toUpperCase(), name: nameOf(title), per: id, unitPrice }))
            }
          />
          {partsKinds.map((kind) => (
            <PartsTable key={kind.name} kind={kind} list={priceList} locale={locale} problems={problems} />
          ))}
          <Whose file="priceList" draft={priceList} />
          <label>
            <input
              type="checkbox"
              checked={settings[AGREED_PRICES] === IGNORED}
              onChange={({ currentTarget }) => edit(setSetting(AGREED_PRICES, currentTarget.checked ? IGNORED : null))}
            />
            The list holds for everybody: prices in the table are ignored
          </label>
        </>
      )}
      <p className="tools">
        {priceList !== null && (
          <button type="button" onClick={() => edit(setFile("priceList", null))}>
            Use no price list
          </button>
        )}
        <UseExample of="priceLists" use={(list) => edit(setFile("priceList", list))} />
      </p>
    </>
  );
}

function nameOf(title: string): string {
  return `${title.slice(0, 1).toUpperCase()}${title.slice(1)}`;
}
