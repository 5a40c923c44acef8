import { groupedBy } from "../base/grouped.ts";
import type { IsoDate } from "../base/provenance.ts";

/**
 * What happens on a day: a minor version comes out, Prism Central is raised, a plane or a cluster moves, a cluster moves
 * though a tenant is not ready, a cluster leaves NKP's window, or support ends of a Kubernetes, a Prism Central, an AOS.
 */
export const CALENDAR_EVENT_CODES = [
  "minor-released",
  "prism-central-raised",
  "plane-moved",
  "cluster-moved",
  "cluster-forced",
  "window-left",
  "kubernetes-ended",
  "prism-central-ended",
  "aos-ended",
] as const;

/** An entry of the calendar. */
export interface CalendarEvent {
  readonly date: IsoDate;
  readonly code: (typeof CALENDAR_EVENT_CODES)[number];
  /** Null: it is about no cluster in particular. */
  readonly clusterName: string | null;
  /** What comes out, is moved to, leaves its window or ends. */
  readonly version: string;
}

/** By day, then in the order of the codes, then by cluster and version. */
export function inCalendarOrder(events: readonly CalendarEvent[]): readonly CalendarEvent[] {
  const ofDays = [...groupedBy(events, ({ date }) => date)].toSorted(([a], [b]) => compared(a, b));
  return ofDays.flatMap(([, ofDay]) => ofDay.sort((a, b) => (a.code === b.code ? byName(a, b) : byCode(a, b))));
}

function byCode(a: CalendarEvent, b: CalendarEvent): number {
  return CALENDAR_EVENT_CODES.indexOf(a.code) - CALENDAR_EVENT_CODES.indexOf(b.code);
}

function byName(a: CalendarEvent, b: CalendarEvent): number {
  return compared(a.clusterName ?? "", b.clusterName ?? "") || compared(a.version, b.version);
}

function compared(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
