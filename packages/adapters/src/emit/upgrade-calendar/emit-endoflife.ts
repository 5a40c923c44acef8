import { countText, type Finding, findingText, visible } from "@nkp-planner/core";
import { endoflife } from "../../calendar/endoflife.ts";
import { endoflifeArray } from "../../calendar/endoflife-array.ts";
import type { EmitWork } from "../adapter.ts";
import type { Emitted, EmittedText } from "../emitted-file.ts";
import { jsonFile } from "../making/json-file.ts";
import { type CalendarOfFleet, calendarOfFleet } from "./calendar-of-fleet.ts";
import type { endoflifeOptions } from "./calendar-options.ts";
import { calendarFinding } from "./calendar-texts.ts";

const ID = "endoflife-json";

/** Both shapes of the releases, for all and for each cluster, and a list of the clusters. */
export function emitEndoflife({ fleet, options, findings }: EmitWork<typeof endoflifeOptions>): Emitted {
  if (fleet === null) throw new Error("A calendar is written of a fleet.");
  const calendar = calendarOfFleet(fleet, options.months, ID);
  const assumed = String(options.assumed);
  const without = calendar.clusters.filter(({ upgrades }) => upgrades === null).map(({ name }) => name);
  const said = [
    ...calendar.upgrades.calendar.findings,
    ...(without.length === 0 ? [] : [calendarFinding(ID, "not-upgraded", { clusters: without })]),
  ];
  return {
    files: [
      { path: "README.md", text: readme(calendar, [...findings, ...said]) },
      { path: "index.json", text: index(calendar) },
      { path: "endoflife.json", text: endoflife.write(calendar, { assumed }) },
      { path: "endoflife-array.json", text: endoflifeArray.write(calendar, { assumed }) },
      ...calendar.clusters.flatMap(({ name: cluster, label, upgrades }): readonly EmittedText[] =>
        upgrades === null
          ? []
          : [
              { path: `clusters/${label}.json`, text: endoflifeArray.write(calendar, { assumed, cluster }) },
              { path: `clusters/${label}.v1.json`, text: endoflife.write(calendar, { assumed, cluster }) },
            ],
      ),
    ],
    findings: said,
  };
}

/** Which files are of which cluster; null: there are none. */
function index({ upgrades, clusters }: CalendarOfFleet): string {
  return jsonFile({
    asOf: upgrades.calendar.asOf,
    model: upgrades.modelId,
    clusters: clusters.map(({ name, label, upgrades: own }) => ({
      name,
      releases: own === null ? null : `clusters/${label}.json`,
    })),
  });
}

function readme({ modelTitle, upgrades, clusters }: CalendarOfFleet, findings: readonly Finding[]): string {
  const { asOf, until } = upgrades.calendar;
  return `# Releases of NKP, and the day of each upgrade

${visible(modelTitle)}, from ${asOf} until ${until}: ${countText(clusters.length, "clusters")}. Tools that read endoflife.date read these files.
${findings.map((finding) => `\n${visible(findingText(finding))}\n`).join("")}
- \`endoflife.json\`: the releases, as the API v1 of endoflife.date answers; \`nkp-planner lifecycle --format endoflife\`
- \`endoflife-array.json\`: the same in the older shape; \`nkp-planner lifecycle --format endoflife-array\`
- \`clusters/NAME.json\` and \`clusters/NAME.v1.json\`: of one cluster, each release on the day on which that moves to it
- \`index.json\`: which file is of which cluster

Serve the folder over HTTPS. Renovate's data source \`endoflife-date\` reads \`clusters/NAME.json\` with the folder
\`clusters\` as its registry: the format \`renovate-calendar\` writes such a configuration.
`;
}
