import { useStore } from "@nanostores/react";
import { useEffect, useState } from "react";
import { setPart, setSetting, setUnitPrice } from "../../state/edits.ts";
import type { PriceListDraft } from "../../state/scenario.ts";
import { $scenario, askAbout, edit } from "../../state/store.ts";
import { Prices } from "./Prices.tsx";

const AGREED_PRICES = "agreed-prices";
const IGNORED = "ignored";

/** What tenants are charged: what is agreed with each, or what a price list asks. */
export function PriceList() {
  const scenario = useStore($scenario);
  const [examples, setExamples] = useState<readonly PriceListDraft[]>([]);
  useEffect(() => {
    askAbout("examples", null).then(
      ({ priceLists }) => setExamples(priceLists),
      () => {},
    );
  }, []);
  if (scenario === null) return null;
  const { priceList, locale, settings } = scenario;
  return (
    <>
      {priceList === null ? (
        <p className="prose">
          Tenants pay what stands in the table. With a price list, a tenant without a price there pays what the list
          asks.
        </p>
      ) : (
        <>
          <Prices
            caption={`${priceList.title}${priceList.illustrative ? ", invented" : ""}`}
            items={priceList.items}
            locale={locale}
            change={(sku, price) => edit(setUnitPrice("priceList", sku, price), `list price ${sku}`)}
          />
          <label>
            <input
              type="checkbox"
              checked={settings[AGREED_PRICES] === IGNORED}
              onChange={({ currentTarget }) => edit(setSetting(AGREED_PRICES, currentTarget.checked ? IGNORED : null))}
            />
            The list holds for everybody: prices in the table are ignored
          </label>
          <label>
            <input
              type="checkbox"
              checked={!priceList.illustrative}
              onChange={({ currentTarget }) =>
                edit(setPart("priceList", { ...priceList, illustrative: !currentTarget.checked }))
              }
            />
            All of these prices are ours
          </label>
        </>
      )}
      <p className="tools">
        {priceList !== null && (
          <button type="button" onClick={() => edit(setPart("priceList", null))}>
            Use no price list
          </button>
        )}
        {examples.map((list) => (
          <button key={list.id} type="button" onClick={() => edit(setPart("priceList", list))}>
            Use {list.title.toLowerCase()}
          </button>
        ))}
      </p>
    </>
  );
}
