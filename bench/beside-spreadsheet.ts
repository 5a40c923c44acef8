import { examplePriceBook, planningContext } from "@nkp-planner/catalog";
import {
  compareModels,
  type FleetPlan,
  operatingModels,
  type PlanInput,
  type PlanningContext,
  type Settings,
} from "@nkp-planner/core";
import { fleetOf, RELEASE } from "./fleets.ts";
import { aimText, figureText, printPart, tableText, timeText } from "./report.ts";
import { FleetSheet } from "./sheet.ts";
import { CHANGED, parametersOf } from "./sheet-parameters.ts";
import { medianMs, progress, timed } from "./timing.ts";

const TENANT_COUNT = 1000;
const MODEL_IDS = ["starter-self-managed", "ultimate-centralized"] as const;
const MODELS = operatingModels.filter(({ id }) => MODEL_IDS.some((one) => one === id));
/** One shape for everybody, as the sheet has it. */
const ONE_SHAPE: Settings = { "workload-node-shape": "16x64x200" };
/** Another one, with which every row changes; in the sheet the two take turns. */
const OTHER_SHAPE: Settings = { "workload-node-shape": "20x64x200" };
const CHANGES = [20, 16];

function contextOf(settings: Settings): PlanningContext {
  return planningContext({ release: RELEASE, priceBook: examplePriceBook, settings });
}

function compare(fleet: PlanInput, context: PlanningContext) {
  return compareModels(fleet, MODELS, context, MODEL_IDS[0]);
}

/** How long a spreadsheet engine takes for the arithmetic, beside our planning of the same tenants. */
export function measureBesideSpreadsheet(): void {
  const fleet = fleetOf("distinct", TENANT_COUNT);
  progress(`planning ${TENANT_COUNT} tenants, one shape of node`);
  const context = contextOf(ONE_SHAPE);
  const oneShape = timed(() => compare(fleet, context));
  const again = timed(() => compare(fleet, context));
  progress("planning them with a cell changed, as the sheet recalculates");
  const changed = timed(() => compare(fleet, contextOf(OTHER_SHAPE)));
  progress("planning them, every shape tried");
  const allShapes = timed(() => compare(fleet, contextOf({})));

  const { plans } = oneShape.result;
  const models = plans.map(parametersOf);
  progress("building the sheet");
  const buildMs = medianMs(() => new FleetSheet(fleet.tenants, models).close());
  const sheet = new FleetSheet(fleet.tenants, models);
  const agreeing = agreeingPools(sheet, plans);
  progress("recalculating the sheet");
  let change = 0;
  let changedCellCount = 0;
  const recalculateMs = medianMs(() => {
    changedCellCount = sheet.recalculate(CHANGES[change % CHANGES.length] as number);
    change += 1;
  });
  const row = (what: string, ms: number) => [what, timeText(ms), figureText(ms / recalculateMs)];
  printPart(
    `4  Beside a spreadsheet: ${TENANT_COUNT} tenants of distinct sizes, two models`,
    [
      `HyperFormula: ${sheet.formulasPerTenant} formulas a tenant for requests, nodes, vCPU, GiB, licences`,
      `and costs, nodes by division alone; another "${CHANGED}" changes ${figureText(changedCellCount)} cells.`,
      "Ours also places every pod as the scheduler does, in ten orders and after the",
      "loss of any node, and shares each cost among tenants to the cent.",
      `Nodes that requests alone ask for are the same in ${agreeing} of ${TENANT_COUNT * MODELS.length} pools.`,
      `Aim: ours in less time than HyperFormula recalculates: ${aimText(changed.ms < recalculateMs)}.`,
    ],
    tableText(
      ["", "time", "ratio"],
      [
        row("HyperFormula: change one cell, recalculate", recalculateMs),
        row("HyperFormula: build and calculate", buildMs),
        row("ours: plan, one shape of node", oneShape.ms),
        row("ours: change the shape, plan", changed.ms),
        row("ours: plan again, pools known", again.ms),
        row("ours: plan, every shape tried", allShapes.ms),
      ],
    ),
  );
  sheet.close();
}

/** In how many pools the sheet's division gives our lower bound: that both compute the same. */
function agreeingPools(sheet: FleetSheet, plans: readonly FleetPlan[]): number {
  return plans
    .map(
      ({ clusters }, model) =>
        clusters
          .filter(({ tenantIds }) => tenantIds.length > 0)
          .filter(({ pools }, tenant) => {
            const pool = pools.find(({ role }) => role === "workload");
            return pool?.lowerBoundNodeCount === sheet.figure("nodes for requests", model, tenant);
          }).length,
    )
    .reduce((sum, count) => sum + count, 0);
}
