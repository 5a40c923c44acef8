import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { FLEET, fileOf, fleetText, folder, PRICES } from "../support/command-line.ts";
import { cli } from "../support/process.ts";

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
      "broken.yaml:9:11  currency",
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
      'broken.yaml:8:10  release\n  found "nkp-2.17.7"',
    ],
    ["a 50 MiB file", () => [fileOf("big.yaml", `# ${"x".repeat(50 * 2 ** 20)}`)], "at most 10 MiB"],
    ["an empty file", () => [fileOf("empty.yaml", "")], "an empty file"],
    ["bytes that are no text", () => [fileOf("nul.yaml", Buffer.from([0x89, 0x50, 0, 1]))], "save it as UTF-8"],
    ["a directory", () => [folder], "a directory"],
    ["no such file", () => [join(folder, "none.yaml")], "no such file"],
    ["a file as a folder", () => [join(FLEET, "x")], "no such file"],
    ["empty standard input", () => ["-"], "standard input:1:1"],
    ["a setting without a value", () => [FLEET, "--set", "floors"], "KEY=VALUE"],
    ["an unknown setting", () => [FLEET, "--set", "flors=none"], 'did you mean "floors"?'],
    ["an unknown flag", () => [FLEET, "--modle", "x"], "--model"],
    ["an unknown model", () => [FLEET, "--model", "starter"], "starter-self-managed"],
    ["an unknown release as a flag", () => [FLEET, "--release", "2.17.1"], 'did you mean "nkp-2.17.1"?'],
    ["a price book that is a fleet", () => [FLEET, "--prices", FLEET], "give it as FLEET"],
    ["a fleet that is a price book", () => [PRICES], "give it with --prices"],
  ];

  it("is told of every file at once", async () => {
    const fleet = broken((text) => text.replace("id: basalt", "id: orchid"));
    const prices = fileOf(
      "broken-prices.yaml",
      readFileSync(PRICES, "utf8").replace("currency: EUR", "currency: euro"),
    );
    const list = fileOf("broken-list.yaml", "kind: PriceList\n");
    const { code, stderr } = await cli([
      "compare",
      fleet,
      "--prices",
      prices,
      "--price-list",
      list,
      "--set",
      "flors=none",
    ]);
    expect(code).toBe(2);
    for (const name of [`${fleet}:`, `${prices}:`, `${list}:`, "assumptions"]) expect(stderr).toContain(name);
  });

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

  it("an unknown figure, command, rule and catalog entry", async () => {
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
    expect(await cli(["rules", "show", "to-few-nodes"])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('did you mean "too-few-nodes"?'),
    });
    expect(await cli(["catalog", "diff", "nkp-2.17.1", "nkp-9"])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("nkp-2.1"),
    });
  });
});
