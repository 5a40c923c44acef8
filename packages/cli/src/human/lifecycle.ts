import {
  type ClockDays,
  countText,
  distinctFindings,
  type Finding,
  type FleetUpgrades,
  findingText,
  numberText,
  type OperatingModel,
  type TenantUpgrades,
  type UpgradeCalendar,
  type UpgradeStep,
} from "@nkp-planner/core";
import { noticesText, shortfallsText } from "./findings.ts";
import type { Ink } from "./ink.ts";
import { NEVER } from "./lifecycle-never.ts";
import { TIMELINE_LEGEND, timelineText } from "./lifecycle-timeline.ts";
import { growthText, type PlayedModel, workTable } from "./lifecycle-work.ts";
import { paragraph } from "./paragraph.ts";
import { type Column, table } from "./table.ts";

interface Lifecycles {
  readonly played: readonly PlayedModel[];
  /** By their ids. */
  readonly names: ReadonlyMap<string, string>;
  /** Whose upgrades are listed one by one; undefined: nobody's. */
  readonly tenantId: string | undefined;
  readonly notices: readonly Finding[];
}

/** Upgrades played forward, for people: who waits for whom, a line a cluster, and three clocks. */
export function lifecycleText({ played, names, tenantId, notices }: Lifecycles, ink: Ink): string {
  const [first] = played;
  if (first === undefined || first.upgrades.calendar.tenants.length === 0)
    return "The fleet has no tenants: there is nothing to upgrade.\n";
  const { asOf, until } = first.upgrades.calendar;
  const findings = distinctFindings(played.map(({ upgrades }) => upgrades.calendar));
  const ofAll = findings.filter((finding) => played.every(({ upgrades }) => says(upgrades.calendar, finding)));
  const parts = [
    played.map(({ model, upgrades }) => ink.strong(paragraph(summaryOf(model, upgrades.calendar, names)))).join("\n"),
    noticesText(notices),
    findingLines(ofAll),
    ...played.map(({ plan }) => shortfallsText(plan, ink)),
    `What it takes until ${until}\n${workTable(played, ink)}`,
    ...played.slice(0, 1).map(({ upgrades }) => paragraph(growthText(upgrades))),
    paragraph(`From ${asOf} until ${until}. ${READING}`),
    ...played.map(({ model, upgrades: { calendar, waitsByScope } }) => {
      const own = calendar.findings.filter(
        (finding) => !ofAll.some((one) => findingText(one) === findingText(finding)),
      );
      return modelText(model, { ...calendar, findings: own }, scopesText(waitsByScope), names, tenantId, ink);
    }),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function says({ findings }: UpgradeCalendar, finding: Finding): boolean {
  return findings.some((one) => findingText(one) === findingText(finding));
}

function findingLines(findings: readonly Finding[]): string {
  return findings.map((finding) => paragraph(findingText(finding), "  ", "· ")).join("\n");
}

const READING = `In the lines of clusters: ${TIMELINE_LEGEND}. Days outside are days on which support has run out; with ?, days more on which nobody knows. Where several tenants hold others as long, one of them is named.`;

function summaryOf(
  { title }: OperatingModel,
  { tenants, blocks }: UpgradeCalendar,
  names: ReadonlyMap<string, string>,
) {
  const waiting = tenants.filter(({ heldBackDays }) => heldBackDays > 0);
  const upgrades = tenants.reduce((sum, { upgradeCount }) => sum + upgradeCount, 0);
  const forced = tenants.reduce((sum, { forcedUpgradeCount }) => sum + forcedUpgradeCount, 0);
  const tail = `${numberText(upgrades)} upgrades of tenants${forced === 0 ? "" : `, ${numberText(forced)} of them before the tenant is ready`}.`;
  if (waiting.length === 0) return `${title}: no tenant waits for another. ${tail}`;
  const days = waiting.reduce((sum, { heldBackDays }) => sum + heldBackDays, 0);
  const most = waiting.reduce((a, b) => (b.heldBackDays > a.heldBackDays ? b : a));
  const by = [...new Set(blocks.map(({ tenantId }) => names.get(tenantId) ?? tenantId))];
  const whom = by.length === 0 ? "the provider" : namesText(by);
  return `${title}: ${waiting.length} of ${tenants.length} tenants wait for others, ${numberText(days)} days together, ${names.get(most.tenantId) ?? most.tenantId} the longest with ${numberText(most.heldBackDays)}; they wait for ${whom}. ${tail}`;
}

const MOST_NAMES = 3;

function namesText(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).join(", ");
  return names.length > MOST_NAMES ? `${shown} and ${names.length - MOST_NAMES} more` : shown;
}

function modelText(
  model: OperatingModel,
  calendar: UpgradeCalendar,
  scopes: string,
  names: ReadonlyMap<string, string>,
  tenantId: string | undefined,
  ink: Ink,
): string {
  const parts = [
    [ink.strong(model.title), scopes, findingLines(calendar.findings), timelineText(calendar, ink)]
      .filter((part) => part !== "")
      .join("\n"),
    tenantTable(calendar, names, ink),
    tenantId === undefined ? "" : stepsText(calendar, tenantId, names, ink),
  ];
  return parts.filter((part) => part !== "").join("\n\n");
}

const SCOPES: Readonly<Record<FleetUpgrades["waitsByScope"][number]["scope"], string>> = {
  workspace: "Where all clusters of a workspace move together",
  cluster: "Where each cluster moves alone",
};

/** What the scope of coupling changes, whichever the calendar is played with. */
function scopesText(waits: FleetUpgrades["waitsByScope"]): string {
  const lines = waits.map(({ scope, waitingTenantCount, longestWaitDays }) =>
    waitingTenantCount === 0
      ? `${SCOPES[scope]}, nobody waits for another.`
      : `${SCOPES[scope]}, ${countText(waitingTenantCount, "tenants")} wait for others, the longest ${countText(longestWaitDays, "days")}.`,
  );
  return lines.length === 0 ? "" : paragraph(lines.join(" "), "  ", "· ");
}

const TENANT_COLUMNS: readonly Column[] = [
  { title: "Tenant", align: "left" },
  { title: "Up- grades", align: "right" },
  { title: "Waits, days", align: "right" },
  { title: "for", align: "left" },
  { title: "Not ready, days", align: "right" },
  { title: "Outside NKP", align: "right" },
  { title: "Outside Kubernetes", align: "right" },
  { title: "Outside Prism, AOS", align: "right" },
];

function tenantTable({ tenants }: UpgradeCalendar, names: ReadonlyMap<string, string>, ink: Ink): string {
  const rows = tenants.map((tenant) => [
    names.get(tenant.tenantId) ?? tenant.tenantId,
    numberText(tenant.upgradeCount),
    numberText(tenant.heldBackDays),
    waitsFor(tenant, names),
    numberText(tenant.ownWaitDays),
    clockText(tenant.clocks.nkpWindow),
    clockText(tenant.clocks.kubernetes),
    clockText(tenant.clocks.infrastructure),
  ]);
  return table(TENANT_COLUMNS, rows, ink);
}

const HOLDERS: Readonly<Record<UpgradeStep["heldBy"][number]["by"], string>> = {
  tenant: "another tenant",
  plane: "the plane",
  "prism-central": "Prism Central",
  maintenance: "a window",
  path: "a patch",
  release: "the release",
};

function holderText({ by, tenantId }: UpgradeStep["heldBy"][number], names: ReadonlyMap<string, string>): string {
  return tenantId === null ? HOLDERS[by] : (names.get(tenantId) ?? tenantId);
}

function waitsFor({ heldBy }: TenantUpgrades, names: ReadonlyMap<string, string>): string {
  const [first, ...others] = heldBy.map((one) => holderText(one, names));
  if (first === undefined) return "";
  return others.length === 0 ? first : `${first} +${others.length}`;
}

function clockText({ outsideDays, unknownDays }: ClockDays): string {
  return `${numberText(outsideDays)}${unknownDays === 0 ? "" : ` ${numberText(unknownDays)}?`}`;
}

const STEP_COLUMNS: readonly Column[] = [
  { title: "To", align: "left" },
  { title: "From", align: "left" },
  { title: "Wanted", align: "left" },
  { title: "Comes", align: "left" },
  { title: "Days", align: "right" },
  { title: "Waits for", align: "left" },
  { title: "To know", align: "left" },
];

/** A tenant's upgrades one by one. */
function stepsText(
  { clusters, tenants }: UpgradeCalendar,
  tenantId: string,
  names: ReadonlyMap<string, string>,
  ink: Ink,
): string {
  const home = tenants.find((one) => one.tenantId === tenantId)?.clusterName;
  const cluster = clusters.find(({ name }) => name === home);
  if (cluster === undefined) return "";
  const rows = cluster.steps.map((step) => [
    [...step.via, step.to ?? step.minor].join(", then "),
    step.from,
    step.wantedOn ?? "never",
    step.movedOn ?? "never",
    numberText(step.heldBackDays),
    step.heldBy.map((one) => holderText(one, names)).join(", "),
    stepNote(step),
  ]);
  return `${ink.strong(`Upgrades of ${names.get(tenantId) ?? tenantId}`)}\n${table(STEP_COLUMNS, rows, ink)}`;
}

function stepNote({ neverReason, isForced, advisedAgainst, risks }: UpgradeStep): string {
  if (neverReason !== null) return NEVER[neverReason];
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
