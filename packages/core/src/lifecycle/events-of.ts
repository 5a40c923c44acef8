import { type CalendarEvent, inCalendarOrder } from "./calendar-events.ts";
import { type RunningVersion, withEnds } from "./cluster-timeline.ts";
import type { CalendarContext } from "./cluster-upgrades.ts";
import type { Mover } from "./mover.ts";
import type { PrismCentralRaised } from "./prism-central-raised.ts";
import { firstDayOutside } from "./support-window.ts";

/** Everything that happens within the horizon, in the order of its days. */
export function eventsOf(
  movers: readonly Mover[],
  timelines: readonly (readonly RunningVersion[])[],
  raised: readonly PrismCentralRaised[],
  context: CalendarContext,
): readonly CalendarEvent[] {
  return inCalendarOrder([
    ...releasesOf(context),
    ...raised.map(({ raisedOn, version }) => eventOf(raisedOn, "prism-central-raised", null, version)),
    ...movers.flatMap((mover, index) => [
      ...movesOf(mover, timelines[index] ?? [], context),
      ...departuresOf(mover, timelines[index] ?? [], context),
    ]),
    ...endsOf(context),
  ]);
}

function eventOf(
  date: string,
  code: CalendarEvent["code"],
  clusterName: string | null,
  version: string,
): CalendarEvent {
  return { date, code, clusterName, version };
}

function releasesOf({ releases, horizonDays }: CalendarContext): readonly CalendarEvent[] {
  return releases
    .filter(({ releaseDay }) => releaseDay >= 0 && releaseDay < horizonDays)
    .map(({ releasedOn, minor }) => eventOf(releasedOn, "minor-released", null, minor));
}

function movesOf(
  { cluster, alike, moves }: Mover,
  timeline: readonly RunningVersion[],
  { scale }: CalendarContext,
): readonly CalendarEvent[] {
  return timeline.slice(1).flatMap(({ fromDay, releaseIndex, version }) => {
    const isForced = moves[releaseIndex]?.isForced === true;
    const code = cluster.role === "management" ? "plane-moved" : isForced ? "cluster-forced" : "cluster-moved";
    const date = scale.dateOf(fromDay);
    return alike.map(({ name }) => eventOf(date, code, name, version));
  });
}

/** Days on which a cluster falls out of NKP's window, with what it runs then. */
function departuresOf(
  { cluster, alike }: Mover,
  timeline: readonly RunningVersion[],
  { releases, policy, horizonDays, scale }: CalendarContext,
): readonly CalendarEvent[] {
  return withEnds(timeline, horizonDays).flatMap(({ fromDay, toDay, ...running }) => {
    const tooOldFrom = firstDayOutside(cluster.role, running, releases, policy);
    if (tooOldFrom === null || tooOldFrom < fromDay || tooOldFrom >= toDay) return [];
    const date = scale.dateOf(tooOldFrom);
    return alike.map(({ name }) => eventOf(date, "window-left", name, running.version));
  });
}

/** The last day of support of each Kubernetes, Prism Central and AOS. */
function endsOf({ facts, horizonDays, scale }: CalendarContext): readonly CalendarEvent[] {
  const isWithin = (date: string) => scale.dayOf(date) >= 0 && scale.dayOf(date) < horizonDays;
  return [
    ...facts.kubernetesSupport.map(({ minor, endOfLifeOn }) => eventOf(endOfLifeOn, "kubernetes-ended", null, minor)),
    ...facts.upgrades.infrastructure.map(({ product, version, supportEndsOn }) =>
      eventOf(supportEndsOn, product === "aos" ? "aos-ended" : "prism-central-ended", null, version),
    ),
  ].filter(({ date }) => isWithin(date));
}
