import { useStore } from "@nanostores/react";
import { useState } from "react";
import { setPart as setFile } from "../../../state/edits.ts";
import { addPart } from "../../../state/price-edits.ts";
import { $outcome, $scenario, edit } from "../../../state/store.ts";
import type { PriceKindView } from "../../../view/price-form-view.ts";
import type { ResultView } from "../../../view/result-view.ts";
import { useAnswer } from "../../charts/useAnswer.ts";
import { AddItem } from "./AddItem.tsx";
import { ItemFields } from "./ItemFields.tsx";
import { ItemPrices } from "./ItemPrices.tsx";
import { LeftOut } from "./LeftOut.tsx";
import { UseExample } from "./UseExample.tsx";
import { Whose } from "./Whose.tsx";

const SUBJECT = "price book";

/** What things cost: every item with all that it says, what has none, and whose the prices are. */
export default function PriceBookForm({ view }: { view: ResultView }) {
  const scenario = useStore($scenario);
  const outcome = useStore($outcome);
  // What a book may have does not depend on the plan.
  const [asked] = useState(view);
  const { answer, waiting } = useAnswer("priceForm", asked, true);
  if (scenario === null || outcome === null) return null;
  if (answer === null) return <p className="caption">{waiting}</p>;
  const { prices, locale } = scenario;
  const problems = outcome.problems.filter(({ subject }) => subject === SUBJECT);
  const kindOf = (id: unknown) => answer.kinds.find((kind) => kind.id === id);
  const taken = new Set(prices.items.map((item) => item["appliesTo"]));
  const addable = answer.kinds.filter(({ id, isAdded }) => isAdded || !taken.has(id) || isForSome(kindOf(id)));
  return (
    <>
      <p className="prose">
        No NKP price is public: type yours. Each price that you type is yours; the others stay marked as invented. A
        whole book can be brought by Import… below the tenants.
      </p>
      <ItemPrices
        file="prices"
        draft={prices}
        caption={`${prices.title}, ${prices.currency}`}
        locale={locale}
        problems={problems}
        more={(item, index, close) => {
          const units = kindOf(item["appliesTo"])?.units ?? [];
          const unit = units.find(({ id }) => id === item["unit"]);
          return (
            <ItemFields
              file="prices"
              item={item}
              index={index}
              locale={locale}
              problems={problems}
              close={close}
              by={{
                field: "unit",
                label: `Price of ${kindOf(item["appliesTo"])?.title.toLowerCase() ?? "it"} per`,
                choices: units.map(({ id }) => ({ id, title: id })),
                unit: String(item["unit"] ?? "").replace(/-.*$/, ""),
              }}
              own={unit?.fields ?? []}
            />
          );
        }}
      />
      <Whose file="prices" draft={prices} />
      <AddItem
        to="to the price book"
        choices={addable.map(({ id, title, units }) => ({ id, title, units: units.map((unit) => unit.id) }))}
        locale={locale}
        add={({ id, title }, unit, unitPrice) =>
          edit(addPart("prices", "items", { sku: id.toUpperCase(), name: title, appliesTo: id, unit, unitPrice }))
        }
      />
      <LeftOut prices={prices} kinds={answer.kinds} problems={problems} />
      <UseExample of="priceBooks" use={(book) => edit(setFile("prices", book))} />
    </>
  );
}

/** Whether a book may have several of it, each for a class or a cluster of its own. */
function isForSome(kind: PriceKindView | undefined): boolean {
  return (
    kind?.units.some(({ fields }) => fields.some(({ id }) => id === "storageClass" || id === "hostCluster")) ?? false
  );
}
