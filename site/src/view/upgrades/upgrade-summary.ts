import type { UpgradeCalendar } from "@nkp-planner/core";
import { counted, type Writer } from "../writer.ts";
import { daysText, type Names } from "./upgrade-words.ts";

const MOST_NAMES = 3;

/** How many tenants wait, for whom and how long, and how many upgrades come, in two sentences. */
export function summaryOf({ tenants, blocks }: UpgradeCalendar, names: Names, writer: Writer): string {
  const name = (id: string) => names.get(id) ?? id;
  const sumOf = (each: (tenant: (typeof tenants)[number]) => number) =>
    tenants.reduce((sum, tenant) => sum + each(tenant), 0);
  const forced = sumOf(({ forcedUpgradeCount }) => forcedUpgradeCount);
  const before = forced === 0 ? "" : `, ${writer.number(forced)} of them before the tenant is ready`;
  const tail = `${counted(
    writer,
    sumOf(({ upgradeCount }) => upgradeCount),
    "upgrade of tenants",
    "upgrades of tenants",
  )}${before}.`;
  const waiting = tenants.filter(({ heldBackDays }) => heldBackDays > 0);
  if (waiting.length === 0) return `No tenant waits for another. ${tail}`;
  const most = waiting.reduce((a, b) => (b.heldBackDays > a.heldBackDays ? b : a));
  const by = [...new Set(blocks.map(({ tenantId }) => name(tenantId)))];
  const more = by.length - MOST_NAMES;
  const whom = by.length === 0 ? "the provider" : by.slice(0, MOST_NAMES).join(", ");
  return (
    `${writer.number(waiting.length)} of ${counted(writer, tenants.length, "tenant")} wait for others, ` +
    `${name(most.tenantId)} the longest with ${daysText(most.heldBackDays, writer)}; ` +
    `they wait for ${whom}${more > 0 ? ` and ${writer.number(more)} more` : ""}. ${tail}`
  );
}
