import * as z from "zod";
import type { Finding } from "../base/findings/finding.ts";
import { IsoDate } from "../base/provenance.ts";
import { CALENDAR_EVENT_CODES } from "../lifecycle/calendar-events.ts";
import type { FleetUpgrades } from "../lifecycle/fleet-upgrades.ts";
import { UPGRADE_WORK_KINDS } from "../lifecycle/upgrade-work-items.ts";
import { SaidOfInputs, saidOfInputs } from "./document-head.ts";
import { FindingPart, findingPart } from "./finding-part.ts";
import { SCHEMA_VERSION } from "./parts.ts";

const count = z.int().nonnegative();
const text = z.string();
const scope = z.enum(["workspace", "cluster"]);

const ClockPart = z.strictObject({ outsideDays: count, unknownDays: count });
const ClocksPart = z.strictObject({ nkpWindow: ClockPart, kubernetes: ClockPart, infrastructure: ClockPart });

const HeldByPart = z.strictObject({
  by: z.enum(["tenant", "plane", "prism-central", "maintenance", "path", "release"]),
  tenantId: text.nullable(),
  days: count,
});

const StepPart = z.strictObject({
  minor: text,
  from: text,
  to: text.nullable(),
  via: z.array(text),
  advisedAgainst: z.array(text),
  wantedOn: IsoDate.nullable(),
  movedOn: IsoDate.nullable(),
  neverReason: z
    .enum(["never-ready", "not-certified", "blocked", "no-window", "no-prism-central-day", "no-path", "after-horizon"])
    .nullable(),
  heldBackDays: count,
  heldBy: z.array(HeldByPart),
  isForced: z.boolean(),
  risks: z.array(z.strictObject({ riskId: text, state: z.enum(["applies", "does-not-apply", "unknown"]) })),
  isRecommended: z.boolean(),
});

const MovedPart = z.strictObject({
  name: text,
  role: z.enum(["management", "attached", "self-managed"]),
  steps: z.array(StepPart),
  clocks: ClocksPart,
});

const TenantPart = z.strictObject({
  tenantId: text,
  clusterName: text,
  upgradeCount: count,
  forcedUpgradeCount: count,
  heldBackDays: count,
  heldBackReleaseDays: count,
  maintenanceDays: count,
  ownWaitDays: count,
  heldBy: z.array(HeldByPart),
  clocks: ClocksPart,
});

const CalendarPart = z.strictObject({
  modelId: text,
  asOf: IsoDate,
  until: IsoDate,
  horizonDays: count,
  releases: z.array(z.strictObject({ minor: text, releasedOn: IsoDate, isAssumed: z.boolean() })),
  planes: z.array(MovedPart),
  clusters: z.array(MovedPart),
  tenants: z.array(TenantPart),
  blocks: z.array(z.strictObject({ tenantId: text, blockedTenantId: text, days: count })),
  versionsInFlight: z.array(
    z.strictObject({
      from: IsoDate,
      to: IsoDate,
      versions: z.array(z.strictObject({ version: text, clusterCount: count })),
    }),
  ),
  prismCentralRaised: z.array(
    z.strictObject({ version: text, raisedOn: IsoDate, neededBy: text.nullable(), olderClusterCount: count }),
  ),
  stages: z.array(z.enum(["kommander", "workspace-applications", "management-cluster", "managed-clusters"])),
  disputedScopes: z.array(z.strictObject({ minor: text, scope, otherScope: scope })),
  events: z.array(
    z.strictObject({
      date: IsoDate,
      code: z.enum(CALENDAR_EVENT_CODES),
      clusterName: text.nullable(),
      version: text,
    }),
  ),
  waitsByScope: z.array(z.strictObject({ scope, waitingTenantCount: count, longestWaitDays: count })),
  work: z.array(
    z.strictObject({
      kind: z.enum(UPGRADE_WORK_KINDS),
      count,
      hours: z.number().nonnegative().nullable(),
    }),
  ),
  validationGrowth: z.strictObject({
    sizes: z.array(z.strictObject({ tenantCount: count, validationCount: count })),
    isLinear: z.boolean(),
  }),
  blastRadius: z.strictObject({
    managing: z.array(
      z.strictObject({ clusterName: text, role: z.enum(["management", "self-managed"]), tenantIds: z.array(text) }),
    ),
    kinds: z.array(
      z.strictObject({
        kind: z.enum(["outage", "failed-upgrade", "compromise"]),
        largestTenantCount: count,
        tenantHoursPerYear: z.number().nonnegative().nullable(),
      }),
    ),
  }),
  findings: z.array(FindingPart),
});

/** What `lifecycle --format json` prints. JSON Schema: `schema/lifecycle.schema.json`. */
export const LifecycleDocument = z.strictObject({
  schemaVersion: z.literal(SCHEMA_VERSION),
  findings: SaidOfInputs,
  calendars: z.array(CalendarPart),
});
export type LifecycleDocument = z.infer<typeof LifecycleDocument>;

/** Calendars of upgrades, one a model, as `lifecycle --format json` prints them. */
export function lifecycleDocument(
  upgrades: readonly FleetUpgrades[],
  said: readonly Finding[] = [],
): LifecycleDocument {
  return {
    schemaVersion: SCHEMA_VERSION,
    findings: saidOfInputs(said),
    // What is played is plain data; its lists are the document's own.
    calendars: upgrades.map(({ modelId, calendar: { findings, ...calendar }, ...more }) => ({
      modelId,
      ...(structuredClone({ ...withoutStretches(calendar), ...more }) as Omit<
        z.infer<typeof CalendarPart>,
        "modelId" | "findings"
      >),
      findings: findings.map(findingPart),
    })),
  };
}

type Played = Omit<FleetUpgrades["calendar"], "findings">;

function withoutStretches(calendar: Played) {
  const counted = ({ clockStretches: _, ...cluster }: Played["clusters"][number]) => cluster;
  return { ...calendar, planes: calendar.planes.map(counted), clusters: calendar.clusters.map(counted) };
}
