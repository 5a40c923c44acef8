import type { PlanningContext } from "@nkp-planner/core";

/** What every document says of which a price is invented. */
export const ILLUSTRATIVE = "Prices are invented: replace them by yours before quoting.";

/** Whether any price behind a plan is invented: every report of it says so. */
export function isIllustrative({ priceBook, priceList }: Pick<PlanningContext, "priceBook" | "priceList">): boolean {
  return priceBook.illustrative || priceList?.illustrative === true;
}
