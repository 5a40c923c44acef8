import { EVERY_RELEASE } from "../formats/release-range.ts";
import { defineAdapter } from "./adapter.ts";
import { renovateOptions } from "./renovate/renovate-options.ts";

/**
 * A configuration of Renovate by which each cluster is proposed a version of the platform from its day on, and not
 * before.
 * @see https://docs.renovatebot.com/modules/datasource/endoflife-date/
 * @see https://docs.renovatebot.com/configuration-options/#packagerulesmatchjsonata
 */
export const renovateCalendar = defineAdapter({
  id: "renovate-calendar",
  title: "Upgrade days for Renovate",
  summary: "renovate.json by which each cluster is proposed a version of NKP on its day, and not before.",
  of: "fleet",
  releases: EVERY_RELEASE,
  options: renovateOptions,
  readsBack: ["name"],
  load: async () => {
    const [{ emitRenovate }, { readRenovate }] = await Promise.all([
      import("./renovate/emit-renovate.ts"),
      import("./renovate/read-renovate.ts"),
    ]);
    return { emit: emitRenovate, readBack: readRenovate };
  },
});
