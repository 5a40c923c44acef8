import { hostsView } from "../../view/hosts-view.ts";
import type { Answer } from "../answer.ts";

export const hostsAnswer: Answer<"hosts"> = ({ comparison, writer }, modelId) => {
  const plan = comparison.plans.find(({ model }) => model.id === modelId);
  if (plan === undefined) throw new Error(`No plan by the model "${modelId}".`);
  return hostsView(plan, writer);
};
