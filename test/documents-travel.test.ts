import { readFileSync } from "node:fs";
import { createPlanner, type FleetInput, type Result } from "nkp-planner";
import { fromJSON, toJSON } from "nkp-planner/documents";
import { describe, expect, it } from "vitest";

const tenant = { id: "orchid", size: { pods: 12, vcpu: 6, memoryGiB: 24 }, agreedMonthlyPrice: "4200.00" };
const fleet: FleetInput = { asOf: "2026-11-29", release: "nkp-2.17.1", currency: "EUR", tenants: [tenant] };
const planner = worthOf(createPlanner());
const model = "hybrid";
const ANSWERS = {
  plan: worthOf(planner.plan(fleet, { model })),
  comparison: worthOf(planner.compare(fleet, {})),
  quote: worthOf(planner.quote(fleet, { model, allow: ["illustrative"] })),
  figure: worthOf(planner.explain(fleet, { model, figure: "monthlyCost" })),
} as const;

function worthOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

function older(name: string) {
  return JSON.parse(readFileSync(new URL(`older-documents/${name}.json`, import.meta.url), "utf8"));
}

function problemsIn(given: unknown) {
  const read = fromJSON(given);
  return read.ok ? [] : read.problems.map(({ code, in: where, path }) => [code, where, path.join(".")]);
}

describe("answers as JSON, and back", () => {
  it.each(Object.entries(ANSWERS))("a %s comes back as it was, to the byte", (kind, answer) => {
    const text = toJSON(answer);
    const read = worthOf(fromJSON(text));
    expect(read).toEqual({ kind, document: answer, findings: [] });
    expect(toJSON(read.document)).toBe(text);
    expect(worthOf(fromJSON(structuredClone(answer)))).toEqual(read);
    expect(Object.isFrozen(read.document)).toBe(true);
  });
});

describe("documents of older forms", () => {
  it.each(["1.0", "1.1"])("a figure of %s is read with the same figures", (version) => {
    const written = older(`figure-${version}`);
    expect(written.schemaVersion).toBe(version);
    const document = { ...written, schemaVersion: "2.0" };
    expect(worthOf(fromJSON(written))).toEqual({ kind: "figure", document, findings: [] });
  });

  it("a quote of 1.1 keeps its amounts, and says what it does not say", () => {
    const written = older("quote-1.1");
    const { kind, document, findings } = worthOf(fromJSON(written));
    expect(kind).toBe("quote");
    expect(document).toMatchObject({ ...written, schemaVersion: "2.0" });
    expect(document).toMatchObject({ findings: [{ code: "older-form", severity: "warning" }] });
    expect(findings.map(({ code }) => code)).toEqual(["older-form"]);
  });

  it("a plan of 1.1 is refused: what it lacks would have to be invented", () => {
    expect(problemsIn(older("plan-1.1"))).toEqual([["from-the-past", "document", "schemaVersion"]]);
  });

  it("one of a later planner is refused by name, and nothing else is said of it", () => {
    const later = { ...ANSWERS.plan, schemaVersion: "3.0", more: 1 };
    expect(problemsIn(later)).toEqual([["from-the-future", "document", "schemaVersion"]]);
    expect(problemsIn({ ...ANSWERS.plan, schemaVersion: "2.1" })).toEqual([
      ["from-the-future", "document", "schemaVersion"],
    ]);
  });
});

describe("what is no document", () => {
  const circle: Record<string, unknown> = { ...ANSWERS.quote };
  circle["quotes"] = circle;

  it.each([
    ["nothing", undefined, ["wrong-type", "document", ""]],
    ["a number", 3, ["wrong-type", "document", ""]],
    ["a text that ends", '{"schemaVersion":"2.0"', ["unreadable", "document", ""]],
    ["a deep text", "[".repeat(1_000_000), ["unreadable", "document", ""]],
    ["of no kind", { schemaVersion: "2.0" }, ["wrong-kind", "document", ""]],
    ["a fleet", { apiVersion: "nkp-planner/v1", kind: "Fleet" }, ["wrong-kind", "document", ""]],
    ["not a number", { ...ANSWERS.figure, value: Number.NaN }, ["wrong-type", "document", "value"]],
    ["a circle", circle, ["wrong-type", "document", "quotes"]],
    ["of a class", { ...ANSWERS.quote, quotes: new Map() }, ["wrong-type", "document", "quotes"]],
    [
      "a prototype",
      JSON.parse(`{"__proto__":{"a":1},${toJSON(ANSWERS.quote).slice(1)}`),
      ["wrong-type", "document", "__proto__"],
    ],
    ["a field more", { ...ANSWERS.quote, more: 1 }, ["unknown-key", "document", "more"]],
  ])("is refused: %s", (_what, given, problem) => {
    expect(problemsIn(given)).toContainEqual(problem);
  });

  it("takes seconds where everything in it is wrong", () => {
    const read = fromJSON({ ...ANSWERS.quote, quotes: new Array(200_000).fill(1) });
    expect(read).toMatchObject({ ok: false, moreProblemCount: 800 });
  }, 20_000);
});
