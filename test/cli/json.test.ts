import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ComparisonDocument } from "@nkp-planner/core";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { jsonSchemas } from "../../packages/core/scripts/schemas.ts";
import { cliOnce, FLEET, fleetText, PRICES, RANGES, root } from "../support/command-line.ts";

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
    const { stdout } = await cliOnce(args);
    const validate = schema(name);
    expect(validate(JSON.parse(stdout)), JSON.stringify(validate.errors)).toBe(true);
  });

  it("explain fits figure.schema.json", async () => {
    const { stdout } = await cliOnce(["explain", FLEET, "marginRatio", "--format", "json"]);
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
    const json = ComparisonDocument.parse(JSON.parse((await cliOnce(["compare", FLEET, "--format", "json"])).stdout));
    const { stdout } = await cliOnce(["compare", FLEET]);
    const flat = stdout.replaceAll(/\s+/g, " ");
    expect(flat).toContain(json.verdict.text);
    for (const { totals } of json.plans) {
      expect(flat).toContain(totals.monthlyCost.amount.replace(/(\d)(\d{3}\.)/, "$1,$2"));
      expect(flat).toContain(String(totals.licensedVcpu));
    }
  });
});

describe("the README", () => {
  it("shows the figures that its first command prints", async () => {
    const readme = readFileSync(join(root, "README.md"), "utf8");
    const { plans } = ComparisonDocument.parse(
      JSON.parse((await cliOnce(["compare", FLEET, "--format", "json"])).stdout),
    );
    const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
    const grouped = (amount: string) => amount.replace(/(\d)(?=(\d{3})+\.)/g, "$1,");
    expect(readme).toContain(
      row(["Clusters, nodes", ...plans.map(({ totals }) => `${totals.clusterCount}, ${totals.nodeCount}`)]),
    );
    expect(readme).toContain(row(["Licensed vCPU", ...plans.map(({ totals }) => String(totals.licensedVcpu))]));
    expect(readme).toContain(
      row(["Hosts, a spare one included", ...plans.map(({ totals }) => String(totals.hostCount))]),
    );
    expect(readme).toContain(row(["Cost", ...plans.map(({ totals }) => grouped(totals.monthlyCost.amount))]));
    expect(readme).toContain(
      row(["Margin ratio", ...plans.map(({ totals }) => `${((totals.marginRatio ?? 0) * 100).toFixed(1)} %`)]),
    );
  });
});
