import { examplePriceBook, planningContext } from "@nkp-planner/catalog";
import {
  addMonths,
  type PlanInput,
  starterSelfManaged,
  type UpgradeCalendar,
  ultimateCentralized,
  upgradesOf,
} from "@nkp-planner/core";
import { fleetOf, RELEASE } from "./fleets.ts";
import { drawsFrom } from "./random.ts";
import { figureText, printPart, tableText, timeText } from "./report.ts";
import { middleMs, progress } from "./timing.ts";

const TENANT_COUNT = 10_000;
const QUICK_TENANT_COUNT = 1000;
const MONTHS = 36;
/** What is asked for: well under a second for 10,000 tenants. */
const AIM_MS = 1000;

/** Every tenant ready after days of its own, in no order, and some with a month in which nothing of theirs is touched. */
function ofManyPaces(input: PlanInput): PlanInput {
  const draw = drawsFrom(2);
  const upgradesDrawn = () => ({
    readyAfterDays: draw(0, 365),
    freezes: draw(0, 3) === 0 ? [frozenFrom(draw(1, 12))] : [],
  });
  return { ...input, tenants: input.tenants.map((tenant) => ({ ...tenant, upgrades: upgradesDrawn() })) };
}

/** A month from one of the twelve on: who all freeze other days hold each other in so many ways as there are pairs. */
function frozenFrom(month: number) {
  const from = addMonths("2026-12-15", month);
  return { from, to: addMonths(from, 1) };
}

/** How long a calendar of upgrades takes, beside a copy of all that it says. */
export function measureUpgrades(isQuick: boolean): void {
  const tenantCount = isQuick ? QUICK_TENANT_COUNT : TENANT_COUNT;
  const context = planningContext({ release: RELEASE, priceBook: examplePriceBook });
  const assumed = fleetOf("repeated", tenantCount);
  const fleets = [
    { title: "two paces", input: assumed },
    { title: "each its own", input: ofManyPaces(assumed) },
  ];
  const cases = [starterSelfManaged, ultimateCentralized].flatMap((model) =>
    fleets.map((fleet) => ({ model, ...fleet })),
  );
  const rows = cases.map(({ model, title, input }) => {
    progress(`upgrades of ${tenantCount} tenants, ${title}: ${model.title}`);
    let calendar: UpgradeCalendar | undefined;
    const oursMs = middleMs(3, () => {
      calendar = upgradesOf(input, model, context, MONTHS);
    });
    const copyMs = middleMs(3, () => structuredClone(calendar));
    const isMissed = !isQuick && oursMs >= AIM_MS;
    return [
      `${model.title}, ${title}${isMissed ? " (aim missed)" : ""}`,
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
      "Paces: two, as the fleet assumes them; or each tenant its own days, a quarter with a month frozen.",
    ],
    tableText(["", "ours", "a copy", "ratio"], rows),
  );
}
