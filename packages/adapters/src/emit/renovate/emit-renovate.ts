import { type Finding, findingText, visible } from "@nkp-planner/core";
import type { EmitWork } from "../adapter.ts";
import type { Emitted } from "../emitted-file.ts";
import { jsonFile } from "../making/json-file.ts";
import { type CalendarOfFleet, calendarOfFleet } from "../upgrade-calendar/calendar-of-fleet.ts";
import { calendarFinding } from "../upgrade-calendar/calendar-texts.ts";
import { type PlannedMoves, plannedMoves } from "./planned-moves.ts";
import { renovateConfig } from "./renovate-config.ts";
import type { renovateOptions } from "./renovate-options.ts";

const ID = "renovate-calendar";

type ClusterMoves = CalendarOfFleet["clusters"][number] & PlannedMoves;

/** A configuration, the versions that it raises, and a text on both. */
export function emitRenovate({ plan, fleet, options, findings }: EmitWork<typeof renovateOptions>): Emitted {
  if (fleet === null) throw new Error("A calendar is written of a fleet.");
  const calendar = calendarOfFleet(fleet, options.months, ID);
  const release = plan.release.version.split("-")[0] ?? plan.release.version;
  const clusters = calendar.clusters.map((one) => ({
    ...one,
    ...plannedMoves(one, calendar.cycles, options.assumed, release),
  }));
  const said = [...calendar.upgrades.calendar.findings, ...notesOn(clusters)];
  return {
    files: [
      { path: "README.md", text: readme(calendar, clusters, [...findings, ...said]) },
      {
        path: "renovate.json",
        text: jsonFile(renovateConfig(options.endOfLifeUrl, clusters)),
      },
      {
        path: "nkp-versions.json",
        text: jsonFile(clusters.map(({ name, label, version }) => ({ cluster: name, package: label, nkp: version }))),
      },
    ],
    findings: said,
  };
}

function notesOn(clusters: readonly ClusterMoves[]): readonly Finding[] {
  const without = clusters.filter(({ upgrades }) => upgrades === null).map(({ name }) => name);
  const unsaid = clusters.filter(({ isVersionSaid }) => !isVersionSaid).map(({ name }) => name);
  const below = [...new Set(clusters.map((one) => one.below))];
  return [
    calendarFinding(ID, "versions-file"),
    calendarFinding(ID, "patches-at-once"),
    calendarFinding(ID, "days-of-utc"),
    ...(without.length === 0 ? [] : [calendarFinding(ID, "not-upgraded", { clusters: without })]),
    ...(unsaid.length === 0 ? [] : [calendarFinding(ID, "version-of-plan", { clusters: unsaid })]),
    ...clusters.flatMap(({ name, never }) =>
      never.length === 0 ? [] : [calendarFinding(ID, "never-proposed", { cluster: name, minors: never })],
    ),
    ...(below.length === 0 ? [] : [calendarFinding(ID, "later-not-proposed", { minors: below })]),
  ];
}

function readme(
  { modelTitle, upgrades }: CalendarOfFleet,
  clusters: readonly ClusterMoves[],
  findings: readonly Finding[],
): string {
  const { asOf, until } = upgrades.calendar;
  const rows = clusters.flatMap(({ name, moves }) =>
    moves.map(({ minor, on }) => `| ${cell(name)} | ${minor} | ${on} |`),
  );
  return `# Versions of NKP, each cluster's from its day on

${visible(modelTitle)}, from ${asOf} until ${until}.
${findings.map((finding) => `\n${visible(findingText(finding))}\n`).join("")}
## Use

1. Serve what the format \`endoflife-json\` writes where \`renovate.json\` looks for it (\`registryUrlTemplate\`).
2. Keep \`nkp-versions.json\` and \`renovate.json\` in a repository that Renovate, 40 or later, looks after.
3. Make both again when the plan changes. Until its day a version is held back by the rule with that day.

\`renovate-config-validator --strict renovate.json\` says whether your Renovate takes the file.

## Days

| Cluster | NKP | From |
| --- | --- | --- |
${rows.join("\n")}
`;
}

function cell(text: string): string {
  return visible(text).replaceAll(/[\\|`*_<[]/g, "\\$&");
}
