import {
  type ClockDays,
  type ClusterUpgrades,
  type FleetUpgrades,
  findingText,
  type PlannedFleet,
  type Problem,
  sumOfHours,
  type Tenant,
  type TenantUpgrades,
  type UpgradeCalendar,
  type UpgradeStep,
} from "@nkp-planner/core";
import { planTitle } from "../plan-title.ts";
import { counted, type Writer } from "../writer.ts";
import { CLOCK_IDS } from "./clocks.ts";
import { summaryOf } from "./upgrade-summary.ts";
import { type TimelineView, timelineView } from "./upgrade-timeline.ts";
import { daysText, FAILURES, holdersText, holderText, type Names, NEVER, WORK } from "./upgrade-words.ts";

/** One model's plan with its upgrades played forward, or with why they cannot be. */
export interface PlayedPlan {
  readonly plan: PlannedFleet;
  readonly upgrades: FleetUpgrades | null;
  readonly problems: readonly Problem[];
}

/** The upgrades of a fleet by every compared model. */
export interface UpgradesView {
  /** What of the fleet no calendar can be played with, each once; the models that it concerns have no calendar. */
  readonly problems: readonly Problem[];
  readonly models: readonly ModelUpgradesView[];
  /** What upgrades take, and whom one failure touches: a column for each model that is played. */
  readonly work: readonly SumsRow[];
}

export interface ModelUpgradesView {
  readonly modelId: string;
  readonly title: string;
  /** null: it cannot be played. */
  readonly calendar: CalendarView | null;
}

export interface CalendarView {
  readonly summary: string;
  readonly findings: readonly string[];
  readonly timeline: TimelineView;
  readonly steps: readonly StepRow[];
  readonly tenants: readonly TenantRow[];
  /** `Basalt keeps Kite Media waiting for 229 days`, the longest first. */
  readonly waits: readonly string[];
  readonly flights: readonly { readonly from: string; readonly to: string; readonly versions: string }[];
}

/** One upgrade of a cluster. */
export interface StepRow {
  readonly cluster: string;
  readonly version: string;
  readonly wantedOn: string;
  /** The day, or that it never comes and why. */
  readonly comesOn: string;
  readonly isNever: boolean;
  readonly waitsFor: string;
  readonly days: string;
  readonly note: string;
}

export interface TenantRow {
  readonly name: string;
  readonly cluster: string;
  readonly upgrades: string;
  readonly waitDays: string;
  readonly waitsFor: string;
  readonly ownDays: string;
  /** In the order of `CLOCK_IDS`. */
  readonly clocks: readonly { readonly text: string; readonly isOutside: boolean }[];
}

export interface SumsRow {
  readonly title: string;
  readonly isSum: boolean;
  /** By model, in their order. */
  readonly cells: readonly { readonly modelId: string; readonly text: string }[];
}

const MOST_WAITS = 12;
const NONE = "—";

export function upgradesView(
  played: readonly PlayedPlan[],
  tenants: readonly Pick<Tenant, "id" | "name">[],
  writer: Writer,
): UpgradesView {
  const names: Names = new Map(tenants.map(({ id, name }) => [id, name]));
  const problems = new Map(played.flatMap((one) => one.problems.map((problem) => [JSON.stringify(problem), problem])));
  return {
    problems: [...problems.values()],
    models: played.map(({ plan, upgrades }) => {
      const title = planTitle(plan);
      const calendar = upgrades === null ? null : calendarView(upgrades.calendar, title, names, writer);
      return { modelId: plan.model.id, title, calendar };
    }),
    work: workRows(
      played.flatMap(({ upgrades }) => upgrades ?? []),
      writer,
    ),
  };
}

function calendarView(calendar: UpgradeCalendar, title: string, names: Names, writer: Writer): CalendarView {
  const name = (id: string) => names.get(id) ?? id;
  const waits = calendar.blocks.map(
    ({ tenantId, blockedTenantId, days }) =>
      `${name(blockedTenantId)} waits for ${name(tenantId)}: ${daysText(days, writer)}`,
  );
  const left = waits.length - MOST_WAITS;
  return {
    summary: summaryOf(calendar, names, writer),
    findings: calendar.findings.map((finding) => findingText(finding, writer.inSentence)),
    timeline: timelineView(calendar, title, names, writer),
    steps: [...calendar.planes, ...calendar.clusters].flatMap((cluster) =>
      cluster.steps.map((step) => stepRow(cluster, step, names, writer)),
    ),
    tenants: calendar.tenants.map((tenant) => tenantRow(tenant, names, writer)),
    waits: [...waits.slice(0, MOST_WAITS), ...(left > 0 ? [`and ${writer.number(left)} more, in the table`] : [])],
    flights: calendar.versionsInFlight.map(({ from, to, versions }) => ({
      from,
      to,
      versions: versions
        .map(({ version, clusterCount }) => `${version}: ${counted(writer, clusterCount, "cluster")}`)
        .join(", "),
    })),
  };
}

function stepRow({ name }: ClusterUpgrades, step: UpgradeStep, names: Names, writer: Writer): StepRow {
  const { minor, to, via, wantedOn, movedOn, neverReason, heldBy, heldBackDays } = step;
  return {
    cluster: name,
    version: [...via, to ?? minor].join(", then "),
    wantedOn: wantedOn ?? "never",
    comesOn: movedOn ?? (neverReason === null ? "never" : `never: ${NEVER[neverReason]}`),
    isNever: movedOn === null,
    waitsFor: heldBy.length === 0 ? NONE : holdersText(heldBy, names, writer),
    days: writer.number(heldBackDays),
    note: noteOf(step),
  };
}

function noteOf({ isForced, advisedAgainst, risks }: UpgradeStep): string {
  const of = (state: string) => risks.filter((risk) => risk.state === state).map(({ riskId }) => riskId);
  const [applies, unknown] = [of("applies"), of("unknown")];
  return [
    isForced ? "before it is ready" : "",
    applies.length === 0 ? "" : `risks: ${applies.join(", ")}`,
    unknown.length === 0 ? "" : `not known: ${unknown.join(", ")}`,
    advisedAgainst.length === 0 ? "" : `advised against by ${advisedAgainst.join(", ")}`,
  ]
    .filter((part) => part !== "")
    .join("; ");
}

function tenantRow(tenant: TenantUpgrades, names: Names, writer: Writer): TenantRow {
  const { tenantId, clusterName, upgradeCount, heldBackDays, ownWaitDays, heldBy, clocks } = tenant;
  const [first, ...others] = heldBy.map((one) => holderText(one, names));
  return {
    name: names.get(tenantId) ?? tenantId,
    cluster: clusterName,
    upgrades: writer.number(upgradeCount),
    waitDays: writer.number(heldBackDays),
    waitsFor: first === undefined ? NONE : others.length === 0 ? first : `${first} and ${others.length} more`,
    ownDays: writer.number(ownWaitDays),
    clocks: CLOCK_IDS.map((clock) => clockOf(clocks[clock], writer)),
  };
}

function clockOf({ outsideDays, unknownDays }: ClockDays, writer: Writer): TenantRow["clocks"][number] {
  const parts = [
    ...(outsideDays === 0 ? [] : [`${daysText(outsideDays, writer)} outside`]),
    ...(unknownDays === 0 ? [] : [`${daysText(unknownDays, writer)} not known`]),
  ];
  return { text: parts.length === 0 ? "always within" : parts.join(", "), isOutside: outsideDays > 0 };
}

function workRows(played: readonly FleetUpgrades[], writer: Writer): readonly SumsRow[] {
  const [first] = played;
  if (first === undefined) return [];
  const row = (title: string, textOf: (upgrades: FleetUpgrades) => string, isSum = false): SumsRow => ({
    title,
    isSum,
    cells: played.map((one) => ({ modelId: one.modelId, text: textOf(one) })),
  });
  const hours = (value: number | null) => (value === null ? "not known" : `${writer.number(value)} h`);
  return [
    ...first.work.map(({ kind }) =>
      row(WORK[kind], ({ work }) => {
        const found = work.find((one) => one.kind === kind);
        return found === undefined ? NONE : `${writer.number(found.count)}: ${hours(found.hours)}`;
      }),
    ),
    row("Hours together", ({ work }) => hours(sumOfHours(work)), true),
    ...first.blastRadius.kinds.map(({ kind }) =>
      row(FAILURES[kind], ({ blastRadius: { kinds } }) =>
        writer.number(kinds.find((one) => one.kind === kind)?.largestTenantCount ?? 0),
      ),
    ),
  ];
}
