import { readers, recognise } from "@nkp-planner/adapters";
import { problemOf } from "@nkp-planner/core";
import { describe, expect, it } from "vitest";
import { fileOf } from "./support/read.ts";

/** Files that people have, and that say no sizes: each is refused by its name. */

const refused = (text: string, name: string) => {
  const found = recognise(fileOf(text, name), readers);
  if (found.reader !== null) throw new Error(`${found.reader.id} takes it`);
  const { found: what, fix } = problemOf(found.finding);
  return { what, fix, isKnown: found.isKnown };
};

describe("a format that says no sizes is refused by its name", () => {
  it.each([
    [
      "a bill",
      "AvailabilityZone,BilledCost,BillingAccountId,ChargeCategory\nNULL,0.1,1,Usage\nGB,2,tenant,pods\n",
      "bill.csv",
      /FOCUS/,
    ],
    [
      "an estimate",
      '{ "version": "0.2", "metadata": { "infracostCommand": "breakdown" }, "projects": [] }',
      "b.json",
      /Infracost/,
    ],
    ["findings", '{ "version": "2.1.0", "runs": [{ "tool": { "driver": { "name": "x" } } }] }', "a.sarif", /SARIF/],
    ["tests", '<?xml version="1.0"?>\n<testsuites name="a"><testsuite/></testsuites>', "junit.xml", /JUnit/],
    [
      "metrics",
      '# HELP up Whether it is up.\n# TYPE up gauge\nup{job="a"} 1 1592829361218\n',
      "metrics",
      /Prometheus scrapes/,
    ],
    ["a plan", '{"format_version":"1.0","terraform_version":"1.9.0","planned_values":{}}', "plan.json", /Terraform/],
    ["a chart", "apiVersion: v2\nname: shop\nversion: 1.0.0\n", "shop/Chart.yaml", /Helm chart, which is not rendered/],
    ["a kustomization", "resources:\n  - web.yaml\n", "kustomization.yaml", /kustomization, which is not rendered/],
    ["a print", "%PDF-1.7\n%âãÏÓ\n", "sizes.pdf", /PDF/],
  ])("%s", (_what, text, name, words) => {
    const { what, fix, isKnown } = refused(text, name);
    expect(what).toMatch(words);
    expect(fix).toMatch(/^give /);
    expect(isKnown).toBe(true);
  });

  it("none of them is taken for the examples of readers, nor for a file without a name", () => {
    for (const reader of readers) {
      expect(recognise(fileOf(reader.example.text, reader.example.name), readers)).toEqual({ reader });
    }
    expect(refused("hello", "notes.md").isKnown).toBe(false);
  });
});
