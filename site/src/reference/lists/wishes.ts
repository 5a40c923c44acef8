import { isZeroMoney, moneyText, pricedWishes } from "@nkp-planner/core";
import { toldOf } from "../../../build-time/told/own-file.ts";
import { comparison } from "../example.ts";
import { sourcesPart } from "./parts.ts";
import type { ReferenceList, ReferencePage } from "./reference-list.ts";

const FOLDER = "packages/core/src/decision/wishes";
const { plans } = comparison;

/** Everything that matters beside cost, with what it costs in the example. */
export const wishPages: ReferenceList = {
  id: "wishes",
  title: "What matters beside cost",
  lead: "Wishes that a model meets or not by what is in its plan, each with its price: what the cheapest model that meets it costs more than the cheapest of all.",
  pages: async () => pricedWishes(plans).map(wishPage),
};

function wishPage({
  id,
  title,
  meets,
  metBy,
  modelId,
  addedMonthlyCost,
}: ReturnType<typeof pricedWishes>[number]): ReferencePage {
  const told = toldOf(FOLDER, id);
  const titleOf = (wanted: string | null) => plans.find(({ model }) => model.id === wanted)?.model.title ?? "";
  return {
    id,
    title,
    lead: told.summary,
    sections: [
      {
        title: "When a model meets it",
        paragraphs: [
          meets,
          "On the page it is ticked in the part about the decision; several together have a price of their own.",
        ],
        command: "nkp-planner decide fleet.yaml --prices price-book.yaml",
      },
      {
        title: "In the example fleet",
        paragraphs: [
          addedMonthlyCost === null || modelId === null
            ? "None of the models that are compared meets it."
            : isZeroMoney(addedMonthlyCost)
              ? `The cheapest of all, ${titleOf(modelId)}, meets it: it costs nothing more.`
              : `The cheapest that meets it is ${titleOf(modelId)}: ${moneyText(addedMonthlyCost)} a month more than the cheapest of all.`,
        ],
        table: {
          label: "Models by this wish",
          columns: [{ title: "Model" }, { title: "Meets it" }, { title: "Cost a month", isNumber: true }],
          rows: plans.map(({ model, totals }) => [
            model.title,
            metBy.includes(model.id) ? "yes" : "no",
            moneyText(totals.monthlyCost),
          ]),
        },
      },
      ...sourcesPart(told),
    ],
  };
}
