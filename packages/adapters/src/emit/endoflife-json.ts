import { EVERY_RELEASE } from "../formats/release-range.ts";
import { defineAdapter } from "./adapter.ts";
import { endoflifeOptions } from "./upgrade-calendar/calendar-options.ts";

/**
 * The releases of the platform and the day on which each cluster moves to each, as endoflife.date has such things.
 * @see https://endoflife.date/docs/api/v1/
 */
export const endoflifeJson = defineAdapter({
  id: "endoflife-json",
  title: "Releases as endoflife.date has them",
  summary: "When releases come, end, and reach each cluster: JSON in both shapes of endoflife.date.",
  of: "fleet",
  releases: EVERY_RELEASE,
  options: endoflifeOptions,
  readsBack: ["name"],
  load: async () => {
    const [{ emitEndoflife }, { readEndoflife }] = await Promise.all([
      import("./upgrade-calendar/emit-endoflife.ts"),
      import("./upgrade-calendar/read-endoflife.ts"),
    ]);
    return { emit: emitEndoflife, readBack: readEndoflife };
  },
});
