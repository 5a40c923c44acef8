import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { commands } from "../../packages/cli/src/commands/index.ts";
import { FEW, FLEET, fewText, fileOf, LIST, PRICES, RANGES } from "../support/command-line.ts";
import { cli } from "../support/process.ts";

/** Lines as they were before the page's edge broke them. */
const unbroken = (text: string) => text.replaceAll(/\s+/g, " ");

/** A file without the line that says its kind, as one that was put together by hand. */
const unnamed = (path: string) =>
  fileOf(`unnamed-${path.split("/").at(-1)}`, readFileSync(path, "utf8").replace(/^kind: .*\n/m, ""));

const TABLE = fileOf("tenants.csv", "tenant,pods,vCPU,memory,colour\nAegir,10,2.5,8,red\nLast,3,1,4,\n");
const PRINTED = fileOf("plan.json", JSON.stringify({ schemaVersion: "2.0", plan: { tenants: [] } }));
const MANIFEST = fileOf("web.yaml", "apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\n");

describe("a file in another's place", () => {
  const OTHERS: readonly (readonly [what: string, args: readonly string[], file: string, says: string])[] = [
    ["a price book as a fleet", [PRICES], PRICES, "found a price book, expected a fleet give it with --prices"],
    ["one that does not say so", [unnamed(PRICES)], unnamed(PRICES), "found a price book, expected a fleet"],
    ["a price list as a fleet", [LIST], LIST, "found a price list, expected a fleet give it with --price-list"],
    [
      "ranges as a fleet",
      [RANGES],
      RANGES,
      "found ranges for a what-if, expected a fleet give it with whatif --ranges",
    ],
    [
      "a fleet as a price book",
      [FEW, "--prices", FLEET],
      FLEET,
      "found a fleet, expected a price book give it as FLEET",
    ],
    ["one without its kind", [FEW, "--prices", unnamed(FLEET)], unnamed(FLEET), "found a fleet, expected a price book"],
    ["a price list as a price book", [FEW, "--prices", LIST], LIST, "expected a price book give it with --price-list"],
    ["one without its kind", [FEW, "--prices", unnamed(LIST)], unnamed(LIST), "found a price list, expected"],
    [
      "a price book as a price list",
      [FEW, "--price-list", PRICES],
      PRICES,
      "expected a price list give it with --prices",
    ],
    ["one without its kind", [FEW, "--price-list", unnamed(PRICES)], unnamed(PRICES), "found a price book, expected"],
    ["ranges as a price list", [FEW, "--price-list", RANGES], RANGES, "give it with whatif --ranges"],
    [
      "a table as a price book",
      [FEW, "--prices", TABLE],
      TABLE,
      "found a table of tenants, expected a price book give it as FLEET",
    ],
    ["a table as a price list", [FEW, "--price-list", TABLE], TABLE, "found a table of tenants, expected a price list"],
    ["a plan that was printed", [PRINTED], PRINTED, "found a document that nkp-planner printed, expected a fleet"],
    [
      "a manifest of Kubernetes as a price book",
      [FEW, "--prices", MANIFEST],
      MANIFEST,
      "found a Kubernetes object of kind Deployment, expected a price book",
    ],
  ];

  it.each(OTHERS)("%s: one problem, with the option that it is for", async (_what, args, file, says) => {
    const { code, stderr } = await cli(["compare", ...args]);
    expect(code).toBe(2);
    expect(unbroken(stderr)).toContain(says);
    expect(stderr.split("\n").filter((line) => line.startsWith(file))).toHaveLength(1);
    expect(stderr).not.toContain("problems");
  });

  it("is told of both where two are swapped", async () => {
    const { code, stderr } = await cli(["plan", PRICES, "--prices", FEW]);
    expect(code).toBe(2);
    expect(unbroken(stderr)).toContain("expected a fleet give it with --prices");
    expect(unbroken(stderr)).toContain("expected a price book give it as FLEET");
    expect(stderr).toContain("2 problems");
  });

  it("is told of ranges too, and where a fleet is joined", async () => {
    const ranges = await cli(["whatif", FEW, "--ranges", PRICES]);
    expect({ code: ranges.code, said: unbroken(ranges.stderr) }).toEqual({
      code: 2,
      said: expect.stringContaining("found a price book, expected ranges for a what-if give it with --prices"),
    });
    const joined = await cli(["import", TABLE, "--into", PRICES]);
    expect({ code: joined.code, said: unbroken(joined.stderr) }).toEqual({
      code: 2,
      said: expect.stringContaining("found a price book, expected a fleet"),
    });
  });
});

describe("a table of tenants in a fleet's place", () => {
  const day = ["--as-of", "2026-11-23"];

  it("is planned as the fleet that import makes of it", async () => {
    const head = [...day, "--release", "nkp-2.17.1", "--currency", "EUR"];
    const fleet = fileOf("of-table.yaml", (await cli(["import", TABLE, ...head])).stdout);
    const [table, file] = await Promise.all([
      cli(["plan", TABLE, ...day, "--format", "json"]),
      cli(["plan", fleet, "--format", "json"]),
    ]);
    const [ofTable, ofFile] = [table, file].map(({ stdout }) => JSON.parse(stdout));
    expect(ofTable.plan).toEqual(ofFile.plan);
    const said = ofTable.findings.map(({ message }: { message: { text: string } }) => message.text).join("\n");
    expect(said).toContain("names no unit: its numbers without one are read as GiB");
    expect(said).toContain('"colour" says nothing of a tenant');
    expect(said).toContain("The table names no day, release or currency: 2026-11-23, nkp-2.17.1 and EUR are taken.");
  });

  it("says so to people too, and comes from standard input as well", async () => {
    const stdin = readFileSync(TABLE, "utf8");
    const [file, piped] = await Promise.all([cli(["plan", TABLE, ...day]), cli(["plan", "-", ...day], { stdin })]);
    expect(piped).toEqual(file);
    expect(file.code).toBe(0);
    expect(unbroken(file.stdout)).toContain("names no unit: its numbers without one are read as GiB");
    expect((await cli(["plan", "-"], { stdin: fewText })).stdout).toContain("Orchid Foods");
  });

  it("is planned today, where nobody says another day", async () => {
    const { code, stdout } = await cli(["plan", TABLE]);
    expect(code).toBe(0);
    const now = new Date();
    const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((one) => String(one).padStart(2, "0"));
    expect(unbroken(stdout)).toContain(`${today.join("-")}, nkp-2.17.1 and EUR are taken.`);
  });

  it("is in the currency of the prices", async () => {
    const text = readFileSync(PRICES, "utf8").replace("currency: EUR", "currency: CHF");
    const priced = fileOf("priced.csv", "tenant,pods,vCPU,memory GiB,CHF / month\nAegir,10,2.5,8,900\n");
    const args = [priced, "--prices", fileOf("chf.yaml", text), ...day, "--format", "json"];
    expect(JSON.parse((await cli(["plan", ...args])).stdout)).toMatchObject({ currency: "CHF" });
  });

  it("is refused with every mistake of its rows, with line and cell", async () => {
    const table = fileOf("broken.csv", "tenant,pods,vCPU,memory GiB\nAegir,many,2.5,8\nLast,3,1,apples\n");
    const { code, stderr } = await cli(["compare", table, ...day, "--release", "nkp-9"]);
    expect(code).toBe(2);
    expect(stderr).toContain(`${table}:2:2  pods`);
    expect(stderr).toContain(`${table}:3:4  memory GiB`);
  });

  it("is taken by every command that takes a fleet", async () => {
    const takers = await Promise.all(
      commands.map(async ({ name, load }) => ({ name, text: JSON.stringify((await load()).command) })),
    );
    const fleetTakers = takers.filter(({ text }) => text.includes('"placeholder":"FLEET"')).map(({ name }) => name);
    expect(fleetTakers.length).toBeGreaterThan(8);
    for (const { name, text } of takers.filter((one) => fleetTakers.includes(one.name) && one.name !== "import"))
      expect(text, name).toContain("CSV");
  });
});

describe("another release than the fleet's", () => {
  it("is planned where it is asked for, and both are named", async () => {
    const sentence = "The fleet's release is nkp-2.17.1; nkp-2.16.1 is planned, as --release says.";
    const { code, stdout } = await cli(["plan", FEW, "--release", "nkp-2.16.1"]);
    expect(code).toBe(0);
    expect(unbroken(stdout)).toContain(sentence);
    expect((await cli(["plan", FEW, "--release", "nkp-2.17.1"])).stdout).not.toContain("release is");
    const { stdout: json } = await cli(["plan", FEW, "--release", "nkp-2.16.1", "--format", "json"]);
    expect(JSON.parse(json).findings.map((one: { message: { text: string } }) => one.message.text)).toContain(sentence);
  });
});
