import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { mayDoWithout } from "./support/alert-tools.ts";
import { cleanResult, hostile, open, writtenAs as written } from "./support/hostile-check.ts";
import { elementsIn, readXml } from "./support/xml.ts";

describe("JUnit", () => {
  const xsd = new URL("./support/schemas/junit/junit.xsd", import.meta.url).pathname;
  const lint = (text: string) =>
    spawnSync("xmllint", ["--noout", "--schema", xsd, "-"], { input: text, encoding: "utf8", timeout: 60_000 });

  it.skipIf(mayDoWithout("xmllint"))("fits its schema", () => {
    for (const result of [hostile, cleanResult()]) {
      const { status, stderr } = lint(written("junit", result));
      expect(stderr).toBe("- validates\n");
      expect(status).toBe(0);
    }
    expect(lint('<testsuites><testsuite name="a" tests="1"/></testsuites>').status).not.toBe(0);
  });

  it("has a suite a rule and a case for each thing, also where the rule holds, each name once", () => {
    const root = readXml(written("junit"));
    const [about, ...suites] = elementsIn(root, "testsuite");
    expect(about?.text).toContain("No rule asks about objects of other kinds: 3.");
    expect(about?.text).toContain("Prices of a | <b> book are invented.");
    expect(suites.map(({ attributes }) => attributes["name"])).toEqual(
      hostile.rules.map(({ id, title }) => `${id}: ${title}`),
    );
    for (const suite of suites) {
      const cases = elementsIn(suite, "testcase");
      const own = hostile.judged.filter(({ rule }) => suite.attributes["name"]?.startsWith(`${rule.id}:`));
      expect(cases).toHaveLength(own.length);
      expect(suite.attributes).toMatchObject({
        tests: String(cases.length),
        failures: String(elementsIn(suite, "failure").length),
        skipped: String(elementsIn(suite, "skipped").length),
        errors: "0",
      });
      expect(new Set(cases.map(({ attributes }) => attributes["name"])).size).toBe(cases.length);
    }
    expect(root.attributes).toMatchObject({ tests: String(hostile.judged.length), failures: String(open.length) });
  });

  it("fails what is not known, and skips with the reason what is let pass or known", () => {
    const root = readXml(written("junit"));
    const types = elementsIn(root, "failure").map(({ attributes }) => attributes["type"]);
    expect(new Set(types)).toEqual(new Set(["error", "warning", "note", "unknown"]));
    expect(types.filter((type) => type === "unknown")).toHaveLength(
      open.filter((one) => one.state === "unknown").length,
    );
    const reasons = elementsIn(root, "skipped").map(({ attributes }) => attributes["message"]);
    const exempted = String.raw`Let pass until 2027-03-31: Until\u000aMarch | <b>`;
    const known = "Known: the baseline has it.";
    expect(reasons).toEqual([exempted, exempted, known, known]);
  });
});
