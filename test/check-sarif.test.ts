import { readFileSync } from "node:fs";
import { checkFormats, checkRules, type Judged } from "@nkp-planner/adapters/check";
import { CheckDocument } from "@nkp-planner/core";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { cleanResult, HOSTILE_FILES, hostile, isNot, open, writtenAs as written } from "./support/hostile-check.ts";

describe("SARIF", () => {
  const shipped = new URL("./support/schemas/sarif/sarif-schema-2.1.0.json", import.meta.url);
  // Of draft-04 it has nothing that later drafts have otherwise, but the name of its id.
  const { $schema: _, id: $id, ...schema } = JSON.parse(readFileSync(shipped, "utf8"));
  const validate = new Ajv({ strict: false, formats: { uri: true, "uri-reference": true, "date-time": true } }).compile(
    {
      $id,
      ...schema,
    },
  );
  const [run] = JSON.parse(written("sarif")).runs;

  it.each([
    ["hostile names", hostile],
    ["nothing found", cleanResult()],
  ])("fits its schema with %s", (_name, result) => {
    expect(validate(JSON.parse(written("sarif", result))), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ version: "2.1.0", runs: [{}] })).toBe(false);
  });

  it("has addresses within the repository that lead to the files", () => {
    const uris = run.results.map((one: Located) => one.locations[0].physicalLocation.artifactLocation.uri);
    expect(new Set(uris.map((uri: string) => decodeURIComponent(uri)))).toEqual(new Set(HOSTILE_FILES));
    for (const uri of uris) expect(uri).toMatch(/^(?:[\w\-.~!*'()/]|%[0-9A-F]{2})+$/);
    expect(run.results[0].locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: "clusters/Z%C3%BCrich%20Nord/a%20b.yaml", uriBaseId: "SRCROOT" },
      region: { startLine: 1, startColumn: 1 },
    });
  });

  it("says of every rule what it is and where it is told about, and which of them a result is of", () => {
    const { driver } = run.tool;
    expect(driver).toMatchObject({ name: "nkp-planner", version: "1.2.3" });
    expect(driver.rules[0]).toEqual({
      id: "loud",
      shortDescription: { text: "Names with loud." },
      fullDescription: { text: "Holds names against nothing." },
      help: {
        text: "They are hostile. Take another name. Sources: A book.",
        markdown: "They are hostile.\n\n**What to do:** Take another name.\n\nSources: A book.",
      },
      helpUri: "https://github.com/nkp-planner/nkp-planner/blob/main/packages/adapters/src/check/rules/loud.ts",
      defaultConfiguration: { level: "error" },
    });
    for (const one of run.results) expect(driver.rules[one.ruleIndex].id).toBe(one.ruleId);
  });

  it("has what is not known as failing, what is exempted as suppressed, and what is known as unchanged", () => {
    const results = run.results as (Result & { kind: string; ruleId: string; level: string })[];
    expect(results).toHaveLength(isNot.length);
    expect(new Set(results.map(({ kind }) => kind))).toEqual(new Set(["fail"]));
    const unknown = isNot.filter(({ state }) => state === "unknown").length;
    expect(results.filter(({ message }) => message.text.startsWith("Not known: "))).toHaveLength(unknown);
    expect(results.filter(({ suppressions }) => suppressions?.length === 1).map((one) => one.suppressions)).toEqual(
      Array.from({ length: 2 }, () => [
        { kind: "external", status: "accepted", justification: String.raw`Until\u000aMarch | <b> (until 2027-03-31)` },
      ]),
    );
    expect(results.filter(({ baselineState }) => baselineState === "unchanged")).toHaveLength(2);
    const levels = results.map(({ level }) => ["error", "warning", "note"].indexOf(level));
    expect(levels).toEqual(levels.toSorted());
  });

  it("says of the check itself what is to be known", () => {
    const [{ executionSuccessful, toolExecutionNotifications: said }] = run.invocations;
    expect(executionSuccessful).toBe(true);
    const texts = said.map(({ message }: Result) => message.text);
    expect(texts[0]).toContain("Prices of a | <b> book are invented.");
    expect(texts[1]).toBe("Not asked, by the policy: off.");
    expect(texts[2]).toMatch(/^Left out: clusters\/Zürich Nord\/a b\.yaml \(a link, which is not followed\), /);
    expect(texts[3]).toBe("No rule asks about objects of other kinds: 3.");
  });

  it("has a file of every rule where it says", () => {
    const { rules } = CheckDocument.parse(JSON.parse(written("json", { ...hostile, rules: checkRules })));
    for (const { id, address } of rules) {
      const [, path = ""] = /\/blob\/main\/(.*)$/.exec(address) ?? [];
      expect(readFileSync(new URL(`../${path}`, import.meta.url), "utf8")).toContain(`id: "${id}"`);
    }
    expect(rules).not.toEqual([]);
  });

  it.each([
    [5000, null],
    [5001, "GitHub keeps 5,000 results of a run, and drops 1 more result."],
    [25_000, "GitHub keeps 5,000 results of a run, and drops 20,000 more results."],
    [
      25_001,
      "GitHub takes 25,000 results of a run, and refuses this file of 25,001 results: check fewer files at once.",
    ],
  ])("says of %i results what GitHub drops", (count, said) => {
    const [one] = open;
    const judged = Array.from({ length: count }, () => one as Judged);
    expect(checkFormats.find(({ id }) => id === "sarif")?.dropped?.({ ...hostile, judged })).toBe(said);
  });
});

interface Located {
  readonly locations: readonly [
    { readonly physicalLocation: { readonly artifactLocation: { readonly uri: string }; readonly region: object } },
  ];
}

interface Result {
  readonly message: { readonly text: string };
  readonly suppressions?: readonly unknown[];
  readonly baselineState?: string;
}
