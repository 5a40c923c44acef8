import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exampleFleet, examplePriceBook, planningContext } from "@nkp-planner/catalog";
import {
  assumedRanges,
  basePlans,
  ComparisonDocument,
  operatingModels,
  PlanDocument,
  trialQuestion,
  trialsOf,
} from "@nkp-planner/core";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { widthOf } from "../packages/cli/src/human/layout.ts";
import { writeFiles } from "../packages/cli/src/output-folder.ts";
import { trialsInThreads } from "../packages/cli/src/trials-in-threads.ts";
import { jsonSchemas } from "../packages/core/scripts/schemas.ts";
import { cli } from "./support/process.ts";

const root = new URL("..", import.meta.url).pathname;
const FLEET = join(root, "examples/msp-fleet.yaml");
const PRICES = join(root, "examples/price-book-eur.yaml");
const HOST_PRICES = join(root, "examples/price-book-hosts-eur.yaml");
const LIST = join(root, "examples/price-list-eur.yaml");
const folder = mkdtempSync(join(tmpdir(), "nkp-planner-"));
const fileOf = (name: string, text: string | Buffer): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const fleetText = readFileSync(FLEET, "utf8");

const RANGES = join(root, "examples/what-if-eur.yaml");
const STARTER_ULTIMATE = ["--model", "starter-self-managed", "--model", "ultimate-centralized"];
const TWO_WAY = ["--table", "NKP-ULT,operations-hours-self-managed"];

const PRINTED: readonly (readonly [string, readonly string[]])[] = [
  ["compare.txt", ["compare", FLEET, "--prices", PRICES]],
  ["compare-floors-none.txt", ["compare", FLEET, "--prices", PRICES, "--set", "floors=none"]],
  ["plan-hybrid.txt", ["plan", FLEET, "--prices", PRICES, "--model", "hybrid"]],
  ["explain-licensed-vcpu.txt", ["explain", FLEET, "licensedVcpu", "--prices", PRICES]],
  ["explain-management.txt", ["explain", FLEET, "cluster.management.requestedVcpu", "--model", "ultimate-centralized"]],
  ["explain-list.txt", ["explain", FLEET]],
  ["cost.txt", ["cost", FLEET, "--prices", HOST_PRICES, "--price-list", LIST, "--set", "agreed-prices=ignored"]],
  ["quote.txt", ["quote", FLEET, "--price-list", LIST, "--set", "agreed-prices=ignored", "--tenant", "umbra"]],
  [
    "breakeven.txt",
    [
      "breakeven",
      FLEET,
      "--price-list",
      LIST,
      "--set",
      "agreed-prices=ignored",
      "--sku",
      "MK-VCPU",
      "--up-to",
      "12",
      "--up-to-pods",
      "40",
    ],
  ],
  [
    "forecast.txt",
    [
      ...["forecast", FLEET, "--prices", PRICES, "--price-list", LIST, "--set", "agreed-prices=ignored"],
      ...["--months", "24"],
    ],
  ],
  [
    "whatif.txt",
    ["whatif", FLEET, "--prices", PRICES, ...STARTER_ULTIMATE, "--ranges", RANGES, "--trials", "300", ...TWO_WAY],
  ],
  ["whatif-assumed.txt", ["whatif", FLEET, "--prices", PRICES, "--model", "hybrid", "--trials", "100", "--seed", "7"]],
  ["catalog-list.txt", ["catalog", "list"]],
  ["catalog-show-release.txt", ["catalog", "show", "nkp-2.17.1"]],
  ["catalog-show-assumption.txt", ["catalog", "show", "rook-ceph-requests"]],
  ["catalog-show-facts.txt", ["catalog", "show", "prism-central"]],
  ["catalog-show-preset.txt", ["catalog", "show", "preset-M"]],
  ["catalog-show-application.txt", ["catalog", "show", "gitlab"]],
  ["catalog-diff.txt", ["catalog", "diff", "nkp-2.17.1", "nkp-2.18.0-dev"]],
];

describe("what people see", () => {
  it.each(PRINTED)("%s", async (name, args) => {
    const { code, stdout, stderr } = await cli(args);
    expect(stderr).toBe("");
    expect(code).toBe(0);
    await expect(stdout).toMatchFileSnapshot(`golden/${name}`);
  });

  it.each(PRINTED)("%s fits 80 columns, addresses apart, and holds no escape codes", async (_name, args) => {
    const { stdout } = await cli(args);
    const wide = stdout.split("\n").filter((line) => widthOf(line) > 80 && !/https?:\/\//.test(line));
    expect(wide).toEqual([]);
    expect(stdout).not.toContain("\u001b");
  });

  it("prints every preset and application in 80 columns, by ids that no other entry has", async () => {
    const { presets, applications, releases, assumptions, factSheets } = JSON.parse(
      (await cli(["catalog", "list", "--format", "json"])).stdout,
    );
    const ids: string[] = [...presets.map(({ id }: { id: string }) => ({ id: `preset-${id}` })), ...applications].map(
      ({ id }) => id,
    );
    const others = new Set([...releases, ...assumptions, ...factSheets].map(({ id }) => id));
    expect(ids.length).toBeGreaterThan(40);
    for (const id of ids) {
      const { code, stdout } = await cli(["catalog", "show", id]);
      const wide = stdout.split("\n").filter((line) => widthOf(line) > 80 && !/https?:\/\//.test(line));
      expect({ id, code, wide, isTaken: others.has(id) }).toEqual({ id, code: 0, wide: [], isTaken: false });
    }
  });

  it("never shows cost or a quote of a plan that cannot run without saying so", async () => {
    const large = fleetText.replace(
      'largestPod: { cpu: "6", memory: 24Gi }',
      'largestPod: { cpu: "90", memory: 24Gi }',
    );
    const fleet = fileOf("large.yaml", large);
    for (const args of [["quote"], ["quote", "--format", "csv"], ["cost"], ["cost", "--format", "focus"]]) {
      const model = ["--model", "starter-self-managed"];
      const { code, stdout, stderr } = await cli([...args, fleet, "--price-list", LIST, ...model]);
      expect(code).toBe(0);
      expect(stderr, args.join(" ")).toContain("Cannot run: ");
      // What a customer is sent is about prices alone.
      if (args[0] === "quote") expect(stdout).not.toContain("Cannot run");
    }
  });

  it("says beside formats for other tools what they have no place for", async () => {
    const { stdout, stderr } = await cli(["quote", FLEET, "--format", "csv"]);
    expect(stderr).toContain("Prices are invented");
    expect(stdout.split("\r\n")[0]).toMatch(/^sku,name,/);
  });

  it("writes a workbook to a file alone, and over none that is there", async () => {
    const xlsx = join(folder, "plan.xlsx");
    const args = ["cost", FLEET, "--model", "hybrid", "--format", "xlsx"];
    expect((await cli(args)).stderr).toContain("add --out plan.xlsx");
    expect((await cli([...args, "--out", xlsx])).code).toBe(0);
    expect(readFileSync(xlsx).subarray(0, 2).toString()).toBe("PK");
    expect(await cli([...args, "--out", xlsx])).toMatchObject({ code: 2 });
    expect((await cli([...args, "--out", xlsx, "--force"])).code).toBe(0);
    expect((await cli([...args, "--out", join(folder, "none", "plan.xlsx")])).stderr).toContain("no such folder");
    expect((await cli([...args, "--out", folder])).stderr).toContain("a folder");
    expect((await cli(["cost", FLEET, "--format", "focus"])).stderr).toContain("add one --model");
  });

  it("is coloured on a terminal, and nowhere else", async () => {
    const args = ["compare", FLEET];
    expect((await cli(args, { isTTY: true })).stdout).toContain("\u001b[1m");
    expect((await cli(args, { isTTY: true, env: { NO_COLOR: "1" } })).stdout).not.toContain("\u001b");
    expect((await cli(args, { isTTY: true, env: { TERM: "dumb" } })).stdout).not.toContain("\u001b");
  });

  it("says on every output that example prices are invented", async () => {
    for (const [name, args] of PRINTED) {
      if (name.startsWith("catalog") || name === "explain-list.txt") continue;
      expect((await cli(args)).stdout, name).toContain("Prices are invented");
    }
    const json = JSON.parse((await cli(["compare", FLEET, "--format", "json"])).stdout);
    expect(json.illustrativePrices).toBe(true);
    const own = fileOf("own.yaml", readFileSync(PRICES, "utf8").replace("illustrative: true", "illustrative: false"));
    expect((await cli(["compare", FLEET, "--prices", own])).stdout).not.toContain("invented (");
  });

  it("compares the example where no fleet is given, and says so", async () => {
    expect((await cli(["compare"])).stdout).toContain("No fleet given: this is the example fleet, invented.");
  });

  it("reads the fleet from standard input", async () => {
    const piped = await cli(["compare", "-", "--prices", PRICES], { stdin: fleetText });
    expect(piped.stdout).toBe((await cli(["compare", FLEET, "--prices", PRICES])).stdout);
  });

  it.each(
    [
      [],
      ["--help"],
      ["compare", "--help"],
      ["forecast", "--help"],
      ["whatif", "--help"],
      ["catalog"],
      ["catalog", "show", "--help"],
    ].map((args) => [args]),
  )("helps: %j", async (args) => {
    const { code, stdout } = await cli(args);
    expect(code).toBe(0);
    expect(stdout).toContain("USAGE");
  });
});

describe("a fleet of presets and applications", () => {
  const small = (tenant: string) =>
    fileOf("presets.yaml", `${fleetText.slice(0, fleetText.indexOf("  - id: orchid"))}  - id: fern\n${tenant}`);
  const planOf = (text: string) => PlanDocument.parse(JSON.parse(text)).plan;
  const assumptionsOf = async (tenant: string): Promise<readonly { id: string; statement: string }[]> =>
    planOf((await cli(["plan", small(tenant), "--format", "json"])).stdout).assumptions;

  it("is planned as if its pods were written out", async () => {
    const named = small("    preset: S\n    applications: [{ application: ghost, count: 2 }]\n");
    const { code, stdout } = await cli(["plan", named, "--format", "json"]);
    expect(code).toBe(0);
    const pods = (name: string, replicas: number, cpu: string, memory: string, storage: string) =>
      `      - { name: ${name}, replicas: ${replicas}, requests: { cpu: ${cpu}, memory: ${memory} }, storagePerReplica: ${storage} }\n`;
    const written = small(
      `    workloads:\n${[
        pods("wordpress", 1, "250m", "256Mi", "10Gi"),
        pods("mariadb", 1, "250m", "256Mi", "8Gi"),
        pods("redis", 1, "100m", "128Mi", "8Gi"),
        pods("ingress", 1, "100m", "90Mi", '"0"'),
        pods("ghost", 2, "250m", "256Mi", "8Gi"),
        pods("mysql", 2, "500m", "512Mi", "8Gi"),
      ].join("")}`,
    );
    const { totals } = planOf((await cli(["plan", written, "--format", "json"])).stdout);
    expect(planOf(stdout).totals).toEqual(totals);
  });

  it("says which pods have unknown requests, and of whom", async () => {
    const assumptions = await assumptionsOf(
      "    name: Fern\n    applications: [{ application: minio }, { application: vault }]\n",
    );
    expect(assumptions.find(({ id }) => id === "unknown-requests:fern")?.statement).toBe(
      "Fern runs pods whose requests no source states; they count as 0, so the tenant needs more than is planned: minio/minio (CPU), vault/server (CPU, memory), vault/injector (CPU, memory).",
    );
    expect(assumptions.find(({ id }) => id === "named-sizes")?.statement).toContain("Fern (minio, vault)");
    const { stdout } = await cli(["compare", small("    applications: [{ application: vault }]\n")]);
    expect(stdout.replaceAll(/\s+/g, " ")).toContain("vault/server (CPU, memory)");
    expect((await assumptionsOf("    preset: XL\n")).filter(({ id }) => id.startsWith("unknown-requests"))).toEqual([]);
  });

  it("points at names that the catalog has not", async () => {
    const { code, stderr } = await cli([
      "compare",
      small("    preset: m\n    applications: [{ application: wordpres }]\n"),
    ]);
    expect(code).toBe(2);
    expect(stderr).toContain('presets.yaml:11:13  tenants[0].preset\n  found "m"');
    expect(stderr).toContain('did you mean "M"?');
    expect(stderr).toContain('presets.yaml:12:35  tenants[0].applications[0].application\n  found "wordpres"');
    expect(stderr).toContain('did you mean "wordpress"?');
  });
});

describe("JSON for programs", () => {
  const ajv = new Ajv2020({ strict: true, strictTypes: false, formats: { date: true, uri: true } });
  const schema = (name: string) => ajv.compile(JSON.parse(jsonSchemas().get(name) ?? "{}"));

  it("ships schemas that are what zod says", () => {
    for (const [name, text] of jsonSchemas()) {
      const kept = readFileSync(join(root, "packages/core/schema", name), "utf8");
      expect(kept, `packages/core/schema/${name} is stale: run pnpm schemas`).toBe(text);
    }
  });

  it.each([
    ["comparison.schema.json", ["compare", FLEET, "--format", "json"]],
    ["plan.schema.json", ["plan", FLEET, "--format", "json"]],
    ["release.schema.json", ["catalog", "show", "nkp-2.17.1", "--format", "json"]],
    ["parameter.schema.json", ["catalog", "show", "floors", "--format", "json"]],
  ])("fits %s", async (name, args) => {
    const { stdout } = await cli(args);
    const validate = schema(name);
    expect(validate(JSON.parse(stdout)), JSON.stringify(validate.errors)).toBe(true);
  });

  it("explain fits figure.schema.json", async () => {
    const { stdout } = await cli(["explain", FLEET, "marginRatio", "--format", "json"]);
    const { figures } = JSON.parse(stdout);
    const validate = schema("figure.schema.json");
    expect(figures).toHaveLength(3);
    for (const figure of figures) expect(validate(figure), JSON.stringify(validate.errors)).toBe(true);
  });

  it("example files fit the schemas of what people write", async () => {
    const { parse } = await import("yaml");
    expect(schema("fleet.schema.json")(parse(fleetText))).toBe(true);
    expect(schema("price-book.schema.json")(parse(readFileSync(PRICES, "utf8")))).toBe(true);
    expect(schema("what-if.schema.json")(parse(readFileSync(RANGES, "utf8")))).toBe(true);
    expect(schema("fleet.schema.json")({ ...parse(fleetText), extra: 1 })).toBe(false);
  });

  it("says the same as the table", async () => {
    const json = ComparisonDocument.parse(JSON.parse((await cli(["compare", FLEET, "--format", "json"])).stdout));
    const { stdout } = await cli(["compare", FLEET]);
    const flat = stdout.replaceAll(/\s+/g, " ");
    expect(flat).toContain(json.verdict.text);
    for (const { totals } of json.plans) {
      expect(flat).toContain(totals.monthlyCost.amount.replace(/(\d)(\d{3}\.)/, "$1,$2"));
      expect(flat).toContain(String(totals.licensedVcpu));
    }
  });
});

describe("a forecast", () => {
  const args = ["forecast", FLEET, "--prices", PRICES, "--model", "hybrid", "--months", "12"];

  it("prints every month to the cent as JSON, which adds up", async () => {
    const { code, stdout } = await cli([...args, "--format", "json"]);
    expect(code).toBe(0);
    const { illustrativePrices, forecasts } = JSON.parse(stdout);
    expect(illustrativePrices).toBe(true);
    expect(forecasts).toHaveLength(1);
    const [{ months, modelId, start, totalMargin, paybackMonthNumber }] = forecasts;
    expect({ modelId, start, months: months.length }).toEqual({ modelId: "hybrid", start: "2026-11-23", months: 12 });
    const cents = ({ amount }: { amount: string }) => Math.round(Number(amount) * 100);
    const sum = months.reduce(
      (total: number, month: { monthlyMargin: never }) => total + cents(month.monthlyMargin),
      0,
    );
    expect(cents(totalMargin)).toBe(sum);
    expect(cents(months.at(-1).cumulativeCash)).toBe(sum);
    expect(paybackMonthNumber === null).toBe(sum < 0);
  });

  it.each([
    ["month", 12],
    ["quarter", 4],
    ["year", 1],
  ])("prints a line a %s", async (every, lineCount) => {
    const { stdout } = await cli([...args, "--every", every]);
    expect(stdout.split("\n").filter((line) => /^\d+(–\d+)? +20\d\d-/.test(line))).toHaveLength(lineCount);
  });

  it("says that it buys hosts, what they are worth in the end, and fits the page", async () => {
    const hosts = join(root, "examples/price-book-hosts-eur.yaml");
    const { stdout } = await cli(["forecast", FLEET, "--prices", hosts, "--months", "24"]);
    const flat = stdout.replaceAll(/\s+/g, " ");
    expect(flat).toContain("has to be put in");
    expect(flat).toContain("hosts at what they are still worth");
    expect(stdout).toContain("Hosts");
    expect(stdout.split("\n").filter((line) => widthOf(line) > 80)).toEqual([]);
  });

  it("knows the cost alone where a price is unknown", async () => {
    const free = fileOf("free.yaml", fleetText.replaceAll(/^ +price: .*\n/gm, ""));
    const { code, stdout } = await cli(["forecast", free, "--months", "12", "--model", "hybrid"]);
    expect(code).toBe(0);
    expect(stdout.replaceAll(/\s+/g, " ")).toContain("Margin and payback are unknown");
    expect(stdout).not.toContain("Cash");
  });

  it("has nothing to say of no tenants", async () => {
    const nobody = fileOf("nobody.yaml", `${fleetText.slice(0, fleetText.indexOf("tenants:"))}tenants: []\n`);
    expect((await cli(["forecast", nobody])).stdout).toContain("nothing to forecast");
  });

  it("tells of its progress on a terminal alone", async () => {
    expect((await cli(args, { isTTY: true })).stderr).toContain("Hybrid: planning month 12 of 12");
    expect((await cli(args)).stderr).toBe("");
  });

  it.each([
    [["--months", "11"], "from 12 to 60"],
    [["--months", "61"], "from 12 to 60"],
    [["--months", "many"], "is no number"],
    [["--discount", "101"], "from 0 to 100"],
    [["--start", "2027-02-29"], "a day of the calendar"],
  ])("refuses %j", async (more, expected) => {
    const { code, stdout, stderr } = await cli(["forecast", FLEET, ...more]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(expected);
  });
});

describe("the README", () => {
  it("shows the figures that its first command prints", async () => {
    const readme = readFileSync(join(root, "README.md"), "utf8");
    const { plans } = ComparisonDocument.parse(JSON.parse((await cli(["compare", FLEET, "--format", "json"])).stdout));
    const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
    const grouped = (amount: string) => amount.replace(/(\d)(?=(\d{3})+\.)/g, "$1,");
    expect(readme).toContain(
      row(["Clusters, nodes", ...plans.map(({ totals }) => `${totals.clusterCount}, ${totals.nodeCount}`)]),
    );
    expect(readme).toContain(row(["Licensed vCPU", ...plans.map(({ totals }) => String(totals.licensedVcpu))]));
    expect(readme).toContain(row(["Cost", ...plans.map(({ totals }) => grouped(totals.monthlyCost.amount))]));
    expect(readme).toContain(
      row(["Margin ratio", ...plans.map(({ totals }) => `${((totals.marginRatio ?? 0) * 100).toFixed(1)} %`)]),
    );
  });
});

describe("bad input", () => {
  const broken = (change: (text: string) => string) => fileOf("broken.yaml", change(fleetText));
  const CASES: readonly (readonly [string, () => readonly string[], string])[] = [
    [
      "an unknown key",
      () => [broken((text) => text.replace("tenants:", "tennants: []\ntenants:"))],
      'did you mean "tenants"?',
    ],
    [
      "a missing tenant id",
      () => [broken((text) => text.replace("- id: orchid\n    name", "- name"))],
      "add for example id: orchid",
    ],
    ["two tenants with one id", () => [broken((text) => text.replace("id: basalt", "id: orchid"))], "a second time"],
    ["a negative replica count", () => [broken((text) => text.replace("replicas: 6", "replicas: -6"))], "found -6"],
    [
      "16GB as memory",
      () => [broken((text) => text.replace("memory: 1Gi", "memory: 16GB"))],
      'write "16Gi" (16 GiB) or "16G" (14.9 GiB)',
    ],
    ["a price with letters", () => [broken((text) => text.replace('"4200.00"', '"19O0,00"'))], 'write "1900.00"'],
    [
      "a currency the price book has not",
      () => [broken((text) => text.replace("currency: EUR", "currency: USD"))],
      "broken.yaml:8:11  currency",
    ],
    [
      "a price book without a rate that is used",
      () => [
        FLEET,
        "--prices",
        fileOf("short.yaml", readFileSync(PRICES, "utf8").replace(/^.*license-ultimate.*$/m, "")),
      ],
      "add { sku: …, name: …, appliesTo: license-ultimate, unit: vCPU-month",
    ],
    [
      "a release the catalog has not, at its place",
      () => [broken((text) => text.replace("nkp-2.17.1", "nkp-2.17.7"))],
      'broken.yaml:7:10  release\n  found "nkp-2.17.7"',
    ],
    ["a 50 MiB file", () => [fileOf("big.yaml", `# ${"x".repeat(50 * 2 ** 20)}`)], "at most 10485760 bytes"],
    ["an empty file", () => [fileOf("empty.yaml", "")], "an empty file"],
    ["bytes that are no text", () => [fileOf("nul.yaml", Buffer.from([0xff, 0xfe, 0, 1]))], "save it as UTF-8"],
    ["a directory", () => [folder], "a directory"],
    ["no such file", () => [join(folder, "none.yaml")], "no such file"],
    ["a file as a folder", () => [join(FLEET, "x")], "no such file"],
    ["empty standard input", () => ["-"], "standard input:1:1"],
    ["a setting without a value", () => [FLEET, "--set", "floors"], "KEY=VALUE"],
    ["an unknown setting", () => [FLEET, "--set", "flors=none"], 'did you mean "floors"?'],
    ["an unknown flag", () => [FLEET, "--modle", "x"], "--model"],
    ["an unknown model", () => [FLEET, "--model", "starter"], "starter-self-managed"],
    ["an unknown release as a flag", () => [FLEET, "--release", "2.17.1"], 'did you mean "nkp-2.17.1"?'],
    ["a price book that is a fleet", () => [FLEET, "--prices", FLEET], "PriceBook"],
    ["a fleet that is a price book", () => [PRICES], '"Fleet"'],
  ];

  it.each(CASES)("%s", async (_what, args, says) => {
    const { code, stdout, stderr } = await cli(["compare", ...args()]);
    expect(code).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toContain(says);
    expect(stderr).not.toMatch(/^\s+at .*:\d+:\d+/m);
  });

  it("tells every problem of a file at once, each with line and column", async () => {
    const path = fileOf(
      "many.yaml",
      fleetText
        .replace("replicas: 6", "replicas: -6")
        .replace("memory: 8Gi", "memory: 8GB")
        .replace('"9800.00"', '"98OO"'),
    );
    const { stderr } = await cli(["compare", path]);
    const places = [...stderr.matchAll(/^.*many\.yaml:(\d+):(\d+) {2}(\S+)$/gm)].map(([, , , where]) => where);
    expect(places).toEqual([
      "tenants[0].workloads[0].replicas",
      "tenants[0].workloads[1].requests.memory",
      "tenants[1].price.monthly",
    ]);
    expect(stderr).toContain("3 problems");
  });

  it("an unknown figure, command and catalog entry", async () => {
    const figure = await cli(["explain", FLEET, "tenant.orchid.monthlyCots"]);
    expect(figure).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('did you mean "tenant.orchid.monthlyCost"?'),
    });
    expect(await cli(["comapre"])).toMatchObject({ code: 2, stderr: expect.stringContaining("compare") });
    expect(await cli(["catalog", "show", "flors"])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('"floors"'),
    });
    expect(await cli(["catalog", "diff", "nkp-2.17.1", "nkp-9"])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("nkp-2.1"),
    });
  });
});

describe("what if", () => {
  const ask = (...more: readonly string[]) =>
    cli(["whatif", FLEET, "--model", "ultimate-centralized", "--format", "json", ...more]);
  const rangesOf = (...lines: readonly string[]) =>
    fileOf(
      "ranges.yaml",
      [
        "apiVersion: nkp-planner/v1",
        "kind: WhatIf",
        "currency: EUR",
        "ranges:",
        ...lines.map((line) => `  - ${line}`),
        "",
      ].join("\n"),
    );

  it("gives the same bytes for the same seed, and others for another", async () => {
    const ranges = rangesOf("{ price: LABOUR, low: 80, high: 120 }");
    const trials = async (seed: string) => (await ask("--ranges", ranges, "--trials", "100", "--seed", seed)).stdout;
    expect(await trials("1")).toBe(await trials("1"));
    expect(await trials("2")).not.toBe(await trials("1"));
  });

  it("gives the same bytes over one, two and three threads", async () => {
    const models = operatingModels.filter(({ id }) => id !== "hybrid");
    const context = planningContext({ release: exampleFleet.release, priceBook: examplePriceBook });
    const bases = basePlans(exampleFleet, models, context);
    const { ranges } = assumedRanges(
      bases.map(({ plan }) => plan),
      context,
    );
    const question = trialQuestion(bases, exampleFleet, context, { ranges, trialCount: 2500, seed: 3 });
    const once = JSON.stringify(trialsOf(question, 0, 2500));
    for (const threads of [1, 2, 3]) {
      const done: [number, string][] = [];
      const all = await trialsInThreads(question, (count, by) => done.push([count, by]), threads);
      expect(JSON.stringify(all)).toBe(once);
      expect(done.at(-1)?.[0]).toBe(2500);
      expect(new Set(done.map(([, by]) => by))).toEqual(new Set([threads === 1 ? "program" : "thread"]));
    }
  });

  it("says how far it is on a terminal, and nothing on a pipe", async () => {
    const ranges = rangesOf("{ price: LABOUR, low: 80, high: 120 }");
    const args = ["whatif", FLEET, "--model", "hybrid", "--ranges", ranges, "--trials", "50"];
    expect((await cli(args, { isTTY: true })).stderr).toContain("50 of 50");
    expect((await cli(args)).stderr).toBe("");
  });

  it("draws a price list's prices", async () => {
    const list = join(root, "examples/price-list-eur.yaml");
    const ranges = rangesOf("{ listPrice: MK-VCPU, low: 60, high: 120 }");
    const args = ["--price-list", list, "--set", "agreed-prices=ignored", "--ranges", ranges, "--trials", "50"];
    const { trials, tornado } = JSON.parse((await ask(...args)).stdout);
    const [{ monthlyCost, monthlyMargin }] = trials.models;
    expect(monthlyCost.p10).toEqual(monthlyCost.p90);
    expect(Number(monthlyMargin.p10.amount)).toBeLessThan(Number(monthlyMargin.p90.amount));
    expect(tornado[0].swings[0].low.monthlyCost).toEqual(tornado[0].base.monthlyCost);
  });

  it.each([
    ["low above high", ["{ price: LABOUR, low: 120, high: 80 }"], "ranges.yaml:5:27  ranges[0].low"],
    ["an unknown SKU", ["{ price: LABUOR, low: 80, high: 120 }"], 'did you mean "LABOUR"?'],
    ["a setting out of bounds", ["{ setting: zones, low: 1, high: 12 }"], "a whole number from 1 to 9"],
    ["a mode outside", ["{ price: LABOUR, low: 80, high: 90, mode: 95 }"], "ranges[0].mode"],
    ["a negative price", ["{ price: LABOUR, low: -80, high: 90 }"], "leave out the minus sign"],
    ["a structural setting", ["{ setting: surge-nodes, low: 0, high: 2 }"], "--table"],
    ["a price list that is not given", ["{ listPrice: MK-VCPU, low: 1, high: 2 }"], "--price-list"],
  ])("refuses %s, at its place", async (_what, lines, says) => {
    const { code, stdout, stderr } = await ask("--ranges", rangesOf(...lines));
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("ranges.yaml:");
    expect(stderr.replaceAll(/\s+/g, " ")).toContain(says.replaceAll(/\s+/g, " "));
  });

  it.each([
    [["--table", "LABOUR"], "pair of ranges"],
    [["--table", "LABUOR,NKP-ULT", "--ranges", RANGES], 'did you mean "LABOUR"?'],
    [["--trials", "many"], "no number of trials"],
    [["--seed", "-1"], "seed"],
  ])("%j is bad usage", async (args, says) => {
    expect(await ask(...args)).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining(says) });
  });

  it("says that a fleet without tenants has nothing to vary, and that prices are invented", async () => {
    const empty = fileOf("empty-fleet.yaml", `${fleetText.slice(0, fleetText.indexOf("tenants:"))}tenants: []\n`);
    expect((await cli(["whatif", empty, "--trials", "10"])).stdout).toContain("no tenants");
    expect(JSON.parse((await ask("--trials", "10")).stdout)).toMatchObject({ illustrativePrices: true });
  });

  it("plans anew for what changes the nodes, where no trials are wanted", async () => {
    const ranges = rangesOf("{ setting: surge-nodes, low: 0, high: 2 }");
    const { code, stdout } = await ask("--ranges", ranges, "--trials", "0");
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ trials: null, tornado: [{ swings: [{ id: "surge-nodes" }] }] });
  });
});

describe("files for other tools", () => {
  let count = 0;
  const fresh = (): string => join(mkdtempSync(join(folder, "emit-")), `out-${++count}`);
  const emit = (out: string, ...more: readonly string[]) =>
    cli(["emit", "kwok-cluster", FLEET, "--prices", PRICES, "--model", "hybrid", "--out", out, ...more]);

  it("writes a folder per cluster, and says what it wrote and what is next", async () => {
    const out = fresh();
    const { code, stdout, stderr } = await emit(out);
    expect(stderr).toBe("");
    expect(code).toBe(0);
    await expect(stdout.replaceAll(out, "OUT")).toMatchFileSnapshot("golden/emit-kwok-cluster.txt");
    for (const cluster of ["management", "tenant-orchid"]) {
      expect(readdirSync(join(out, cluster)).sort()).toEqual(["README.md", "nodes.yaml", "workloads.yaml"]);
    }
    expect(readFileSync(join(out, "management/README.md"), "utf8")).toContain("Prices are invented");
  });

  it("writes the same as before, whatever the order of the flags", async () => {
    const [a, b] = [fresh(), fresh()];
    await emit(a);
    await cli(["emit", "--out", b, "--model", "hybrid", "--prices", PRICES, "kwok-cluster", FLEET]);
    for (const name of readdirSync(a, { recursive: true, encoding: "utf8" }).filter((one) => one.includes("."))) {
      expect(readFileSync(join(b, name), "utf8")).toBe(readFileSync(join(a, name), "utf8"));
    }
  });

  it("writes into a folder that is empty, and into one that is not only by force", async () => {
    const out = fresh();
    mkdirSync(out);
    expect(await emit(out)).toMatchObject({ code: 0 });
    writeFileSync(join(out, "mine.txt"), "mine");
    writeFileSync(join(out, "management/nodes.yaml"), "changed");
    expect(await emit(out)).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining("add --force") });
    expect(readFileSync(join(out, "management/nodes.yaml"), "utf8")).toBe("changed");
    expect(await emit(out, "--force")).toMatchObject({ code: 0 });
    expect(readFileSync(join(out, "management/nodes.yaml"), "utf8")).toContain("kind: Node");
    expect(readFileSync(join(out, "mine.txt"), "utf8")).toBe("mine");
  });

  it.each([
    ["a file", (out: string) => writeFileSync(out, "x"), "a file in the way of a folder"],
    [
      "a folder in the way of a file",
      (out: string) => mkdirSync(join(out, "management/nodes.yaml"), { recursive: true }),
      "a folder in the way of a file",
    ],
    [
      "a link to another place",
      (out: string) => {
        mkdirSync(out);
        mkdirSync(`${out}-elsewhere`);
        symlinkSync(`${out}-elsewhere`, join(out, "management"));
      },
      "a link",
    ],
  ])("refuses %s, even by force", async (_what, prepare, says) => {
    const out = fresh();
    prepare(out);
    expect(await emit(out, "--force")).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining(says) });
    if (existsSync(`${out}-elsewhere`)) expect(readdirSync(`${out}-elsewhere`)).toEqual([]);
  });

  it.each(["../escaped.yaml", "/tmp/escaped.yaml", "a/../../escaped.yaml", ".", ""])(
    "takes an adapter that leads out of the folder for mistaken: %j",
    async (path) => {
      const out = fresh();
      await expect(writeFiles(out, [{ path, text: "" }], { isForced: false })).rejects.toThrow("is outside of");
      expect(existsSync(out)).toBe(false);
    },
  );

  it("writes nothing where the fleet is bad", async () => {
    const out = fresh();
    expect(await cli(["emit", "kwok-cluster", PRICES, "--out", out])).toMatchObject({ code: 2, stdout: "" });
    expect(existsSync(out)).toBe(false);
  });

  it.each([
    [["emit", "kwok-clustr", FLEET, "--out", "x"], 'did you mean "kwok-cluster"?'],
    [["emit", "kwok-cluster", FLEET], "--out"],
    [["emit"], "FORMAT"],
    [["emit", "kwok-cluster", FLEET, "--out", "x", "--model", "hybird"], "hybrid"],
  ])("%j is bad input", async (args, says) => {
    expect(await cli(args)).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining(says) });
  });

  it("helps", async () => {
    const { code, stdout } = await cli(["emit", "--help"]);
    expect(code).toBe(0);
    expect(stdout).toContain("kwok-cluster");
  });
});

describe("as a process of its own", () => {
  const bin = join(root, "packages/cli/src/bin.ts");
  const spawn = (args: readonly string[], options = {}) =>
    spawnSync(process.execPath, [bin, ...args], { encoding: "utf8", ...options });

  it("exits 0 with a table and 2 with an error", () => {
    expect(spawn(["compare", FLEET])).toMatchObject({ status: 0, stderr: "" });
    expect(spawn(["compare", "/nowhere"])).toMatchObject({ status: 2, stdout: "" });
  });

  it.skipIf(process.platform === "win32")("says so when a file may not be read", () => {
    const path = fileOf("secret.yaml", fleetText);
    chmodSync(path, 0o000);
    chmodSync(folder, 0o755);
    const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
    const { status, stderr } = spawn(["compare", path], nobody);
    expect(stderr).toContain("a file you may not read");
    expect(status).toBe(2);
  });

  it("is quiet when its reader stops early", () => {
    const { status, stderr } = spawnSync(
      "sh",
      ["-c", `"${process.execPath}" "${bin}" plan "${FLEET}" --format json | head -n 1`],
      { encoding: "utf8" },
    );
    expect(status).toBe(0);
    expect(stderr).toBe("");
  });
});
