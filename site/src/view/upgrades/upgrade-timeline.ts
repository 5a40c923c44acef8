import { addMonths, type ClusterUpgrades, daysBetween, type HeldBy, type UpgradeCalendar } from "@nkp-planner/core";
import { counted, type Writer } from "../writer.ts";
import { CLOCK_IDS } from "./clocks.ts";
import { holderText, type Names } from "./upgrade-words.ts";

/** A picture of a calendar: a lane a cluster, from its first day on the left to its last on the right. */
export interface TimelineView {
  /** What the picture shows, in a sentence. */
  readonly title: string;
  readonly axis: readonly Tick[];
  readonly lanes: readonly LaneView[];
  /** Said where more clusters are than are drawn; empty where all are. */
  readonly leftOut: string;
}

/** A place between the first day, 0, and the last, 1, with what is written there. */
export interface Tick {
  readonly atRatio: number;
  readonly label: string;
  /** Whether the label stands to the left: the lane ends soon. */
  readonly isLeft: boolean;
}

export interface LaneView {
  readonly name: string;
  readonly role: string;
  /** Who or what is waited for, the longest first; empty where nobody is. */
  readonly waits: string;
  /** Days on which it moves, each labelled with the version that it moves to, where there is room. */
  readonly moves: readonly Tick[];
  readonly stretches: readonly LaneStretch[];
}

export interface LaneStretch {
  /** `waits`: for others; `outside`: of support by some clock; `unknown`: nobody knows by some clock. */
  readonly state: "waits" | "outside" | "unknown";
  readonly fromRatio: number;
  readonly toRatio: number;
}

/** More lanes than these nobody reads: the table has all of them. */
const MOST_LANES = 30;
/** Labels nearer than these would be written over each other. */
const LABEL_ROOM_RATIO = 1 / 11;
const MOST_TICKS = 6;
/** From here on a label has no room to its right. */
const LAST_LABEL_RATIO = 1 - LABEL_ROOM_RATIO;

export function timelineView(
  calendar: UpgradeCalendar,
  modelTitle: string,
  names: Names,
  writer: Writer,
): TimelineView {
  const clusters = [...calendar.planes, ...calendar.clusters];
  const drawn = clusters.slice(0, MOST_LANES);
  const left = clusters.length - drawn.length;
  return {
    title: `${modelTitle}: upgrades of ${counted(writer, drawn.length, "cluster")} from ${calendar.asOf} until ${calendar.until}`,
    axis: axisOf(calendar),
    lanes: drawn.map((cluster) => laneOf(cluster, calendar, names)),
    leftOut:
      left === 0
        ? ""
        : `The picture shows the first ${drawn.length} of ${writer.number(clusters.length)} clusters; the table below has all of them.`,
  };
}

/** The first of months, so many that their names fit side by side. */
function axisOf({ asOf, until, horizonDays }: UpgradeCalendar): readonly Tick[] {
  const firsts: string[] = [];
  const begin = `${asOf.slice(0, "2026-11".length)}-01`;
  for (let month = 1; addMonths(begin, month) < until; month += 1) firsts.push(addMonths(begin, month));
  const every = Math.ceil(firsts.length / MOST_TICKS);
  return firsts
    .filter((_, index) => index % every === 0)
    .map((day) => tickOf(daysBetween(asOf, day) / horizonDays, day.slice(0, "2026-11".length)));
}

function tickOf(atRatio: number, label: string): Tick {
  return { atRatio, label, isLeft: atRatio > LAST_LABEL_RATIO };
}

function laneOf(cluster: ClusterUpgrades, calendar: UpgradeCalendar, names: Names): LaneView {
  return {
    name: cluster.name,
    role: ROLES[cluster.role],
    waits: waitsText(cluster, names),
    moves: movesOf(cluster, calendar),
    stretches: [...waitsOf(cluster, calendar), ...supportOf(cluster, calendar)],
  };
}

const ROLES: Readonly<Record<ClusterUpgrades["role"], string>> = {
  management: "management cluster",
  attached: "attached",
  "self-managed": "manages itself",
};

/** The version of the first day, and each that comes; of upgrades close together the last is labelled. */
function movesOf({ steps }: ClusterUpgrades, { asOf, horizonDays }: UpgradeCalendar): readonly Tick[] {
  const moves = steps.flatMap(({ movedOn, minor }) =>
    movedOn === null ? [] : [tickOf(daysBetween(asOf, movedOn) / horizonDays, minor)],
  );
  return moves.map((move, index) => {
    const next = moves[index + 1];
    // Two labels stand between a mark and the next one whose label is to its left.
    const room = next?.isLeft === true && !move.isLeft ? 2 * LABEL_ROOM_RATIO : LABEL_ROOM_RATIO;
    const isCrowded = next !== undefined && next.atRatio - move.atRatio < room;
    return isCrowded ? { ...move, label: "" } : move;
  });
}

/** From the day on which an upgrade is wanted to the one on which it comes, or to the end. */
function waitsOf({ steps }: ClusterUpgrades, { asOf, horizonDays }: UpgradeCalendar): readonly LaneStretch[] {
  const stretches: LaneStretch[] = [];
  for (const { wantedOn, movedOn, heldBackDays } of steps) {
    if (heldBackDays === 0 || wantedOn === null) continue;
    const fromDay = daysBetween(asOf, wantedOn);
    const toDay = movedOn === null ? horizonDays : daysBetween(asOf, movedOn);
    stretches.push({ state: "waits", fromRatio: fromDay / horizonDays, toRatio: toDay / horizonDays });
  }
  return stretches;
}

/** What any of the clocks says; days that are outside by one are drawn over those that another does not know. */
function supportOf({ clockStretches }: ClusterUpgrades, { horizonDays }: UpgradeCalendar): readonly LaneStretch[] {
  const all = CLOCK_IDS.flatMap((clock) => clockStretches[clock]);
  const drawn = (state: "outside" | "unknown") =>
    all
      .filter((one) => one.state === state)
      .map(({ fromDay, toDay }) => ({ state, fromRatio: fromDay / horizonDays, toRatio: toDay / horizonDays }));
  return [...drawn("unknown"), ...drawn("outside")];
}

function waitsText({ steps }: ClusterUpgrades, names: Names): string {
  const days = new Map<string, number>();
  for (const held of steps.flatMap(({ heldBy }): readonly HeldBy[] => heldBy)) {
    const whom = holderText(held, names);
    days.set(whom, (days.get(whom) ?? 0) + held.days);
  }
  const longest = [...days].toSorted(([, a], [, b]) => b - a).map(([whom]) => whom);
  return longest.length === 0 ? "" : `waits for ${longest.join(", ")}`;
}
