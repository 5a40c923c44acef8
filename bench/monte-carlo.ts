import { availableParallelism } from "node:os";
import { exampleFleet, examplePriceBook, planningContext } from "@nkp-planner/catalog";
import {
  applied,
  assumedRanges,
  type BasePlan,
  basePlans,
  drawsOf,
  operatingModels,
  pricedPlan,
  type Range,
  trialQuestion,
  trialsOf,
} from "@nkp-planner/core";
import { HyperFormula } from "hyperformula";
import { trialsInThreads } from "../packages/cli/src/trials-in-threads.ts";
import { figureText, printPart, tableText, timeText } from "./report.ts";
import { processorMs, progress } from "./timing.ts";

const MODEL_IDS = ["starter-self-managed", "ultimate-centralized"];
const TRIALS = 10_000;
/** As many as make the start of threads worth it. */
const MANY_TRIALS = 100_000;
/** Fewer of what takes long, scaled to all trials. */
const SHEET_TRIALS = { quick: 200, full: 2000 };
const PLAN_TRIALS = 20;
const SEED = 1;
const CENTS = 100;

/** How long trials take in one thread and in several, beside a spreadsheet engine with the same sum, and beside plans. */
export async function measureMonteCarlo(isQuick: boolean): Promise<void> {
  const models = operatingModels.filter(({ id }) => MODEL_IDS.includes(id));
  const context = planningContext({ release: exampleFleet.release, priceBook: examplePriceBook });
  progress("planning the example fleet");
  const bases = basePlans(exampleFleet, models, context);
  const plans = bases.map(({ plan }) => plan);
  // Prices alone, so that the sheet has the same sum.
  const ranges = assumedRanges(plans, context).ranges.filter(({ target }) => target.kind === "price");
  const question = trialQuestion(bases, exampleFleet, context, { ranges, trialCount: TRIALS, seed: SEED });

  progress("trials in one thread");
  trialsOf(question, 0, TRIALS);
  const oneThread = await clocked(() => trialsOf(question, 0, TRIALS));
  const threadCount = availableParallelism();
  progress(`trials in ${threadCount} threads`);
  const threads = await clocked(() => trialsInThreads(question, () => {}, threadCount));
  if (JSON.stringify(threads.result) !== JSON.stringify(oneThread.result))
    throw new Error("Several threads give other trials than one.");

  progress(`${MANY_TRIALS} trials, in one thread and in ${threadCount}`);
  const many = { ...question, trialCount: MANY_TRIALS };
  const manyInOne = await clocked(() => trialsOf(many, 0, MANY_TRIALS));
  const manyInThreads = await clocked(() => trialsInThreads(many, () => {}, threadCount));

  progress("trials in a spreadsheet engine");
  const sheetTrials = isQuick ? SHEET_TRIALS.quick : SHEET_TRIALS.full;
  const sheet = new BillSheet(bases, ranges);
  sheet.totals(0);
  const recalculated = await clocked(() => Array.from({ length: sheetTrials }, (_, index) => sheet.totals(index)));
  const differing = recalculated.result.filter((totals, index) =>
    totals.some((total, model) => Math.round(total * CENTS) !== Number(oneThread.result.models[model]?.costs[index])),
  ).length;

  progress("trials as whole plans, priced again");
  const planned = await clocked(() => {
    for (let index = 0; index < PLAN_TRIALS; index += 1) {
      const values = drawsOf(SEED, index, ranges);
      const changed = ranges.reduce((all, { target }, at) => applied(all, target, values[at] as string), context);
      for (const { model, plan } of bases) pricedPlan(exampleFleet, model, plan, changed);
    }
  });

  const row = (what: string, { ms, clockMs }: { ms: number; clockMs: number }, trials = TRIALS) => [
    what,
    timeText((ms / trials) * TRIALS),
    timeText((clockMs / trials) * TRIALS),
    figureText(ms / trials / (oneThread.ms / TRIALS)),
  ];
  printPart(
    `7  Trials: ${figureText(TRIALS)} draws of ${ranges.length} prices, the example fleet, two models`,
    [
      `Time for ${figureText(TRIALS)} trials; by the clock too, as threads share the work: a busy machine makes that longer.`,
      `The sheet has a row for each of ${plans.reduce((sum, { costs }) => sum + costs.length, 0)} lines of the two bills, ROUND(quantity × price, 2),`,
      `and their sums; ${figureText(sheetTrials)} recalculations were measured and scaled to ${figureText(TRIALS)}.`,
      `Its sums are ours to the cent in ${figureText(sheetTrials - differing)} of ${figureText(sheetTrials)} trials.`,
      `Plans priced again also share every cost among tenants; ${PLAN_TRIALS} were measured and scaled.`,
    ],
    tableText(
      ["", "processor", "clock", "ratio"],
      [
        row("ours, one thread", oneThread),
        row(`ours, ${threadCount} threads, their start included`, threads),
        row(`ours, of ${figureText(MANY_TRIALS)} in one thread`, manyInOne, MANY_TRIALS),
        row(`ours, of ${figureText(MANY_TRIALS)} in ${threadCount} threads`, manyInThreads, MANY_TRIALS),
        row("HyperFormula: change the prices, recalculate", recalculated, sheetTrials),
        row("ours: whole plans, priced again", planned, PLAN_TRIALS),
      ],
    ),
  );
  sheet.close();
}

async function clocked<Result>(work: () => Result | Promise<Result>) {
  const start = { clock: performance.now(), processor: processorMs() };
  const result = await work();
  return { clockMs: performance.now() - start.clock, ms: processorMs() - start.processor, result };
}

/** The bills of all models as a spreadsheet has them: a cell a price, a row a line, a sum a model. */
class BillSheet {
  readonly #engine: HyperFormula;
  readonly #ranges: readonly Range[];
  readonly #modelCount: number;

  constructor(bases: readonly BasePlan[], ranges: readonly Range[]) {
    this.#ranges = ranges;
    this.#modelCount = bases.length;
    const cellOf = (sku: string) => `Prices!$A$${ranges.findIndex(({ target }) => target.id === sku) + 1}`;
    const bills = bases.map(({ plan }, model) => [
      `Bill${model}`,
      [
        [`=SUM(A2:A${plan.costs.length + 1})`],
        // The sum stands in the first row, so the first line is in the second.
        ...plan.costs.map(({ quantity, rate }, line) => [`=ROUND(B${line + 2}*${cellOf(rate.sku)},2)`, quantity]),
      ],
    ]);
    const prices = ranges.map(({ low }) => [Number(low)]);
    this.#engine = HyperFormula.buildFromSheets(
      { Prices: prices, ...Object.fromEntries(bills) },
      { licenseKey: "gpl-v3" },
    );
  }

  /** Sets all prices to a trial's and gives what each model costs. */
  totals(trialIndex: number): readonly number[] {
    const values = drawsOf(SEED, trialIndex, this.#ranges).map((value) => [Number(value)]);
    this.#engine.setCellContents({ sheet: this.#sheet("Prices"), col: 0, row: 0 }, values);
    return Array.from({ length: this.#modelCount }, (_, model) =>
      Number(this.#engine.getCellValue({ sheet: this.#sheet(`Bill${model}`), col: 0, row: 0 })),
    );
  }

  close(): void {
    this.#engine.destroy();
  }

  #sheet(name: string): number {
    return this.#engine.getSheetId(name) ?? -1;
  }
}
