import { numberOf, type PlanningContext } from "@nkp-planner/core";
import { wholeNumber } from "./flags.ts";

const MOST_MONTHS = 120;

/** The flag that says how far upgrades are played. */
export const monthsFlag = {
  kind: "parsed",
  parse: wholeNumber("months", 1, MOST_MONTHS),
  optional: true,
  brief: `Months of upgrades that are played, from 1 to ${MOST_MONTHS} (default: upgrade-horizon-months)`,
  placeholder: "N",
} as const;

export interface MonthsFlag {
  readonly months?: number;
}

/** How many months of upgrades are played: as asked for, or as it is assumed. */
export function monthsPlayed({ months }: MonthsFlag, { choices }: Pick<PlanningContext, "choices">): number {
  return months ?? numberOf(choices, "upgrade-horizon-months");
}
