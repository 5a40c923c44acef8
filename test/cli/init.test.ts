import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ComparisonDocument, type JsonSchema, schemaAddress, schemaHeader, schemaOutline } from "@nkp-planner/core";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { jsonSchemas } from "../../packages/core/scripts/schemas.ts";
import { folder } from "../support/command-line.ts";
import { cli } from "../support/process.ts";

const FILES = ["fleet.yaml", "price-book.yaml", "price-list.yaml"];

async function started(name: string, ...args: readonly string[]) {
  const out = join(folder, name);
  const outcome = await cli(["init", "--out", out, ...args]);
  const texts = FILES.map((file) => readFileSync(join(out, file), "utf8"));
  return { ...outcome, out, texts };
}

/** The command that is said to come next, as words. */
function nextCommand(stdout: string): readonly string[] {
  const [, command = ""] = /\nNext:\n {2}nkp-planner ([\s\S]*)$/.exec(stdout) ?? [];
  return command
    .replaceAll(/\\\n/g, " ")
    .trim()
    .split(/\s+/)
    .map((word) => word.replaceAll("'", ""));
}

describe("init", () => {
  it.each([1, 7])("writes files for %s tenants that plan as they are, without a shortfall", async (count) => {
    const { code, stderr, stdout, out } = await started(`plan-${count}`, "--tenants", String(count));
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain(`3 files in ${out}, for ${count} tenant`);
    expect(readdirSync(out).toSorted()).toEqual(FILES);
    const compared = await cli([...nextCommand(stdout), "--format", "json"]);
    expect(compared.code).toBe(0);
    const { plans, illustrativePrices } = ComparisonDocument.parse(JSON.parse(compared.stdout));
    const findings = plans.flatMap((plan) => plan.findings);
    expect(findings.filter(({ kind, severity }) => kind === "infeasible" || severity === "error")).toEqual([]);
    expect(illustrativePrices).toBe(true);
  });

  it("writes the same for the same number, and as many tenants as were asked for, of several sizes", async () => {
    const [a, b, five] = [
      await started("same-a", "--tenants", "12"),
      await started("same-b", "--tenants", "12"),
      await started("five"),
    ];
    expect(a.texts).toEqual(b.texts);
    const presets = [...(a.texts[0] ?? "").matchAll(/^ {4}preset: (\w+)$/gm)].map(([, preset]) => preset);
    expect(presets).toHaveLength(12);
    expect([...new Set(presets)].toSorted()).toEqual(["L", "M", "S", "XL"]);
    expect(five.texts[0]?.match(/^ +(?:- )?id: tenant-/gm)).toHaveLength(5);
  });

  it("says of every property of a map that stands in a file what it means", async () => {
    const { texts } = await started("explained");
    for (const [index, name] of ["fleet", "price-book", "price-list"].entries()) {
      const told = (texts[index] ?? "").replaceAll(/\s*\n\s*#?\s*/g, " ");
      const schema = JSON.parse(jsonSchemas().get(`${name}.schema.json`) ?? "") as JsonSchema;
      const [head, ...inner] = schemaOutline(schema);
      const items = inner.filter(({ place }) => ["tenants[]", "items[]", "items[].tiers[]"].includes(place));
      const rows = [head, ...(name === "price-book" ? items.slice(0, 1) : items)].flatMap(
        (section) => section?.rows ?? [],
      );
      expect(rows.length).toBeGreaterThan(15);
      expect(rows.filter(({ description }) => !told.includes(description))).toEqual([]);
      for (const { name: property } of rows) expect(told).toContain(` ${property}:`);
    }
    expect(texts[0]).toContain("which is invented. A price that you agree with one, here, is taken as yours.");
    for (const prices of texts.slice(1)) {
      expect(prices).toMatch(/^# .*\n# These prices are invented: put yours in/);
      expect(prices).toContain("\nillustrative: true\n");
    }
  });

  it("names at the head of each file the schema by which an editor checks it, and is accepted by that", async () => {
    const { texts } = await started("checked");
    for (const [index, name] of (["fleet", "price-book", "price-list"] as const).entries()) {
      const text = texts[index] ?? "";
      expect(text.split("\n")[0]).toBe(`# ${schemaHeader(name)}`);
      const schema = JSON.parse(jsonSchemas().get(`draft-07/${name}.schema.json`) ?? "null");
      expect(schema.$id).toBe(schemaAddress(name, "draft-07"));
      const validate = new Ajv({ allowUnionTypes: true, formats: { date: true } }).compile(schema);
      expect({ isAccepted: validate(parse(text)), errors: validate.errors }).toEqual({
        isAccepted: true,
        errors: null,
      });
    }
  });

  it("overwrites nothing unless it is told to, and then leaves other files alone", async () => {
    const out = join(folder, "mine");
    mkdirSync(out);
    writeFileSync(join(out, "fleet.yaml"), "mine");
    const refused = await cli(["init", "--out", out]);
    expect({ code: refused.code, stdout: refused.stdout }).toEqual({ code: 2, stdout: "" });
    expect(refused.stderr).toContain("--force");
    expect(readFileSync(join(out, "fleet.yaml"), "utf8")).toBe("mine");
    expect(readdirSync(out)).toEqual(["fleet.yaml"]);
    writeFileSync(join(out, "notes.txt"), "kept");
    expect((await cli(["init", "--out", out, "--force"])).code).toBe(0);
    expect(readFileSync(join(out, "fleet.yaml"), "utf8")).toContain("kind: Fleet");
    expect(readFileSync(join(out, "notes.txt"), "utf8")).toBe("kept");
  });

  it.each(["0", "501", "five", "1.5"])("refuses %s tenants with a sentence", async (count) => {
    const { code, stdout, stderr } = await cli(["init", "--tenants", count, "--out", join(folder, "never")]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("is no number of tenants from 1 to 500");
  });

  it("quotes a path that a shell would take apart", async () => {
    const { stdout, out } = await started("two words");
    expect(stdout).toContain(`nkp-planner compare '${join(out, "fleet.yaml")}' \\\n`);
  });
});
