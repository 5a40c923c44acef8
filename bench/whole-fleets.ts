import { examplePriceBook, planningContext } from "@nkp-planner/catalog";
import { compareModels, defaultModels, type OperatingModel, type PlanInput } from "@nkp-planner/core";
import { type FleetKind, fleetOf, RELEASE, REPEATED_SIZES } from "./fleets.ts";
import { aimText, perSecondText, printPart, tableText, timeText } from "./report.ts";
import { middleMs, progress } from "./timing.ts";

const TWO = ["starter-self-managed", "ultimate-centralized"];
const MODEL_SETS: readonly (readonly OperatingModel[])[] = [
  defaultModels.filter(({ id }) => TWO.includes(id)),
  defaultModels,
];
const KINDS: readonly FleetKind[] = ["distinct", "repeated"];
const WARM_UP_TENANTS = 100;
const QUICK_SIZES = [100, 1000];
const ALL_SIZES = [...QUICK_SIZES, 10_000];
/** A small fleet takes so little that one run would be chance; a large one averages over its tenants. */
const ONCE_FROM = 1000;
const RUNS_OF_SMALL = 3;
const AIM_EXPONENT = 1.1;

/** Compares a fleet's models with nothing remembered: a context keeps pools it has counted. */
function compare(fleet: PlanInput, models: readonly OperatingModel[]) {
  const context = planningContext({ release: RELEASE, priceBook: examplePriceBook });
  return compareModels(fleet, models, context, TWO[0] as string);
}

/** How long whole comparisons take, and how that grows with the fleet. */
export function measureWholeFleets(isQuick: boolean): void {
  progress("warming up");
  for (const kind of KINDS) compare(fleetOf(kind, WARM_UP_TENANTS), defaultModels);
  const rows: string[][] = [];
  let steepest = 0;
  for (const kind of KINDS) {
    for (const models of MODEL_SETS) {
      let before: { readonly tenantCount: number; readonly ms: number } | undefined;
      for (const tenantCount of isQuick ? QUICK_SIZES : ALL_SIZES) {
        progress(`${tenantCount} tenants, ${kind} sizes, ${models.length} models`);
        const fleet = fleetOf(kind, tenantCount);
        const ms = middleMs(tenantCount < ONCE_FROM ? RUNS_OF_SMALL : 1, () => compare(fleet, models));
        progress(`  ${timeText(ms)}`);
        const growth = before && Math.log(ms / before.ms) / Math.log(tenantCount / before.tenantCount);
        steepest = Math.max(steepest, growth ?? 0);
        rows.push([
          kind,
          String(models.length),
          String(tenantCount),
          timeText(ms),
          perSecondText(tenantCount, ms),
          growth === undefined ? "" : `n^${growth.toFixed(2)}`,
        ]);
        before = { tenantCount, ms };
      }
    }
  }
  printPart(
    "5  Whole comparisons: Starter per tenant and Ultimate, and all three models",
    [
      `Fleets of distinct sizes, and of ${REPEATED_SIZES} sizes repeated. Each time with nothing`,
      `remembered; below ${ONCE_FROM} tenants the middle of ${RUNS_OF_SMALL} runs, else one run.`,
      `Aim: no faster than n^${AIM_EXPONENT} in tenants. Steepest: n^${steepest.toFixed(2)}, ${aimText(steepest <= AIM_EXPONENT)}.`,
    ],
    tableText(["sizes", "models", "tenants", "time", "tenants/s", "growth"], rows),
  );
}
