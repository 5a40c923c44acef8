import { countText, daysBetween } from "@nkp-planner/core";
import * as z from "zod";

const MOST_DAYS = 3650;
/** A month, in which a change can still be planned. */
const DEFAULT_DAYS = 30;

/** How long before its end a support is told of. */
export const WITHIN_DAYS = z.strictObject({
  withinDays: z
    .int()
    .min(0)
    .max(MOST_DAYS)
    .default(DEFAULT_DAYS)
    .meta({
      description: "An end of support that is fewer days away than this is found; 0: only one that has passed.",
      examples: [90],
    }),
});

/** Where a day stands beside the last day of a support: that day itself is still within it. */
export function supportStateOf(
  lastDay: string,
  today: string,
  withinDays: number,
): { readonly state: "supported" | "ending" | "ended"; readonly left: string } {
  const dayCount = daysBetween(today, lastDay);
  const state = dayCount < 0 ? "ended" : dayCount < withinDays ? "ending" : "supported";
  return { state, left: countText(Math.max(dayCount, 0), "day") };
}
