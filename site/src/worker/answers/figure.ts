import { DIFFERENCE, differenceView } from "../../view/difference-view.ts";
import { figureView } from "../../view/figure-view.ts";
import type { Answer } from "../answer.ts";

export const figureAnswer: Answer<"figure"> = async ({ comparison, data, writer }, { modelId, figureId }) => {
  if (figureId.startsWith(DIFFERENCE)) {
    return differenceView(comparison, modelId, figureId.slice(DIFFERENCE.length), writer);
  }
  const plan = comparison.plans.find(({ model }) => model.id === modelId);
  if (plan === undefined) throw new Error(`No plan by the model "${modelId}".`);
  return figureView(plan, figureId, await data.sources(), writer);
};
