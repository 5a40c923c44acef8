/** What bars are drawn with. Apart from the views, so that the page needs nothing of the planner to draw one. */

/** The widest bar of all; every other is a part of it. */
export const BAR_WIDTH = 1000;

export type CostPart = "workload" | "overhead" | "idle";

export interface BarPart {
  readonly kind: CostPart;
  readonly x: number;
  readonly width: number;
}

export const PART_WORDS: Readonly<Record<CostPart, string>> = {
  workload: "tenants",
  overhead: "platform",
  idle: "idle, floors and safety",
};
