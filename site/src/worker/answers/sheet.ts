import { sheetView } from "../../view/sheet-view.ts";
import type { Answer } from "../answer.ts";
import { planBy } from "../plan-by.ts";

export const sheetAnswer: Answer<"sheet"> = async ({ comparison, data, writer }, modelId) =>
  sheetView(planBy(comparison, modelId), await data.sources(), writer);
