import { defineCalendarFormat } from "./calendar-format.ts";
import { CYCLE_OPTIONS, type CycleTold, cyclesTold } from "./cycles-told.ts";

/** The version of the schema that is written. */
const SCHEMA_VERSION = "1.2.1";
const PRODUCT_PAGE =
  "https://portal.nutanix.com/page/documents/details?targetId=Nutanix-Kubernetes-Platform-v2_18:Nutanix-Kubernetes-Platform-v2_18";

/** A product as endoflife.date answers it. @see https://endoflife.date/docs/api/v1/ */
export const endoflife = defineCalendarFormat({
  id: "endoflife",
  title: "Releases, JSON in the shape of the API v1 of endoflife.date",
  options: CYCLE_OPTIONS,
  write: (calendar, options) => {
    const { asOf } = calendar.upgrades.calendar;
    // No clock: the file says the fleet's day.
    const moment = `${asOf}T00:00:00+00:00`;
    const releases = cyclesTold(calendar, options).map((cycle) => releaseOf(cycle, asOf, options.assumed === "true"));
    const answer = {
      schema_version: SCHEMA_VERSION,
      generated_at: moment,
      last_modified: moment,
      result: {
        name: "nkp",
        aliases: [],
        label: "Nutanix Kubernetes Platform",
        category: "server-app",
        tags: ["nutanix", "server-app"],
        versionCommand: null,
        identifiers: [],
        labels: { eoas: null, discontinued: null, eol: "Support", eoes: null },
        links: { icon: null, html: PRODUCT_PAGE, releasePolicy: null },
        releases,
      },
    };
    return `${JSON.stringify(answer, null, 2)}\n`;
  },
});

/** Support that nobody knows to end is `isEol: false` without a day, as the format has it. */
function releaseOf({ minor, date, isAssumed, latest, endsOn }: CycleTold, asOf: string, saysAssumed: boolean) {
  const isEol = endsOn !== null && endsOn < asOf;
  return {
    name: minor,
    codename: null,
    label: isAssumed ? `${minor} (assumed)` : minor,
    releaseDate: date,
    isLts: false,
    ltsFrom: null,
    isEol,
    eolFrom: endsOn,
    isMaintained: !isEol,
    latest: latest === null ? null : { name: latest.version, date: latest.date, link: null },
    custom: saysAssumed ? { assumed: String(isAssumed) } : null,
  };
}
