import * as z from "zod";

/** The day from which something is charged, as an option of those files that want one. */
export const effectiveDate = z.iso.date().optional().meta({
  description: "The day from which it is charged, such as 2027-01-01 (default: the plan's day)",
});

/** The first moment of a day, as APIs want it. */
export function instantOf(day: string): string {
  return `${day}T00:00:00Z`;
}
