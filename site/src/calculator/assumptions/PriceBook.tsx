import { useStore } from "@nanostores/react";
import { useEffect, useState } from "react";
import { setPart, setUnitPrice } from "../../state/edits.ts";
import type { PriceBookDraft } from "../../state/scenario.ts";
import { $scenario, askAbout, edit } from "../../state/store.ts";
import { Prices } from "./Prices.tsx";

/** What things cost: every price can be typed over; a whole book can be imported beside the tenants. */
export function PriceBook() {
  const scenario = useStore($scenario);
  const [examples, setExamples] = useState<readonly PriceBookDraft[]>([]);
  useEffect(() => {
    askAbout("examples", null).then(
      ({ priceBooks }) => setExamples(priceBooks),
      () => {},
    );
  }, []);
  if (scenario === null) return null;
  const { prices, locale } = scenario;
  return (
    <>
      <p className="prose">
        No NKP price is public.{" "}
        {prices.illustrative ? `The prices of ${prices.title} are invented: ` : "These prices are yours. "}
        {prices.illustrative && "type yours over them, or bring a price book by Import… below the tenants."}
      </p>
      <Prices
        caption={`${prices.title}, ${prices.currency}`}
        items={prices.items}
        locale={locale}
        change={(sku, price) => edit(setUnitPrice("prices", sku, price), `price ${sku}`)}
      />
      <label>
        <input
          type="checkbox"
          checked={!prices.illustrative}
          onChange={({ currentTarget }) => edit(setPart("prices", { ...prices, illustrative: !currentTarget.checked }))}
        />
        All of these prices are ours
      </label>
      <p className="tools">
        {examples.map((book) => (
          <button key={book.id} type="button" onClick={() => edit(setPart("prices", book))}>
            Use {book.title.toLowerCase()}
          </button>
        ))}
      </p>
    </>
  );
}
