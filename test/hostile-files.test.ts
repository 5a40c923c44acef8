import { type Reader, readers } from "@nkp-planner/adapters";
import { problemOf, problemText } from "@nkp-planner/core";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { fileOf } from "./support/read.ts";

const byId = (id: string) => readers.find((reader) => reader.id === id) as Reader;
const [fleet, book, list, ranges] = ["fleet-yaml", "price-book-yaml", "price-list-yaml", "what-if-yaml"].map(byId) as [
  Reader,
  Reader,
  Reader,
  Reader,
];

async function saidOf(reader: Reader, text: string) {
  const { value, findings } = await reader.read(fileOf(text));
  expect(value).toBeNull();
  return findings.map((finding) => ({ ...problemOf(finding), text: problemText(problemOf(finding)) }));
}

/** The example of a reader with something else in its places. */
function changed(reader: Reader, change: (data: Record<string, unknown>) => void): string {
  const data = parse(reader.example.text) as Record<string, unknown>;
  change(data);
  return JSON.stringify(data);
}

const CONTRARY = { toString: 1, valueOf: 1 };
const first = (of: unknown) => (of as Record<string, unknown>[])[0] as Record<string, unknown>;

describe("a currency that is none, beside an amount to read in two ways", () => {
  it.each<[string, Reader, string, string]>([
    ["price book", book, '"19.50"', "items[0].unitPrice"],
    ["price list", list, '"690.00"', "items[0].unitPrice"],
    ["ranges", ranges, '"28.00"', "ranges[0].low"],
  ])("is told with it: %s", async (_what, reader, amount, place) => {
    const text = reader.example.text.replace("currency: EUR", "currency: Euro").replace(amount, '"1.234"');
    const problems = await saidOf(reader, text);
    expect(problems.map((one) => one.text.split(":")[0])).toEqual(["currency", place]);
    for (const { line } of problems) expect(line).toBeGreaterThan(1);
  });
});

describe("a map whose keys are those of every object", () => {
  it.each<[string, Reader, (data: Record<string, unknown>) => void]>([
    ["a tenant's price", fleet, (data) => Object.assign(first(data["tenants"]), { price: { monthly: CONTRARY } })],
    ["a rate", book, (data) => Object.assign(first(data["items"]), { unitPrice: CONTRARY })],
    ["a tier", book, (data) => Object.assign(first(data["items"]), { tiers: [{ unitPrice: CONTRARY }] })],
    ["a residual value", book, (data) => Object.assign(first(data["items"]), { residualValue: CONTRARY })],
    ["a class of volumes", book, (data) => Object.assign(first(data["items"]), { storageClass: CONTRARY })],
    ["a price", list, (data) => Object.assign(first(data["items"]), { unitPrice: CONTRARY })],
    ["a shape", list, (data) => Object.assign(first(data["items"]), { per: "node", flavour: CONTRARY })],
    ["a support plan", list, (data) => Object.assign(data, { defaultSupportPlan: CONTRARY, supportPlans: [CONTRARY] })],
    ["a range", ranges, (data) => Object.assign(first(data["ranges"]), { low: CONTRARY, mode: CONTRARY })],
  ])("is no amount and no name: %s", async (_what, reader, change) => {
    expect((await saidOf(reader, changed(reader, change))).length).toBeGreaterThan(0);
  });
});

describe("a file that says nothing", () => {
  it.each(["null", "~", "# a comment", "---"])("is an empty one: %j", async (text) => {
    expect((await saidOf(fleet, text)).map(({ found }) => found)).toEqual(["an empty file"]);
  });
});

describe("a small file that would take minutes", () => {
  it.each([
    ["keys within keys", "? ".repeat(50), "a list or a map as a key"],
    ["a key that is no text", "? [a, b]\n: 1\n", "a list or a map as a key"],
    ["a key twice", "a: 1\nb: 2\na: 3\n", 'the key "a" a second time'],
    ["lists within lists on one line", "- ".repeat(50_000), "lists or maps nested too deeply"],
    ["colons after colons", ": ".repeat(50_000), "lists or maps nested too deeply"],
    ["brackets within brackets", `a: ${"[".repeat(50_000)}`, "lists or maps nested too deeply"],
    ["anchor after anchor", `a: ${"&a ".repeat(3000)}`, "A node can have at most one anchor"],
  ])("is refused at once: %s", async (_what, text, found) => {
    const problems = await saidOf(fleet, text);
    expect(problems[0]?.found).toBe(found);
    expect(problems.length).toBeLessThanOrEqual(100);
  });

  it("is not compared key by key", async () => {
    const text = Array.from({ length: 20_000 }, (_, index) => `k${index}: 1\n`).join("");
    const problems = await saidOf(fleet, text);
    expect(problems.filter(({ code }) => code === "unknown-key")).toHaveLength(21);
    expect(problems.map(({ found }) => found)).toContain("19980 more unknown keys");
  });

  it("is a table of more rows than may be: the rest of them is not read", async () => {
    const rows = "a,1\n".repeat(100_000);
    const problems = await saidOf(byId("tenants-csv"), `tenant,pods\n${rows}`);
    expect(problems.map(({ found }) => found)).toEqual(["more than 5000 rows"]);
  });

  it("has more tenants than may be: what is in them is not looked at", async () => {
    const text = changed(fleet, (data) => {
      data["tenants"] = Array.from({ length: 100_001 }, () => ({}));
    });
    const problems = await saidOf(fleet, text);
    expect(problems.map((one) => one.text)).toEqual([
      "tenants: found a list of 100001, expected at most 100000 entries; leave some out",
    ]);
    expect(problems[0]?.column).toBe(text.indexOf("[") + 1);
  });
});

describe("characters that nobody sees", () => {
  const name = "Orchid Foods";

  it.each([
    ["\u001b[2J", "U+001B"],
    ["\u009b", "U+009B"],
    ["\u202e", "U+202E"],
    ["\u200b", "U+200B"],
    ["\u2066", "U+2066"],
  ])("are refused in a name: %j", async (character, code) => {
    for (const reader of [fleet, byId("tenants-csv")]) {
      const problems = await saidOf(reader, reader.example.text.replace(name, `Orchid${character}Foods`));
      expect(problems.map(({ fix }) => fix).join()).toContain(`remove the character ${code}`);
    }
  });

  it("are written out wherever a key of a file is said", async () => {
    const text = changed(fleet, (data) => Object.assign(first(data["tenants"]), { "\u001b]0;X\u0007\u202e": 1 }));
    const [problem] = await saidOf(fleet, text);
    expect(problem?.text).toMatch(/^tenants\[0\]\.\\u001b\]0;X\\u0007\\u202e: found the unknown key "\\u001b/);
  });
});
