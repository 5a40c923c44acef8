import type { Finding, FindingDetails } from "../base/findings/finding.ts";
import { statementOf } from "../base/findings/statement.ts";

/**
 * What a calendar of upgrades rests on. Its words stand here and not in the table of all statements, so that who plays
 * no calendar does not load them.
 */
export const CALENDAR_TEXTS = {
  "hours-assumed": {
    kind: "unknown",
    text: "What upgrades take rests on assumptions nobody has confirmed: {parameters}.",
    help: "Replace them by your own time sheets with --set.",
  },
  "releases-assumed": {
    kind: "method",
    text: "Minor versions after {last} are not known: one is taken to come every {days}, the first on {first}. Their Kubernetes and what they need beneath them is not known, so its support counts as unknown.",
  },
  "paces-assumed": {
    kind: "method",
    text: "Nobody has said when {tenants} are ready for a release: taken as {fleet} after it for those that go with the fleet, {own} for those at their own pace. Management clusters are taken to be upgraded {plane} after a release, and all attached clusters to stand in one workspace.",
  },
  "releases-without-day": {
    kind: "reading",
    text: "The day on which {versions} came out is not known: left out of the calendar.",
  },
  "coupling-disputed": {
    kind: "unknown",
    text: "Sources differ on who moves together to {minors}: played as {scopes}.",
    help: "Play it with the other scope, too.",
  },
  "window-unknown": {
    kind: "unknown",
    text: "How far a self-managed cluster may lag is not known: its days behind the newest count as unknown.",
  },
  "older-under-newer": {
    kind: "unknown",
    text: "Which older versions of NKP a newer Prism Central still carries is not known; up to {clusters} run such ones under {versions}.",
  },
  "prism-central-days-void": {
    kind: "reading",
    text: "Days for Prism Central are without effect where each cluster has its own.",
  },
  "raised-as-needed": {
    kind: "method",
    text: "Prism Central, days of the provider's apart, and AOS are raised with the cluster that needs it, no further than is known to be needed: days outside of their support say when more is due.",
  },
  "freezes-hold": {
    kind: "method",
    text: "A freeze holds against force: a cluster is moved on the last free day before it, or else on the first after it.",
  },
  "release-out-of-window.told": {
    kind: "unknown",
    text: "Support of {release} has ended on {day}, as its object says: {clusters}.",
    help: "Upgrade them first.",
  },
  "told-replaced": { kind: "reading", text: "{what} is {said}, as its object says; before: {own}." },
  "told-release": {
    kind: "reading",
    text: "{version} is added from its object: out on {day}, with Kubernetes {kubernetes}.",
  },
  "told-paths": { kind: "reading", text: "Steps to {version} that were not known are added: {steps}." },
  "told-ends": {
    kind: "reading",
    text: "Support ends as the objects of releases say, whatever the window is: {ends}.",
  },
  "told-missing": { kind: "unknown", text: "Objects of {versions} do not say {what}: {taken}." },
  "told-strange": {
    kind: "unknown",
    text: "The object of {version} names {strange} beneath it, of which no age is known: not looked at.",
  },
  "told-unknown": {
    kind: "reading",
    text: "Left out, as none of the fleet's clusters: {names}.",
    help: "A cluster is known by tenant-ID, or by a tenant's id or name; management clusters of several versions by none.",
  },
  "told-upgrade": {
    kind: "method",
    text: "{cluster} took {minutes} for its upgrade to {version}: {steps}. Hours go by the assumptions all the same.",
  },
} as const;

export type CalendarKey = keyof typeof CALENDAR_TEXTS;

/** A statement about a calendar. */
export function calendarFinding(ruleId: string, key: CalendarKey, details: FindingDetails = {}): Finding {
  return statementOf(CALENDAR_TEXTS, ruleId, key, details);
}
