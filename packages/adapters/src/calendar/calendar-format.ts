import type { FleetUpgrades, ReleaseCycle } from "@nkp-planner/core";
import type * as z from "zod";
import { type OptionSchema, type OptionWords, readOptions } from "../formats/options.ts";

/** A calendar of upgrades to be written for another tool. */
export interface CalendarToWrite {
  /** How people call the operating model that it is played by. */
  readonly modelTitle: string;
  readonly upgrades: FleetUpgrades;
  /** Minor versions, oldest first. */
  readonly cycles: readonly ReleaseCycle[];
}

/** How another tool reads a calendar of upgrades. */
export interface CalendarFormat {
  /** As `--format` names it. */
  readonly id: string;
  readonly title: string;
  readonly options: OptionSchema;
  /** The whole file. @throws InputError for options that it does not know */
  write(calendar: CalendarToWrite, options?: OptionWords): string;
}

/** A format whose code need not check the options that it is handed. */
export function defineCalendarFormat<Schema extends OptionSchema>({
  write,
  ...format
}: Omit<CalendarFormat, "write" | "options"> & {
  readonly options: Schema;
  readonly write: (calendar: CalendarToWrite, options: z.output<Schema>) => string;
}): CalendarFormat {
  return { ...format, write: (calendar, words = {}) => write(calendar, readOptions(format.options, words, format.id)) };
}
