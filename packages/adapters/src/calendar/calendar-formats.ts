import type { CalendarFormat } from "./calendar-format.ts";
import { endoflife } from "./endoflife.ts";
import { endoflifeArray } from "./endoflife-array.ts";
import { ics } from "./ics.ts";

/** Every format of calendars of upgrades. A new one is one file and one line here. */
export const calendarFormats: readonly CalendarFormat[] = [ics, endoflife, endoflifeArray];
