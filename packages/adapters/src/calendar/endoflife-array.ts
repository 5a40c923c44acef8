import { defineCalendarFormat } from "./calendar-format.ts";
import { CYCLE_OPTIONS, cyclesTold } from "./cycles-told.ts";

/** The older array of endoflife.date, as Renovate's data source reads it. @see https://endoflife.date/docs/api/ */
export const endoflifeArray = defineCalendarFormat({
  id: "endoflife-array",
  title: "Releases, JSON in the older shape of endoflife.date, which Renovate reads",
  options: CYCLE_OPTIONS,
  write: (calendar, options) => {
    const cycles = cyclesTold(calendar, options).map(({ minor, date, latest, endsOn }) => ({
      cycle: minor,
      releaseDate: date,
      // No day that anybody knows is false in this format.
      eol: endsOn ?? false,
      ...(latest === null ? {} : { latest: latest.version, latestReleaseDate: latest.date }),
      lts: false,
    }));
    return `${JSON.stringify(cycles, null, 2)}\n`;
  },
});
