import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { widthOf } from "../../packages/cli/src/human/layout.ts";
import {
  cliOnce,
  FEW,
  FLEET,
  fileOf,
  fleetText,
  fleetTextOf,
  folder,
  HOST_PRICES,
  LIST,
  PRICES,
  RANGES,
} from "../support/command-line.ts";
import { cli } from "../support/process.ts";

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
  ["lifecycle.txt", ["lifecycle", FLEET, "--tenant", "orchid"]],
  [
    "decide.txt",
    [
      "decide",
      FLEET,
      "--prices",
      PRICES,
      "--weight",
      "cost=3",
      "--weight",
      "autonomy=2",
      "--weight",
      "features=1",
      "--weight",
      "governance=2",
    ],
  ],
  ["decide-no-weights.txt", ["decide", FLEET, "--prices", PRICES, "--months", "12"]],
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
  ["rules-show.txt", ["rules", "show", "nkp-support"]],
  ["catalog-diff.txt", ["catalog", "diff", "nkp-2.17.1", "nkp-2.18.0-dev"]],
];

describe("what people see", () => {
  it.each(PRINTED)("%s", async (name, args) => {
    const { code, stdout, stderr } = await cliOnce(args);
    expect(stderr).toBe("");
    expect(code).toBe(0);
    await expect(stdout).toMatchFileSnapshot(`../golden/${name}`);
  });

  it.each(PRINTED)("%s fits 80 columns, addresses apart, and holds no escape codes", async (_name, args) => {
    const { stdout } = await cliOnce(args);
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
    const large = fleetTextOf("umbra").replace(
      'largestPod: { cpu: "6", memory: 24Gi }',
      'largestPod: { cpu: "90", memory: 24Gi }',
    );
    const fleet = fileOf("large.yaml", large);
    for (const args of [["quote"], ["quote", "--format", "quote-csv"], ["cost"], ["cost", "--format", "focus-csv"]]) {
      const model = ["--model", "starter-self-managed"];
      const { code, stdout, stderr } = await cli([
        ...args,
        fleet,
        ...["--price-list", LIST, "--allow", "infeasible"],
        ...model,
      ]);
      expect(code).toBe(0);
      expect(stderr, args.join(" ")).toContain("Cannot run: ");
      // What a customer is sent is about prices alone.
      if (args[0] === "quote") expect(stdout).not.toContain("Cannot run");
    }
  });

  it("says beside formats for other tools what they have no place for", async () => {
    const listed = ["--price-list", LIST, "--set", "agreed-prices=ignored"];
    const { stdout, stderr } = await cli(["quote", FEW, ...listed, "--format", "quote-csv"]);
    expect(stderr).toContain("price list is invented");
    expect(stdout.split("\r\n")[0]).toMatch(/^sku,name,/);
  });

  it("writes a workbook to a file alone, and over none that is there", async () => {
    const xlsx = join(folder, "plan.xlsx");
    const args = ["cost", FEW, "--model", "hybrid", "--format", "xlsx"];
    expect((await cli(args)).stderr).toContain("add --out plan.xlsx");
    expect((await cli([...args, "--out", xlsx])).code).toBe(0);
    expect(readFileSync(xlsx).subarray(0, 2).toString()).toBe("PK");
    expect(await cli([...args, "--out", xlsx])).toMatchObject({ code: 2 });
    expect((await cli([...args, "--out", xlsx, "--force"])).code).toBe(0);
    expect((await cli([...args, "--out", join(folder, "none", "plan.xlsx")])).stderr).toContain("no such folder");
    expect((await cli([...args, "--out", folder])).stderr).toContain("a folder");
    expect((await cli(["cost", FEW, "--format", "focus-csv"])).stderr).toContain("add one --model");
  });

  it("is coloured on a terminal, and nowhere else", async () => {
    const args = ["compare", FEW];
    expect((await cli(args, { isTTY: true })).stdout).toContain("\u001b[1m");
    expect((await cli(args, { isTTY: true, env: { NO_COLOR: "1" } })).stdout).not.toContain("\u001b");
    expect((await cli(args, { isTTY: true, env: { TERM: "dumb" } })).stdout).not.toContain("\u001b");
  });

  it("says on every output that example prices are invented", async () => {
    for (const [name, args] of PRINTED) {
      // No amount is in these.
      if (
        name.startsWith("catalog") ||
        name.startsWith("rules") ||
        name === "explain-list.txt" ||
        name === "lifecycle.txt"
      )
        continue;
      // A customer who pays by a list learns nothing of the book.
      const said = name === "quote.txt" ? "The price list is invented" : "Prices are invented";
      expect((await cliOnce(args)).stdout, name).toContain(said);
    }
    const json = JSON.parse((await cliOnce(["compare", FLEET, "--format", "json"])).stdout);
    expect(json.illustrativePrices).toBe(true);
    const own = fileOf("own.yaml", readFileSync(PRICES, "utf8").replace("illustrative: true", "illustrative: false"));
    expect((await cli(["compare", FEW, "--prices", own])).stdout).not.toContain("invented (");
  });

  it("compares the example where no fleet is given, and says so", async () => {
    expect((await cli(["compare"])).stdout).toContain("No fleet given: this is the example fleet, invented.");
  });

  it("reads the fleet from standard input", async () => {
    const piped = await cli(["compare", "-", "--prices", PRICES], { stdin: fleetText });
    expect(piped.stdout).toBe((await cliOnce(["compare", FLEET, "--prices", PRICES])).stdout);
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

describe("an opened figure", () => {
  const rateOf = async (...prices: readonly string[]) => {
    const { stdout } = await cli([
      "explain",
      FLEET,
      "monthlyCost.license",
      ...prices,
      "--model",
      "starter-self-managed",
    ]);
    return /rate:\s+([^\n]*)/.exec(stdout)?.[1];
  };

  it("says of a rate whose it is, and cites the vendor for the quantity alone", async () => {
    const mine = fileOf("mine.yaml", readFileSync(PRICES, "utf8").replace("illustrative: true", "illustrative: false"));
    expect(await rateOf("--prices", PRICES)).toBe("invented (example-eur)");
    const line =
      readFileSync(mine, "utf8")
        .split("\n")
        .findIndex((text) => text.includes("license-starter")) + 1;
    const { stdout } = await cli(["explain", FLEET, "monthlyCost.license", "--prices", mine, "--format", "json"]);
    const { figures } = JSON.parse(stdout);
    expect(figures[0].lines[0].rateOrigin).toEqual({
      isInvented: false,
      pricesId: "example-eur",
      place: { file: mine, line },
    });
    expect(await rateOf("--prices", mine)).toContain(`yours, line ${line} of`);
  });
});
