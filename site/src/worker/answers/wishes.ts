import { wishesView } from "../../view/wishes-view.ts";
import type { Answer } from "../answer.ts";

/** What matters beside cost, and what of it the visitor has ticked. */
export const wishesAnswer: Answer<"wishes"> = ({ comparison, writer }, ticked) =>
  wishesView(comparison.plans, ticked, writer);
