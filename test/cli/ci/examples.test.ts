import { readFileSync } from "node:fs";
import { isOpen } from "@nkp-planner/adapters/check";
import { messageText, operatingModels, valueText } from "@nkp-planner/core";
import { Ajv } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { parse, parseAllDocuments } from "yaml";
import { checkFiles, emittedFiles } from "../../support/checked.ts";
import { CHECKED_ON, exampleFiles } from "../../support/ci-example.ts";
import { root } from "../../support/command-line.ts";

const text = (path: string) => readFileSync(`${root}${path}`, "utf8");

/** An attached cluster is upgraded with its plane: a fleet that wants it otherwise is told so, and of nothing else. */
const WISHES: Readonly<Record<string, readonly string[]>> = {
  "ultimate-centralized": ["cedar wants its own upgrade cadence; an attached cluster follows the plane's."],
  "starter-managed": ["cedar wants its own upgrade cadence; an attached cluster follows the plane's."],
};

describe("the examples of the repository, against the files that provisioning writes of them", () => {
  it.each([
    ...operatingModels.map(({ id }) => ["five-models/fleet.yaml", id] as const),
    ["msp-fleet.yaml", "hybrid"] as const,
  ])("%s as %s: nothing is found but wishes that the model does not meet", async (file, model) => {
    const fleet = parse(text(`examples/${file}`)) as object;
    // The last month in which Kubernetes of their release is patched.
    const today = "2026-09-27";
    const { judged } = await checkFiles({ fleet, model, today, files: await emittedFiles({ fleet, model }) });
    expect(
      judged.filter(isOpen).map(({ finding }) => (finding === null ? "" : messageText(finding.message, valueText))),
    ).toEqual((WISHES[model] ?? []).map((wish) => `The plan runs, but not as wanted: ${wish}`));
    expect(judged.length).toBeGreaterThan(50);
  });
});

const RULES = { strict: false, validateFormats: false };
const FILES = exampleFiles();
const YAML = Object.entries(FILES).filter(([name]) => /\.ya?ml$/.test(name));

describe("the example of a repository in CI", () => {
  it.each(YAML)("is YAML without a mistake: %s", (_, content) => {
    for (const { errors, warnings } of parseAllDocuments(content)) expect([...errors, ...warnings]).toEqual([]);
  });

  it("is accepted by the schemas that its files name", () => {
    const named = YAML.flatMap(([name, content]) => {
      const [, pack = "", path = ""] =
        /^# yaml-language-server: \$schema=https:\/\/unpkg\.com\/@nkp-planner\/(\w+)@0\/(\S+)\n/.exec(content) ?? [];
      return pack === "" ? [] : [{ name, content, schema: JSON.parse(text(`packages/${pack}/${path}`)) as object }];
    });
    expect(named.map(({ name }) => name)).toEqual([
      "fleet.yaml",
      "price-list.yaml",
      "prices.yaml",
      "site.yaml",
      "sizing-policy.yaml",
    ]);
    for (const { name, content, schema } of named) {
      const is2020 = JSON.stringify(schema).includes("draft/2020-12");
      const isAccepted = (is2020 ? new Ajv2020(RULES) : new Ajv(RULES)).compile(schema);
      // YAML reads a day as a day, JSON has none.
      expect({ name, accepted: isAccepted(parse(content, { schema: "core" })), errors: isAccepted.errors }).toEqual({
        name,
        accepted: true,
        errors: null,
      });
    }
  });

  it("is of a day on which everything that it rests on is known", () => {
    expect(parse(FILES["fleet.yaml"] ?? "").asOf <= CHECKED_ON).toBe(true);
  });
});
