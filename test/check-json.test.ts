import { readFileSync } from "node:fs";
import { CheckDocument } from "@nkp-planner/core";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { HOSTILE_FILES, hostile, isNot, open, writtenAs as written } from "./support/hostile-check.ts";

describe("the JSON document", () => {
  it("fits the schema that ships, and counts what is in it", () => {
    const schema = new URL("../packages/core/schema/check.schema.json", import.meta.url);
    const validate = new Ajv2020({ strictTypes: false, strictRequired: false, formats: { date: true } }).compile(
      JSON.parse(readFileSync(schema, "utf8")),
    );
    const document = CheckDocument.parse(JSON.parse(written("json")));
    expect(validate(document), JSON.stringify(validate.errors)).toBe(true);
    const count = (level: string) => open.filter(({ severity }) => severity === level).length;
    expect(document.counts).toEqual({
      ...{ files: 5, clusters: 13, judgements: hostile.judged.length },
      ...{ errors: count("error"), warnings: count("warning"), notes: count("note") },
      ...{ notKnown: open.filter(({ state }) => state === "unknown").length, letPass: 2, ofBaseline: 2 },
    });
    expect(document.judgements).toHaveLength(isNot.length);
    expect(document.rules.map(({ passedCount }) => passedCount)).toEqual([13, 13, 13]);
    expect(document.offRuleIds).toEqual(["off"]);
    expect(document.leftOut.map(({ file }) => file)).toEqual(HOSTILE_FILES);
    expect(document.judgements[0]).toMatchObject({
      ...{ ruleId: "loud", code: "found", state: "fail", severity: "error", isOpen: false },
      exemption: { reason: "Until\nMarch | <b>", expires: "2027-03-31" },
      ...{ baselineState: "new", place: { file: HOSTILE_FILES[0], line: 1, column: 1 } },
    });
  });
});
