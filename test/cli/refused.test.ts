import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { reportsOf } from "@nkp-planner/adapters";
import { describe, expect, it } from "vitest";
import { FEW, fewText, fileOf, folder, PRICES } from "../support/command-line.ts";
import { cli } from "../support/process.ts";
import { rowsIn } from "../support/report-checks.ts";

/** One pod of 28 vCPU, on workers of at most 16: it finds no node, and its tenant is named Giant. */
const GIANT = fileOf(
  "giant.yaml",
  `${fewText.trimEnd()}
  - id: giant
    name: Giant
    demand: { pods: 1, cpu: "28", memory: 64Gi }
    price: { monthly: "4000.00" }
`,
);
/** Every report that customers may read. */
const QUOTE_FILES = reportsOf("plan")
  .filter(({ audiences }) => audiences.includes("customer"))
  .map(({ id }) => id);
const SHAPE = ["--set", "workload-node-shape=documented-minimum"];

const listUntil = (day: string) => `apiVersion: nkp-planner/v1
kind: PriceList
id: old
title: Old list
currency: EUR
validFrom: 2020-01-01
validUntil: ${day}
illustrative: false
items:
  - { sku: ONE, name: One thing, per: requested-vcpu, unitPrice: "85.00" }
`;
const OLD = ["--price-list", fileOf("old-list.yaml", listUntil("2021-12-31")), "--set", "agreed-prices=ignored"];

describe("a plan that cannot run", () => {
  it.each(["compare", "plan", "cost"])(
    "is printed by %s with what it lacks, and an exit code of its own",
    async (command) => {
      const refused = await cli([command, GIANT, ...SHAPE]);
      expect(refused.code).toBe(3);
      expect(refused.stdout).toContain("Cannot run");
      expect(refused.stderr).toContain("--allow infeasible");
      const allowed = await cli([command, GIANT, ...SHAPE, "--allow", "infeasible"]);
      expect(allowed.code).toBe(0);
      expect(allowed.stdout).toBe(refused.stdout);
    },
  );

  it.each([
    ["explain", GIANT, "monthlyCost"],
    ["breakeven", GIANT, "--up-to", "1"],
    ["whatif", GIANT, "--trials", "0"],
    ["forecast", GIANT, "--months", "12"],
    ["sizes", GIANT, "--up-to", "13"],
  ])("is said by %s too, which prints its figures", async (...args) => {
    const refused = await cli([...args, ...SHAPE]);
    expect(refused.code).toBe(3);
    expect(refused.stdout).not.toBe("");
    expect(refused.stderr).toMatch(/^Not to be taken as it stands .*: .+ --allow infeasible/s);
    expect((await cli([...args, ...SHAPE, "--allow", "infeasible"])).code).toBe(0);
  });

  it("is listed once for very many wishes alike, with how many more there are", async () => {
    const tenants = Array.from({ length: 15 }, (_, index) => `  - { id: t${index}, preset: S, upgradeCadence: own }\n`);
    const head = fewText.slice(0, fewText.indexOf("tenants:"));
    const many = fileOf("many-own.yaml", `${head}tenants:\n${tenants.join("")}`);
    const { code, stdout } = await cli(["plan", many, "--model", "ultimate-centralized"]);
    expect(code).toBe(0);
    expect(stdout.match(/wants its own upgrade/g)).toHaveLength(3);
    expect(stdout.replaceAll(/\s+/g, " ")).toContain("! and 12 more like these; plan FLEET --format json lists all.");
  });

  it("is not written for anybody to provision from", async () => {
    const out = join(folder, "giant");
    const refused = await cli(["emit", "kwok-cluster", GIANT, ...SHAPE, "--out", out]);
    expect({ code: refused.code, stdout: refused.stdout }).toEqual({ code: 3, stdout: "" });
    expect(existsSync(out)).toBe(false);
    const allowed = await cli(["emit", "kwok-cluster", GIANT, ...SHAPE, "--out", out, "--allow", "infeasible"]);
    expect(allowed.code).toBe(0);
    const warning = readFileSync(join(out, "CANNOT-RUN.md"), "utf8");
    expect(warning).toContain("This plan cannot run");
    expect(warning).toContain("tenant-giant asks for 28 vCPU");
  });

  it.each<[command: string, mark: RegExp, ...more: string[]]>([
    ["compare", /Starter per *\n? *tenant !|tenant !/],
    ["plan", /^Starter per tenant !: EUR/],
    ["cost", /tenant !/],
    ["explain", /Starter per tenant !: Cost a month/, "monthlyCost"],
    ["breakeven", /Starter per tenant !: what each tenant must pay/, "--up-to", "1"],
    ["forecast", /^Starter per tenant !: a /, "--months", "12", "--model", "starter-self-managed"],
  ])("marks the figures of %s", async (command, mark, ...more) => {
    const { stdout } = await cli([command, GIANT, ...more, ...SHAPE]);
    expect(stdout).toMatch(mark);
    expect(stdout).toContain("! cannot run as it is described");
    expect((await cli([command, FEW, ...more])).stdout).not.toContain("! cannot run");
  });

  /** One tenant of one pod, which takes no time to plan. */
  const lone = (cpu: string) => {
    const head = fewText.slice(0, fewText.indexOf("tenants:"));
    const tenant = `{ id: lone, demand: { pods: 1, cpu: "${cpu}", memory: 2Gi }, price: { monthly: "400.00" } }`;
    return fileOf(`lone-${cpu}.yaml`, `${head}tenants:\n  - ${tenant}\n`);
  };

  it("is in every row of FOCUS and in the description of OpenCost's prices", async () => {
    const written = async (format: string, cpu: string) =>
      (await cli(["cost", lone(cpu), "--model", "starter-self-managed", "--format", format, ...SHAPE])).stdout;
    for (const [cpu, expected] of [
      ["28", true],
      ["1", false],
    ] as const) {
      const rows = rowsIn(await written("focus-csv", cpu));
      expect(new Set(rows.map(({ x_CannotRun }) => x_CannotRun))).toEqual(new Set([String(expected)]));
      const { description } = JSON.parse(await written("opencost-json", cpu));
      expect(description.startsWith("CANNOT RUN: ")).toBe(expected);
    }
  });

  it("is in the sentences of sizes and breakeven, by model", async () => {
    const flat = async (...args: readonly string[]) => (await cli([...args, ...SHAPE])).stdout.replaceAll(/\s+/g, " ");
    const short = (of: string) =>
      `! One Starter cluster per tenant cannot run as it is described at ${of}: its cost there`;
    expect(await flat("sizes", lone("28"), "--up-to", "2")).toContain(short("every size tried"));
    expect(await flat("sizes", lone("1"), "--up-to", "1")).not.toContain("cannot run");
    const list = ["--price-list", fileOf("open-list.yaml", listUntil("2099-12-31"))];
    const asked = ["--up-to-pods", "1", "--sku", "ONE", "--tie", "NKP-ULT", "--up-to", "1", ...list];
    const said = await flat("breakeven", lone("28"), ...asked);
    expect(said).toContain(short("every size tried"));
    expect(said).toMatch(/NKP-ULT: [^:]*one Starter cluster per tenant !/);
    expect(said).toMatch(/Starter per tenant !: (none up to|from) 1 pods/);
    expect(said).toMatch(/Starter per tenant !: [^:]* ONE/);
  });

  it("is in the months and sizes of JSON with what does not run", async () => {
    const args = [GIANT, ...SHAPE, "--format", "json"];
    const { forecasts } = JSON.parse((await cli(["forecast", "--months", "12", ...args])).stdout);
    for (const { findings } of forecasts)
      expect(findings.map(({ code }: { code: string }) => code)).toContain("pod-larger-than-node");
    const { sizes } = JSON.parse((await cli(["sizes", "--up-to", "6", ...args])).stdout);
    const [{ isFeasible, findings }] = sizes.at(-1).costs;
    expect(isFeasible).toBe(false);
    expect(findings.map(({ subject }: { subject: object }) => subject)).toContainEqual(
      expect.objectContaining({ clusterName: "tenant-giant" }),
    );
    const { sizes: running } = JSON.parse((await cli(["sizes", FEW, "--up-to", "1", "--format", "json"])).stdout);
    expect(running[0].costs[0]).toMatchObject({ isFeasible: true, findings: [] });
  });

  it.each([[], ["--format", "json"], ...QUOTE_FILES.map((format) => ["--format", format]), ["--audience", "internal"]])(
    "is not quoted: %j",
    async (...more) => {
      const { code, stdout, stderr } = await cli(["quote", GIANT, ...SHAPE, ...more]);
      expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
      expect(stderr).toMatch(/^Not quoted .*Starter per tenant: /);
    },
  );

  it.each(QUOTE_FILES)("is in no file for customers, by whatever command: %s", async (format) => {
    const out = join(folder, `giant-${format}`);
    const args = ["cost", GIANT, ...SHAPE, "--model", "starter-self-managed", "--format", format, "--out", out];
    expect((await cli(args)).code).toBe(3);
    expect(existsSync(out)).toBe(false);
  });

  it("says so in every form of a quote that is asked for by name, and names no other tenant", async () => {
    const args = ["quote", GIANT, ...SHAPE, "--tenant", "basalt", "--allow", "infeasible"];
    const [text, json, ...files] = await Promise.all([
      cli(args),
      ...["json", ...QUOTE_FILES].map((format) => cli([...args, "--format", format])),
    ]);
    expect([text, json, ...files].map((printed) => printed?.code)).toEqual([0, 0, ...QUOTE_FILES.map(() => 0)]);
    expect(text.stdout).toContain("This plan does not run as it is described. Not an offer");
    expect(JSON.parse(json?.stdout ?? "").findings).toMatchObject([
      { code: "illustrative-agreed-prices" },
      { code: "quote-of-what-cannot-run", severity: "error" },
    ]);
    for (const { stdout } of files) expect(stdout).toContain("CANNOT RUN");
    for (const printed of [text, json, ...files]) expect(printed?.stdout).not.toContain("Giant");
  });
});

describe("what is not known", () => {
  it("is no room in a pool whose pods find no node", async () => {
    const args = ["--model", "starter-self-managed", ...SHAPE];
    const explained = async (cluster: string) =>
      (await cli(["explain", GIANT, `cluster.${cluster}.workerNodeCount`, ...args])).stdout.replaceAll(/\s+/g, " ");
    const full = await explained("tenant-giant");
    expect(full).toContain("Not all pods find a node");
    expect(full).not.toContain("One more is needed");
    expect(await explained("tenant-clinic-nord")).toContain("One more is needed");
  });

  it("is no tenant without a loss: those without a price are counted apart", async () => {
    const unpriced = fewText.replaceAll(/^ +price: .*\n/gm, "");
    const lossesOf = async (text: string) =>
      /Tenants at a loss.*/
        .exec((await cli(["compare", fileOf("prices.yaml", text)])).stdout)?.[0]
        .split(/ {2,}/)
        .slice(1);
    expect(await lossesOf(fewText)).toEqual(["1 of 3", "2 of 3", "2 of 3"]);
    expect(await lossesOf(unpriced)).toEqual(["unknown", "unknown", "unknown"]);
    const [first = ""] = /^ +price: .*\n/m.exec(fewText) ?? [];
    expect((await lossesOf(fewText.replace(first, "")))?.[0]).toMatch(/^\d of 2, 1 unknown$/);
  });
});

describe("a tenant without a price", () => {
  it("is missing from a file of quote lines, and that is said beside it", async () => {
    const [first = ""] = /^ +price: .*\n/m.exec(fewText) ?? [];
    const fleet = fileOf("one-unpriced.yaml", fewText.replace(first, ""));
    const all = await cli(["quote", fleet, "--format", "quote-csv"]);
    expect(all.stdout).not.toContain("Orchid Foods");
    expect(all.stderr).toContain("No price is known for Orchid Foods");
    const others = await cli(["quote", fleet, "--format", "quote-csv", "--tenant", "basalt"]);
    expect(others.stderr).not.toContain("No price is known");
  });
});

describe("prices that do not hold on the day of the plan", () => {
  it("are not quoted, unless they are allowed by name; then the quote says it in every form", async () => {
    const refused = await cli(["quote", FEW, ...OLD]);
    expect({ code: refused.code, stdout: refused.stdout }).toEqual({ code: 3, stdout: "" });
    expect(refused.stderr).toContain("old holds from 2020-01-01 until 2021-12-31");
    const args = ["quote", FEW, ...OLD, "--allow", "invalid-prices"];
    const [text, json, ...files] = await Promise.all([
      cli(args),
      ...["json", ...QUOTE_FILES].map((format) => cli([...args, "--format", format])),
    ]);
    expect([text, json, ...files].map((printed) => printed?.code)).toEqual([0, 0, ...QUOTE_FILES.map(() => 0)]);
    expect(text.stdout.match(/until 2021-12-31/g)?.length).toBeGreaterThan(0);
    expect(JSON.parse(json?.stdout ?? "").findings).toMatchObject([{ code: "prices-not-valid" }]);
    for (const { stdout } of files) expect(stdout).toContain("PRICES NOT VALID");
  });

  it.each(["compare", "plan", "cost"])("give %s an exit code of its own", async (command) => {
    expect((await cli([command, FEW, ...OLD])).code).toBe(3);
    expect((await cli([command, FEW, ...OLD, "--allow", "invalid-prices"])).code).toBe(0);
  });

  it("are those of the book too, where a list charges by nodes: their shapes were chosen by it", async () => {
    const book = readFileSync(PRICES, "utf8").replace("2026-01-01", "2020-01-01").replace("2027-12-31", "2021-12-31");
    const prices = ["--prices", fileOf("old-book.yaml", book)];
    const list = (per: string) => [
      "--price-list",
      fileOf(`by-${per}.yaml`, listUntil("2099-12-31").replace("requested-vcpu", per)),
      ...["--set", "agreed-prices=ignored"],
    ];
    expect((await cli(["quote", FEW, ...prices, ...list("requested-vcpu")])).code).toBe(0);
    const byNodes = await cli(["quote", FEW, ...prices, ...list("node")]);
    expect({ code: byNodes.code, stdout: byNodes.stdout }).toEqual({ code: 3, stdout: "" });
    expect(byNodes.stderr).toContain("example-eur holds from 2020-01-01 until 2021-12-31");
  });

  it("stop no quote that does not go by them", async () => {
    const list = ["--price-list", fileOf("old-list.yaml", listUntil("2021-12-31"))];
    const { code, stdout } = await cli(["quote", FEW, ...list, "--tenant", "basalt"]);
    expect(code).toBe(0);
    expect(stdout).not.toContain("2021-12-31");
  });
});
