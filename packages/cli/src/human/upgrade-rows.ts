import { countText, numberText, type PlannedFleet, type UpgradeSums, upgradeSumsOf } from "@nkp-planner/core";
import type { Cell } from "./table.ts";

const UNKNOWN = "unknown";

/** What the upgrades of each plan come to, as rows of a comparison; the months are those of the first that can be played. */
export function upgradeRows(plans: readonly PlannedFleet[]): readonly (readonly Cell[])[] {
  const all = plans.map(upgradeSumsOf);
  const months = all.find((one) => one !== null)?.horizonMonths;
  const row = (title: string, textOf: (sums: UpgradeSums) => string) => [
    title,
    ...all.map((sums) => (sums === null ? UNKNOWN : textOf(sums))),
  ];
  const outside = (title: string, clock: keyof UpgradeSums["outside"]) =>
    row(title, ({ outside: { [clock]: tenants } }) => outsideText(tenants));
  return [
    row(months === undefined ? "Upgrades" : `Upgrades in ${countText(months, "months")}`, ({ upgradeCount }) =>
      numberText(upgradeCount),
    ),
    row("  Hours they take", ({ workHours }) => (workHours === null ? UNKNOWN : numberText(workHours))),
    row("  Tenants that wait for others", ({ waitingTenantCount }) => numberText(waitingTenantCount)),
    row("  Longest wait, days", ({ longestWaitDays }) => numberText(longestWaitDays)),
    outside("  Tenants outside NKP's window", "nkpWindow"),
    outside("  On an ended Kubernetes", "kubernetes"),
    outside("  Over an ended Prism Central, AOS", "infrastructure"),
    row("  Tenants touched by one failure", ({ largestTenantCount }) => numberText(largestTenantCount)),
  ];
}

/** `3`; with those of which it is not known on some day: `3, 12 ?`. */
function outsideText({ tenantCount, unknownTenantCount }: UpgradeSums["outside"]["kubernetes"]): string {
  return unknownTenantCount === 0
    ? numberText(tenantCount)
    : `${numberText(tenantCount)}, ${numberText(unknownTenantCount)} ?`;
}

/** What the marks mean, and where to read on. */
export const UPGRADES_NOTE =
  "Upgrades: days within the months above on which somebody waits or is out of support; ? counts tenants of which that is not known on some day. nkp-planner lifecycle says when, for whom and why.";
