import * as z from "zod";

const MOST_MONTHS = 120;

/** How far upgrades are played, and what of them is told. */
export const CALENDAR_FIELDS = {
  months: z
    .int()
    .min(1)
    .max(MOST_MONTHS)
    .optional()
    .meta({
      title: `a whole number from 1 to ${MOST_MONTHS}`,
      description: "Months of upgrades that are played (default: upgrade-horizon-months)",
      examples: [24],
    }),
  assumed: z
    .boolean()
    .default(false)
    .meta({ description: "Whether releases that are assumed to come are told, too", examples: [true] }),
} as const;

export const endoflifeOptions = z.strictObject(CALENDAR_FIELDS);
