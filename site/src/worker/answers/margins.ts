import { marginsView } from "../../view/margin-view.ts";
import type { Answer } from "../answer.ts";
import { planBy } from "../plan-by.ts";

/** What tenants leave under one model: asked for the one that is shown, so that a key need not work out the others. */
export const marginsAnswer: Answer<"margins"> = ({ comparison, writer }, modelId) =>
  marginsView(planBy(comparison, modelId), comparison.plans, writer);
