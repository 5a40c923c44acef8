import { decide, defaultModels, measureValue, valueText } from "@nkp-planner/core";
import { toldOf } from "../../../build-time/told/own-file.ts";
import { context, fleet } from "../example.ts";
import { sourcesPart } from "./parts.ts";
import type { ReferenceList, ReferencePage } from "./reference-list.ts";

const FOLDER = "packages/core/src/decision/criteria";
const HORIZON_MONTHS = 36;

/** The models by every criterion; nobody's weights are in it. */
const decision = decide(fleet, defaultModels, context, {
  weights: new Map(),
  scales: new Map(),
  horizonMonths: HORIZON_MONTHS,
});

/** Every criterion by which models are judged, and what it comes to for the example. */
export const criterionPages: ReferenceList = {
  id: "criteria",
  title: "Criteria of decisions",
  lead: "By what nkp-planner decide measures the models: figures of the plan and of its calendar alone. What each is worth is yours to say.",
  pages: async () => decision.criteria.map(criterionPage),
};

function criterionPage(measured: (typeof decision.criteria)[number]): ReferencePage {
  const { id, title, measures, unit, better, scale } = measured;
  const told = toldOf(FOLDER, id);
  const ends = better === "less" ? "Less is better" : "More is better";
  return {
    id,
    title,
    lead: told.summary,
    sections: [
      {
        title: "How it is measured",
        paragraphs: [
          measures,
          `${ends}; it is counted in ${unit}. The best of the models compared has 100 points and the worst none, unless you give a scale (\`--scale ${id}=WORST..BEST\`).`,
        ],
        command: `nkp-planner decide fleet.yaml --prices price-book.yaml --weight ${id}=3 --weight all=1`,
      },
      {
        title: "In the example fleet",
        paragraphs: [
          ...(scale === null ? ["It is not known of all models there, so that nobody is scored by it."] : []),
          ...(scale !== null && !measured.tellsApart ? ["It tells none of them from the others."] : []),
        ],
        table: {
          label: "Models by this criterion",
          columns: [{ title: "Model" }, { title: "Measure", isNumber: true }, { title: "Points", isNumber: true }],
          rows: measured.models.map(({ modelId, value, score }) => [
            decision.models.find(({ model }) => model.id === modelId)?.model.title ?? modelId,
            value === null ? "unknown" : valueText(measureValue(value, unit, fleet.currency)),
            score === null ? "" : valueText({ kind: "number", value: Math.round(score) }),
          ]),
        },
      },
      ...sourcesPart(told),
    ],
  };
}
