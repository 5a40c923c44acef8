import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { reports, reportsOf } from "@nkp-planner/adapters";
import { NO_TERMS } from "@nkp-planner/adapters/quote-paper";
import { exampleFiles, exampleFleet, examplePriceBook, planningContext, sources } from "@nkp-planner/catalog";
import {
  compareModels,
  comparisonDocument,
  defaultModels,
  type Money,
  moneyAsNumber,
  type PlannedFleet,
  parseFleet,
  parsePriceList,
  planDocument,
  plannedFleet,
  quotesOf,
} from "@nkp-planner/core";
import { Ajv2020 } from "ajv/dist/2020.js";
import { readXlsx } from "hucre";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { quoteView } from "../packages/adapters/src/report/quote-paper/quote-view.ts";
import listFile from "../packages/catalog/data/examples/price-list-eur.json" with { type: "json" };
import { builtData } from "../site/build-time/built-data.ts";
import { commandOf } from "../site/src/state/command-line.ts";
import type { Scenario } from "../site/src/state/scenario.ts";
import { sheetView } from "../site/src/view/sheet-view.ts";
import { writerFor } from "../site/src/view/writer.ts";
import { Desk } from "../site/src/worker/desk.ts";
import { cli } from "./support/process.ts";

/** Documents and files of the site without a browser: what the planner's thread hands to the page. */

const writer = writerFor("en");
const release = exampleFleet.release;
const priceList = parsePriceList(listFile);
const contexts = {
  "agreed prices": planningContext({ release, priceBook: examplePriceBook }),
  "a price list": planningContext({
    release,
    priceBook: examplePriceBook,
    priceList,
    settings: { "agreed-prices": "ignored" },
  }),
};

const [firstModel] = defaultModels as readonly [(typeof defaultModels)[number]];

const amountsIn = (text: string) => new Set(text.match(/\d[\d,]*\.\d+/g)?.map((one) => one.replaceAll(",", "")));

/** Every amount that only the provider may know. */
function secretsOf({ totals, tenants, costs, oneTimeCosts }: PlannedFleet): readonly Money[] {
  const lines = [...costs, ...oneTimeCosts];
  return [
    totals.monthlyCost,
    totals.monthlyMargin,
    totals.oneTimeCost,
    ...tenants.flatMap((one) => [one.monthlyCost, one.monthlyMargin, one.ownMonthlyCost, one.oneTimeCost]),
    ...lines.flatMap(({ amount, unitPrice }) => [amount, unitPrice]),
  ].flatMap((one) => (one === null ? [] : [one]));
}

describe.each(Object.entries(contexts))("with %s", (_, context) => {
  const { plans } = compareModels(exampleFleet, defaultModels, context, "ultimate-centralized");

  it.each(plans.map((plan) => [plan.model.id, plan] as const))("a quote holds no cost: %s", (_id, plan) => {
    const view = quoteView(plan, [], writer);
    const shown = amountsIn(JSON.stringify(view));
    const { quotes } = quotesOf(plan);
    const offered = amountsIn(
      JSON.stringify(
        quotes.flatMap(({ recurring, oneTime, monthlyPrice, oneTimePrice, size }) => [
          ...[...recurring, ...oneTime].flatMap(({ unitPrice, discount, amount }) =>
            [unitPrice, discount, amount].map(({ amount }) => amount),
          ),
          monthlyPrice.amount,
          oneTimePrice.amount,
          ...Object.values(size).map((value) => writer.number(value)),
        ]),
      ),
    );
    const secrets = secretsOf(plan).map(({ amount }) => amount);
    const internal = amountsIn(JSON.stringify(sheetView(plan, sources, writer)));
    expect(secrets.filter((amount) => internal.has(amount)).length).toBeGreaterThan(50);
    expect(secrets.filter((amount) => shown.has(amount) && !offered.has(amount))).toEqual([]);
    expect(JSON.stringify(view)).not.toMatch(/margin|cost/i);
    expect(view.quotes.map(({ recurring }) => recurring.total)).toEqual(
      quotes.map(({ monthlyPrice }) => writer.amount(monthlyPrice)),
    );
  });

  it("an internal sheet adds up, cluster by cluster, what recurs and what is once", () => {
    for (const plan of plans) {
      const { places, once, total } = sheetView(plan, sources, writer);
      const cents = (text: string) => Math.round(Number(text.replaceAll(",", "")) * 100);
      const sumOf = (amounts: readonly { readonly amount: string }[]) =>
        amounts.reduce((sum, { amount }) => sum + cents(amount), 0);
      const whole = [[places, total] as const, ...(once === null ? [] : [[once.places, once.total] as const])];
      for (const [groups, sum] of whole) {
        expect(sumOf(groups)).toBe(cents(sum));
        for (const { amount, lines } of groups) expect(sumOf(lines)).toBe(cents(amount));
      }
      expect(cents(total)).toBe(Math.round(moneyAsNumber(plan.totals.monthlyCost) * 100));
      expect(places.flatMap(({ lines }) => lines).length).toBe(plan.costs.length);
    }
  });
});

describe("what a document says of its prices", () => {
  const planWith = (own: { list?: boolean; book?: boolean; fleet?: boolean; agreed?: boolean }) => {
    const priceBook = { ...examplePriceBook, illustrative: own.book !== true };
    const list = own.list === undefined ? {} : { priceList: { ...priceList, illustrative: !own.list } };
    const settings = { "agreed-prices": own.agreed === true ? "kept" : "ignored" };
    const context = planningContext({ release, priceBook, ...list, ...(own.list === undefined ? {} : { settings }) });
    const fleet = { ...exampleFiles.fleet, illustrative: own.fleet !== true };
    return plannedFleet(parseFleet(fleet), firstModel, context);
  };

  it.each([
    [{}, true, true],
    [{ book: true }, true, true],
    [{ fleet: true }, false, true],
    [{ book: true, fleet: true }, false, false],
    [{ list: true }, false, true],
    [{ book: true, list: false }, true, true],
    [{ book: true, fleet: true, list: false, agreed: true }, false, true],
    [{ book: true, list: true, agreed: true }, true, true],
    [{ fleet: true, list: true, agreed: true }, false, true],
    [{ book: true, list: true }, false, false],
  ])("%j", (own, quote, sheet) => {
    const plan = planWith(own);
    expect(quoteView(plan, [], writer).isInvented).toBe(quote);
    expect(quoteView(plan, [], writer).warnings.length).toBe(quote ? 1 : 0);
    expect(sheetView(plan, sources, writer).isInvented).toBe(sheet);
    // A document shows what things cost beside what tenants pay: one rule for it and for the sheet.
    expect(planDocument(plan).illustrativePrices).toBe(sheet);
    const compared = compareModels(plan.input, [firstModel], plan.context, firstModel.id);
    expect(comparisonDocument(compared).illustrativePrices).toBe(sheet);
  });
});

it("a quote for several clusters adds them up, and tax where a percentage is typed, rounded once", () => {
  const tenant = (id: string, monthly: string) => ({
    id,
    demand: { pods: 2, cpu: "1", memory: "1Gi" },
    price: { monthly },
  });
  const input = parseFleet({
    ...exampleFiles.fleet,
    tenants: [tenant("a", "100.03"), tenant("b", "50.02"), tenant("c", "7.00")],
    illustrative: false,
  });
  const plan = plannedFleet(input, firstModel, contexts["agreed prices"]);
  const totalsWith = (taxPercent: string, ...ids: readonly string[]) =>
    quoteView(plan, ids, writer, { ...NO_TERMS, taxPercent }).totals.map(({ rows, sums }) =>
      [...rows, ...sums].map(({ name, amount }) => `${name} ${amount}`),
    );
  // 100.03 + 50.02 = 150.05; 7.7 % of it are 11.55385, so 11.55; together 161.60.
  expect(totalsWith("7.7", "a", "b")[0]).toEqual([
    "a 100.03",
    "b 50.02",
    "Total 150.05",
    "Tax, 7.7 % 11.55",
    "Total with tax 161.60",
  ]);
  expect(totalsWith("", "a", "b")[0]).toEqual(["a 100.03", "b 50.02", "Total 150.05"]);
  expect(totalsWith("", "a")).toEqual([]);
  expect(totalsWith("19,0 %", "a")[0]).toEqual(["Total 100.03", "Tax, 19 % 19.01", "Total with tax 119.04"]);
  expect(quoteView(plan, ["a"], writer, { ...NO_TERMS, taxPercent: "a lot" })).toMatchObject({
    totals: [],
    problems: ["a lot is no percentage such as 19 or 7.7."],
  });
});

it("a quote on paper says what was said of its tenant's input, and of no other's", () => {
  const tiny = (id: string) => ({ id, demand: { pods: 2, cpu: "1", memory: "1Ki" }, price: { monthly: "1.00" } });
  const input = parseFleet({
    ...exampleFiles.fleet,
    tenants: [tiny("tiny"), { ...tiny("plain"), demand: { pods: 2, cpu: "1", memory: "1Gi" } }],
    illustrative: false,
  });
  const plan = plannedFleet(input, firstModel, contexts["agreed prices"]);
  expect(quoteView(plan, ["tiny"], writer).warnings).toEqual([expect.stringContaining("less than a MiB of memory")]);
  expect(quoteView(plan, ["plain"], writer).warnings).toEqual([]);
});

describe("exported files", () => {
  const folder = mkdtempSync(join(tmpdir(), "nkp-planner-"));
  const scenario: Scenario = {
    ...builtData.example,
    priceList: listFile,
    settings: { floors: "none", "agreed-prices": "ignored", "headroom-percent": "12" },
    locale: "de",
  };
  const modelId = "hybrid";
  let desk: Desk;

  beforeAll(async () => {
    desk = new Desk(builtData);
    await desk.answer("plan", scenario);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const contentOf = async (reportId: string) => (await desk.answer("export", { reportId, modelId })).content;

  it("give the command line the very comparison that the page shows", async () => {
    for (const [id, name] of [
      ["fleet-yaml", "fleet"],
      ["price-book-yaml", "prices"],
      ["price-list-yaml", "price-list"],
    ] as const)
      writeFileSync(join(folder, `${name}.yaml`), await contentOf(id));
    const words = commandOf(scenario).split(" ").slice(1);
    const args = words.map((word) => (word.endsWith(".yaml") ? join(folder, word) : word));
    const { code, stdout } = await cli([...args, "--format", "json"]);
    expect(code).toBe(0);
    expect(stdout).toBe(await contentOf("comparison-json"));
  });

  it("are a comparison as its schema says", async () => {
    const ajv = new Ajv2020({ strict: true, strictTypes: false, formats: { date: true, uri: true } });
    const path = new URL("../packages/core/schema/comparison.schema.json", import.meta.url);
    const validate = ajv.compile(JSON.parse(readFileSync(path, "utf8")));
    validate(JSON.parse(String(await contentOf("comparison-json"))));
    expect(validate.errors).toBeNull();
  });

  it("are a workbook with the model's cost to the cent", async () => {
    const { sheets } = await readXlsx((await contentOf("xlsx")) as Uint8Array);
    const context = planningContext({
      release,
      priceBook: examplePriceBook,
      priceList,
      settings: scenario.settings,
    });
    const { plans } = compareModels(parseFleet(scenario.fleet), defaultModels, context, "ultimate-centralized");
    const plan = plans.find(({ model }) => model.id === modelId) as PlannedFleet;
    const values = sheets.flatMap(({ rows }) => rows.flat().map((cell) => Number(cell)));
    const cost = moneyAsNumber(plan.totals.monthlyCost);
    expect(values.some((value) => Math.abs(value - cost) < 0.005)).toBe(true);
  });

  it.each(reportsOf("plan").map(({ id }) => id))("are those of the command line, byte for byte: %s", async (id) => {
    for (const [report, name] of [
      ["fleet-yaml", "fleet"],
      ["price-book-yaml", "prices"],
      ["price-list-yaml", "price-list"],
    ] as const)
      writeFileSync(join(folder, `${name}.yaml`), await contentOf(report));
    const files = ["fleet", "--prices", "prices", "--price-list", "price-list"].map((word) =>
      word.startsWith("--") ? word : join(folder, `${word}.yaml`),
    );
    const settings = Object.entries(scenario.settings).flatMap(([key, value]) => ["--set", `${key}=${value}`]);
    const out = join(folder, `report-${id}`);
    // What a plan's own JSON is called there, is the command plan.
    const command = id === "plan-json" ? ["plan"] : ["cost"];
    const format = id === "plan-json" ? ["--format", "json"] : ["--format", id, "--out", out];
    const { code, stdout } = await cli([...command, ...files, ...settings, "--model", modelId, ...format]);
    expect(code).toBe(0);
    const content = await contentOf(id);
    if (id === "plan-json") expect(stdout).toBe(content);
    else expect(readFileSync(out).equals(Buffer.from(content as Uint8Array))).toBe(true);
  });

  it("are those of the list, in its order", async () => {
    const { reports: menu } = await desk.answer("formats", null);
    expect(menu.map(({ id }) => id)).toEqual(reports.map(({ id }) => id));
  });

  it.each(reports.filter(({ id }) => id !== "fleet-yaml").map(({ id }) => id))(
    "%s says that prices are invented",
    async (id) => {
      const content = await contentOf(id);
      const text =
        typeof content === "string"
          ? content
          : JSON.stringify((await readXlsx(content)).sheets.map(({ rows }) => rows));
      expect(text).toMatch(/invented|illustrative/i);
    },
  );

  it("refuses a format that there is not", async () => {
    await expect(contentOf("docx")).rejects.toThrow("docx");
  });
});

describe("the command that says the same", () => {
  it("runs nothing that came with a link", () => {
    expect(commandOf({ settings: {}, priceList: null })).toBe("nkp-planner compare fleet.yaml --prices prices.yaml");
    const settings = { floors: "none", odd: "a b'; rm -r ~ #$(id)" };
    expect(commandOf({ settings, priceList: null })).toBe(
      "nkp-planner compare fleet.yaml --prices prices.yaml --set floors=none --set 'odd=a b'\\''; rm -r ~ #$(id)'",
    );
  });
});
