import {
  countText,
  type ExactSizes,
  type FleetChanges,
  numberText,
  type SizeOrigin,
  sizeOriginText,
  subtractSizes,
  type TenantInBoth,
  type TenantSizes,
} from "@nkp-planner/core";
import { exactBytes, exactCount, exactCpu, signed } from "./exact-sizes.ts";
import type { Ink } from "./ink.ts";
import { paragraph } from "./paragraph.ts";
import { table } from "./table.ts";
import { podText, workloadText } from "./workload-changes.ts";

/** What is compared, as people call it. */
export interface ComparedFleets {
  /** Name of the fleet file. */
  readonly before: string;
  /** What the others are of; absent: files that were imported. */
  readonly after?: string;
  /** How many entries of the files could not be read. */
  readonly unreadableCount: number;
}

/** What changed since a fleet: sums, each tenant that changed, and what was not compared. */
export function fleetChangesText(
  changes: FleetChanges,
  { before, after = "the files", unreadableCount }: ComparedFleets,
  ink: Ink,
): string {
  const { added, gone, changed, unchanged, notCompared } = changes;
  const isChanged = changed.length + added.length + gone.length > 0;
  const same = [...changed, ...unchanged].filter(({ by }) => by !== "id");
  const parts = [
    paragraph(headText(changes, before)),
    isChanged ? sumsTable(changes, ink) : "",
    part("Changed", changed.map(changedText), ink),
    part("New", added.map(tenantText), ink),
    part("Gone", gone.map(tenantText), ink),
    part("Their sizes rest on something else now", otherBases([...changed, ...unchanged]), ink),
    part(
      "Taken as the same, though their ids differ",
      same.map((one) => sameText(one, after)),
      ink,
    ),
    part("Not in the files, and so not compared", notComparedLines(notCompared), ink),
    ...(unreadableCount === 0 ? [] : [paragraph(unreadableText(unreadableCount, gone.length > 0))]),
    ink.quiet(
      paragraph(
        "Compared are pods, requests, devices and volumes, and nothing else of the fleet. Pods of DaemonSets, one a node, are in no sum.",
      ),
    ),
  ];
  return `${parts.filter((text) => text !== "").join("\n\n")}\n`;
}

function unreadableText(count: number, isGone: boolean): string {
  const entries = count === 1 ? "1 entry" : `${numberText(count)} entries`;
  const asks = count === 1 ? "it asks" : "they ask";
  const gone = isGone ? " Who is gone may be among what could not be read." : "";
  return `${entries} could not be read: what ${asks} for is missing here.${gone}`;
}

function headText({ added, gone, changed, unchanged }: FleetChanges, before: string): string {
  const same = countText(unchanged.length, "tenant");
  if (changed.length + added.length + gone.length === 0)
    return unchanged.length === 0
      ? `Nothing of ${before} can be compared: the files give no tenant of it.`
      : `Nothing changed since ${before}: ${same} as before.`;
  const counts = [
    `${numberText(changed.length)} changed`,
    `${numberText(added.length)} new`,
    `${numberText(gone.length)} gone`,
  ];
  const are = unchanged.length === 1 ? "is" : "are";
  return `What changed since ${before}: tenants ${counts.join(", ")}; ${numberText(unchanged.length)} ${are} as before.`;
}

function sumsTable({ before, after }: FleetChanges, ink: Ink): string {
  const cells = ({ podCount, cpuMillicores, memoryBytes, storageBytes }: ExactSizes) => [
    exactCount(podCount),
    exactCpu(cpuMillicores),
    exactBytes(memoryBytes),
    exactBytes(storageBytes),
  ];
  const more = subtractSizes(after, before);
  const differences = [
    signed(more.podCount, exactCount),
    signed(more.cpuMillicores, exactCpu),
    signed(more.memoryBytes, exactBytes),
    signed(more.storageBytes, exactBytes),
  ];
  const columns = ["Pods", "CPU", "Memory", "Storage"].map((title) => ({ title, align: "right" as const }));
  const rows = [
    ["Before", ...cells(before)],
    ["Now", ...cells(after)],
    ["Difference", ...differences],
  ];
  return table([{ title: "In sum", align: "left" }, ...columns], rows, ink);
}

function part(title: string, lines: readonly string[], ink: Ink): string {
  return lines.length === 0 ? "" : [ink.strong(title), ...lines].join("\n");
}

/** What changed of each tenant, a line a tenant, in the order of the sections above; none where nothing did. */
export function demandLines({ added, gone, changed }: FleetChanges): readonly string[] {
  return [
    ...changed.map((one) => [changedSentence(one), ...one.workloads.map(workloadText)].join("; ")),
    ...added.map((one) => `new: ${tenantSentence(one)}`),
    ...gone.map((one) => `gone: ${tenantSentence(one)}`),
  ];
}

function changedText(change: TenantInBoth): string {
  return [
    paragraph(changedSentence(change), "  "),
    ...change.workloads.map((one) => paragraph(workloadText(one), "    ", "· ")),
  ].join("\n");
}

function changedSentence({ before, after }: TenantInBoth): string {
  const [was, is] = [before.sizes, after.sizes];
  const steps = [
    step("", was.podCount, is.podCount, podsText),
    step("", was.cpuMillicores, is.cpuMillicores, exactCpu),
    step("memory ", was.memoryBytes, is.memoryBytes, exactBytes),
    step("storage ", was.storageBytes, is.storageBytes, exactBytes),
    dividedText(before, after),
    largestText(before, after),
  ].filter((text) => text !== "");
  const said = steps.length === 0 ? "the same in sum" : steps.join(", ");
  return `${before.id}: ${said}`;
}

function step(what: string, was: bigint, is: bigint, text: (value: bigint) => string): string {
  return was === is ? "" : `${what}${text(was)} → ${text(is)}`;
}

function dividedText({ workloadCount: was }: TenantSizes, { workloadCount: is }: TenantSizes): string {
  if ((was === null) === (is === null)) return "";
  return was === null ? `totals → ${workloadsText(is ?? 0)}` : `${workloadsText(was)} → totals`;
}

function largestText(before: TenantSizes, after: TenantSizes): string {
  const text = ({ largestPod }: TenantSizes) => (largestPod === null ? "not said" : podText(largestPod));
  const isOfTotals = before.workloadCount === null && after.workloadCount === null;
  return !isOfTotals || text(before) === text(after) ? "" : `largest pod ${text(before)} → ${text(after)}`;
}

function tenantText(tenant: TenantSizes): string {
  return paragraph(tenantSentence(tenant), "  ");
}

function tenantSentence({ id, sizes, origin }: TenantSizes): string {
  const { podCount, cpuMillicores, memoryBytes, storageBytes } = sizes;
  const storage = storageBytes === 0n ? "" : `, storage ${exactBytes(storageBytes)}`;
  const whence = origin === undefined ? "" : `; ${sizeOriginText(origin)}`;
  const size = `${podsText(podCount)}, ${exactCpu(cpuMillicores)}, memory ${exactBytes(memoryBytes)}${storage}`;
  return `${id}: ${size}${whence}`;
}

function sameText({ before, after, by }: TenantInBoth, ofWhat: string): string {
  const why = by === "name" ? `both are called ${before.name}` : `both are in row ${after.origin?.row ?? ""}`;
  const place = by === "row" ? ` of ${after.origin?.file ?? ""}, and ask for the like` : "";
  return paragraph(`${before.id} of the fleet and ${after.id} of ${ofWhat}: ${why}${place}`, "  ");
}

/** What is read in another way is of another size, though nothing may have changed where it runs. */
function otherBases(both: readonly TenantInBoth[]): readonly string[] {
  const bases = new Map<string, string[]>();
  for (const { before, after } of both) {
    if (before.origin === undefined || after.origin === undefined) continue;
    const [was, is] = [basisText(before.origin), basisText(after.origin)];
    if (was === is) continue;
    const change = `${was} → ${is}`;
    const ids = bases.get(change);
    if (ids === undefined) bases.set(change, [before.id]);
    else ids.push(before.id);
  }
  return [...bases].map(([change, ids]) => paragraph(`${ids.join(", ")}: ${change}`, "  "));
}

function basisText({ reader, basis }: SizeOrigin): string {
  return basis === undefined ? reader : `${reader}, ${basis}`;
}

function notComparedLines(tenants: readonly TenantSizes[]): readonly string[] {
  const unknown = tenants.filter(({ origin }) => origin === undefined);
  const names = unknown.map(({ id }) => id).join(", ");
  return [
    ...tenants.flatMap(({ id, origin }) =>
      origin === undefined ? [] : [paragraph(`${id}: ${sizeOriginText(origin)}`, "  ")],
    ),
    ...(unknown.length === 0 ? [] : [paragraph(`${names}: the fleet does not say where from`, "  ")]),
  ];
}

function workloadsText(count: number): string {
  return `${numberText(count)} ${count === 1 ? "workload" : "workloads"}`;
}

function podsText(count: bigint): string {
  return `${exactCount(count)} ${count === 1n ? "pod" : "pods"}`;
}
