import { quoteView } from "../../view/quote-view.ts";
import type { Answer } from "../answer.ts";
import { planBy } from "../plan-by.ts";

export const quoteAnswer: Answer<"quote"> = ({ comparison, writer }, { modelId, tenantIds, terms }) =>
  quoteView(planBy(comparison, modelId), tenantIds, writer, terms);
