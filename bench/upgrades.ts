import { examplePriceBook, planningContext } from "@nkp-planner/catalog";
import { starterSelfManaged, type UpgradeCalendar, ultimateCentralized, upgradesOf } from "@nkp-planner/core";
import { fleetOf, RELEASE } from "./fleets.ts";
import { figureText, printPart, tableText, timeText } from "./report.ts";
import { middleMs, progress } from "./timing.ts";

const TENANT_COUNT = 10_000;
const QUICK_TENANT_COUNT = 1000;
const MONTHS = 36;
/** What is asked for: well under a second for 10,000 tenants. */
const AIM_MS = 1000;

/** How long a calendar of upgrades takes, beside a copy of all that it says. */
export function measureUpgrades(isQuick: boolean): void {
  const tenantCount = isQuick ? QUICK_TENANT_COUNT : TENANT_COUNT;
  const input = fleetOf("repeated", tenantCount);
  const context = planningContext({ release: RELEASE, priceBook: examplePriceBook });
  const rows = [starterSelfManaged, ultimateCentralized].map((model) => {
    progress(`upgrades of ${tenantCount} tenants: ${model.title}`);
    let calendar: UpgradeCalendar | undefined;
    const oursMs = middleMs(3, () => {
      calendar = upgradesOf(input, model, context, MONTHS);
    });
    const copyMs = middleMs(3, () => structuredClone(calendar));
    const isMissed = !isQuick && oursMs >= AIM_MS;
    return [
      `${model.title}${isMissed ? " (aim missed)" : ""}`,
      timeText(oursMs),
      timeText(copyMs),
      figureText(oursMs / copyMs),
    ];
  });
  printPart(
    `12  Upgrades of ${tenantCount} tenants over ${MONTHS} months`,
    [
      "Ours: layout, checks, every step of every cluster with who is waited for, three clocks, events.",
      "A copy: of all that it says, by structuredClone.",
    ],
    tableText(["", "ours", "a copy", "ratio"], rows),
  );
}
