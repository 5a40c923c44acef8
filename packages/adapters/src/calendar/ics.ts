import { addDays, type CalendarEvent, type FleetUpgrades, type UpgradeStep } from "@nkp-planner/core";
import { NO_OPTIONS } from "../formats/options.ts";
import { type CalendarToWrite, defineCalendarFormat } from "./calendar-format.ts";
import { icsText, textLine } from "./ics-lines.ts";

/** An entry of a day for calendars of people: what happens to one cluster, or on one day to several. */
interface Entry {
  readonly key: string;
  readonly date: string;
  readonly summary: string;
  readonly description: string;
}

/** Dates of upgrades, releases and ends of support, one entry a day and thing. */
export const ics = defineCalendarFormat({
  id: "ics",
  title: "Calendar (iCalendar)",
  options: NO_OPTIONS,
  write: (calendar) => {
    const { upgrades, modelTitle } = calendar;
    const stamp = `${compact(upgrades.calendar.asOf)}T000000Z`;
    return icsText([
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//nkp-planner//lifecycle//EN",
      textLine("X-WR-CALNAME;VALUE=TEXT", `Upgrades, ${modelTitle}`),
      ...entriesOf(calendar).flatMap(({ key, date, summary, description }) => [
        "BEGIN:VEVENT",
        textLine("UID", `${upgrades.modelId}-${key}@nkp-planner.invalid`),
        `DTSTAMP:${stamp}`,
        `DTSTART;VALUE=DATE:${compact(date)}`,
        `DTEND;VALUE=DATE:${compact(addDays(date, 1))}`,
        textLine("SUMMARY", summary),
        textLine("DESCRIPTION", description),
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
      ]),
      "END:VCALENDAR",
    ]);
  },
});

function compact(date: string): string {
  return date.replaceAll("-", "");
}

function entriesOf({ upgrades }: CalendarToWrite): readonly Entry[] {
  const { calendar } = upgrades;
  const isMove = ({ code }: CalendarEvent) => code.endsWith("-moved") || code === "cluster-forced";
  const moves = [...calendar.planes, ...calendar.clusters].flatMap(({ name, steps }) =>
    steps.flatMap((step) => (step.movedOn === null ? [] : [moveEntry(name, step, step.movedOn)])),
  );
  const others = new Map<string, CalendarEvent[]>();
  for (const event of calendar.events.filter((one) => !isMove(one))) {
    const key = `${event.code}-${event.version}-${event.date}`;
    others.set(key, [...(others.get(key) ?? []), event]);
  }
  const entries = [...moves, ...[...others].map(([key, events]) => otherEntry(key, events, upgrades))];
  return entries.toSorted((a, b) => (a.date === b.date ? (a.key < b.key ? -1 : 1) : a.date < b.date ? -1 : 1));
}

function moveEntry(clusterName: string, step: UpgradeStep, date: string): Entry {
  const { minor, from, to, via, wantedOn, heldBackDays, isForced, risks, isRecommended } = step;
  const of = (state: string) => risks.filter((risk) => risk.state === state).map(({ riskId }) => riskId);
  const [applying, unknown] = [of("applies"), of("unknown")];
  const sentences = [
    via.length === 0 ? "" : `By way of ${via.join(", ")}.`,
    heldBackDays === 0 || wantedOn === null ? "" : `Wanted on ${wantedOn}, held back ${heldBackDays} days.`,
    isForced ? "Before its tenant is ready, as its window ends." : "",
    applying.length === 0 ? "" : `Known risks that apply: ${applying.join(", ")}.`,
    unknown.length === 0 ? "" : `Known risks of which nobody has said whether they apply: ${unknown.join(", ")}.`,
    isRecommended ? "" : "Not recommended as it stands.",
  ];
  return {
    // Without its day, so that a calendar read again moves the entry and does not add one.
    key: `${clusterName}-${minor}`,
    date,
    summary: `${clusterName}: NKP ${from} → ${to ?? minor}`,
    description: sentences.filter((one) => one !== "").join(" "),
  };
}

const SUMMARIES: Readonly<
  Record<
    Exclude<CalendarEvent["code"], "plane-moved" | "cluster-moved" | "cluster-forced">,
    (version: string) => string
  >
> = {
  "minor-released": (version) => `NKP ${version} comes out`,
  "prism-central-raised": (version) => `Prism Central is raised to ${version}`,
  "window-left": (version) => `NKP ${version} is too far behind the newest`,
  "kubernetes-ended": (version) => `Kubernetes ${version} is out of upstream's support`,
  "prism-central-ended": (version) => `Prism Central ${version} is out of support`,
  "aos-ended": (version) => `AOS ${version} is out of support`,
};

function otherEntry(key: string, events: readonly CalendarEvent[], { calendar }: FleetUpgrades): Entry {
  const { code, version, date } = events[0] as CalendarEvent;
  const summary = SUMMARIES[code as keyof typeof SUMMARIES](version);
  const names = events.flatMap(({ clusterName }) => clusterName ?? []);
  const isAssumed =
    code === "minor-released" && calendar.releases.some((one) => one.minor === version && one.isAssumed);
  return {
    key,
    date,
    summary: isAssumed ? `${summary} (assumed)` : summary,
    description: names.length === 0 ? "" : `Of ${names.join(", ")}.`,
  };
}
