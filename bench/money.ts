import { exampleFleet, examplePriceBook, examplePriceList, planningContext } from "@nkp-planner/catalog";
import {
  type FleetPlan,
  moneyAsNumber,
  operatingModels,
  planFleet,
  pricedPlan,
  type Range,
  structureOf,
  type Trials,
  trialsOf,
} from "@nkp-planner/core";
import { HyperFormula } from "hyperformula";
import { runOnThreads } from "../packages/cli/src/what-if-threads.ts";
import { fleetOf, RELEASE } from "./fleets.ts";
import { figureText, printPart, tableText, timeText } from "./report.ts";
import { medianMs, middleMs, progress } from "./timing.ts";

const TENANT_COUNT = 10_000;
const QUICK_TENANT_COUNT = 1000;
const TRIAL_COUNT = 10_000;
const QUICK_TRIAL_COUNT = 1000;
const SHEET_TRIALS = 200;
const MODELS = operatingModels.filter(({ id }) => id !== "hybrid");
const RANGES: readonly Range[] = [
  { kind: "price", name: "NKP-ULT", low: 28, high: 42, mode: 38 },
  { kind: "price", name: "NKP-STR", low: 0, high: 12, mode: null },
  { kind: "price", name: "INFRA-VCPU", low: 16, high: 24, mode: null },
  { kind: "setting", name: "operations-hours-attached", low: 1, high: 6, mode: null },
];

/** How long pricing tenants and trials by chance take, each beside a spreadsheet engine that does the same sums. */
export async function measureMoney(isQuick: boolean): Promise<void> {
  measurePricing(isQuick ? QUICK_TENANT_COUNT : TENANT_COUNT);
  await measureTrials(isQuick ? QUICK_TRIAL_COUNT : TRIAL_COUNT);
}

function measurePricing(tenantCount: number): void {
  const model = MODELS[0] as (typeof MODELS)[number];
  const input = fleetOf("repeated", tenantCount);
  const context = planningContext({ release: RELEASE, priceBook: examplePriceBook, priceList: examplePriceList });
  progress(`planning ${tenantCount} tenants`);
  const structure = structureOf(input, model, context);
  progress("pricing them: costs, shares, prices, margins");
  const oursMs = middleMs(3, () => pricedPlan(input, model, structure, context));
  const plan = pricedPlan(input, model, structure, context);
  progress("the same sums in a sheet");
  const sheet = sheetOf(plan);
  let price = 20;
  const sheetMs = medianMs(() => {
    price = price === 20 ? 21 : 20;
    sheet.setCellContents({ sheet: 0, row: 0, col: 0 }, price);
  });
  printPart(
    `6  Pricing ${tenantCount} tenants that are planned already, one model`,
    [
      `Ours: ${plan.costs.length} cost lines with their portions, shares to the cent, price lists with tiers,`,
      "support and discounts, margins, assumptions.",
      `HyperFormula: quantity × price of the same ${plan.costs.length} cost lines, rounded, and their sums by tenant;`,
      "one price changes.",
    ],
    tableText(
      ["", "time", "ratio"],
      [
        ["HyperFormula: change one price, recalculate", timeText(sheetMs), figureText(1)],
        ["ours: price the fleet anew", timeText(oursMs), figureText(oursMs / sheetMs)],
      ],
    ),
  );
  sheet.destroy();
}

async function measureTrials(trialCount: number): Promise<void> {
  const context = planningContext({ release: RELEASE, priceBook: examplePriceBook });
  const trials = trialsOf(
    { input: exampleFleet, models: MODELS, context },
    { id: "bench", isGiven: true, ranges: RANGES },
    1,
  );
  const flags = {
    seed: 1,
    model: MODELS.map(({ id }) => id),
    ranges: new URL("what-if.yaml", import.meta.url).pathname,
  };
  progress(`${trialCount} trials in one thread`);
  const oneMs = await clockMs(() => runOnThreads(trials, trialCount, null, () => undefined));
  progress(`${trialCount} trials on several threads`);
  const threadsMs = await clockMs(() =>
    runOnThreads(trials, trialCount, { fleetPath: undefined, flags }, () => undefined),
  );
  progress(`${SHEET_TRIALS} of them in a sheet`);
  const sheetMs = (sheetTrialsMs(trials) / SHEET_TRIALS) * trialCount;
  const row = (what: string, ms: number) => [what, timeText(ms), figureText(ms / sheetMs)];
  printPart(
    `7  ${trialCount} trials of the example fleet, two models (by the clock, for threads)`,
    [
      "Each draws four figures, reckons all cost lines anew and rounds them to the cent.",
      `HyperFormula: the same lines, three of the figures changed; ${SHEET_TRIALS} trials, scaled.`,
    ],
    tableText(
      ["", "time", "ratio"],
      [
        row("HyperFormula, one thread", sheetMs),
        row("ours, one thread", oneMs),
        row("ours, a thread a processor", threadsMs),
      ],
    ),
  );
}

async function clockMs(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function sheetTrialsMs({ input, models, context }: Trials): number {
  const sheets = models.map((model) => sheetOf(planFleet(input, model, context)));
  const start = performance.now();
  for (let trial = 0; trial < SHEET_TRIALS; trial += 1) {
    for (const sheet of sheets) {
      sheet.batch(() => {
        for (const row of [0, 1, 2]) sheet.setCellContents({ sheet: 0, row, col: 0 }, 10 + trial / 100);
      });
      sheet.getCellValue({ sheet: 0, row: 0, col: 1 });
    }
  }
  const ms = performance.now() - start;
  for (const sheet of sheets) sheet.destroy();
  return ms;
}

/** Prices in the first column, a row a cost line from the second on, and sums by cluster. */
function sheetOf({ costs }: FleetPlan): HyperFormula {
  const skus = [...new Set(costs.map(({ rate }) => rate.sku))];
  const prices = skus.map((sku) =>
    moneyAsNumber((costs.find(({ rate }) => rate.sku === sku) as FleetPlan["costs"][number]).unitPrice),
  );
  const clusters = [...new Set(costs.map(({ clusterName }) => clusterName ?? "fleet"))];
  const last = costs.length;
  // Lines of a cluster stand together, so that a plain sum does: looking names up would take the engine far longer.
  const places = costs.map(({ clusterName }) => clusterName ?? "fleet");
  const sumOf = (cluster: string) => `=SUM(E${places.indexOf(cluster) + 1}:E${places.lastIndexOf(cluster) + 1})`;
  const rows = costs.map(({ rate, quantity, clusterName }, index) => [
    index < prices.length ? prices[index] : null,
    index === 0 ? `=SUM(E1:E${last})` : null,
    clusterName ?? "fleet",
    quantity,
    `=ROUND(D${index + 1}*$A$${skus.indexOf(rate.sku) + 1},2)`,
    index < clusters.length ? clusters[index] : null,
    index < clusters.length ? sumOf(clusters[index] as string) : null,
  ]);
  return HyperFormula.buildFromArray(rows as (string | number | null)[][], {
    licenseKey: "gpl-v3",
    maxRows: Math.max(40_000, last * 2),
  });
}
