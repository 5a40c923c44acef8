import { readFileSync } from "node:fs";
import { type Reader, type ReadResult, readers } from "@nkp-planner/adapters";
import { describe, expect, it } from "vitest";

const example = (name: string) => readFileSync(new URL(`../../examples/${name}`, import.meta.url), "utf8");
const EXAMPLES: Readonly<Record<string, string>> = {
  "fleet-yaml": example("msp-fleet.yaml"),
  "price-book-yaml": example("price-book-hosts-eur.yaml"),
  "price-list-yaml": example("price-list-eur.yaml"),
  "what-if-yaml": example("what-if-eur.yaml"),
};

function problemsOf(result: ReadResult<unknown>) {
  return result.ok ? [] : result.problems;
}

describe.each(readers.map((reader): [string, Reader<unknown>] => [reader.id, reader]))("reader %s", (id, reader) => {
  const good = EXAMPLES[id] ?? "";

  it("reads its example", () => {
    expect(good).not.toBe("");
    expect(problemsOf(reader.read(good))).toEqual([]);
  });

  it("reads the same from CRLF, from a byte order mark and from JSON text", async () => {
    const { parse } = await import("yaml");
    const once = JSON.stringify(reader.read(good));
    expect(JSON.stringify(reader.read(good.replaceAll("\n", "\r\n")))).toBe(once);
    expect(JSON.stringify(reader.read(`\uFEFF${good}`))).toBe(once);
    expect(JSON.stringify(reader.read(JSON.stringify(parse(good), null, 2)))).toBe(once);
  });

  it("knows its files by name", () => {
    expect(reader.accepts("some.yaml")).toBe(true);
    expect(reader.accepts("some.docx")).toBe(false);
  });

  it.each([
    ["nothing", ""],
    ["white space and comments", "  \n# nothing here\n"],
    ["a scalar", "hello"],
    ["a list", "- 1\n- 2\n"],
    ["broken YAML", "a: [1, 2\nb: 3"],
    ["the same key twice", "apiVersion: nkp-planner/v1\napiVersion: nkp-planner/v1\n"],
    ["two documents", "a: 1\n---\nb: 2\n"],
    ["tabs for indent", "tenants:\n\t- id: a\n"],
    ["an alias without an anchor", "a: *nowhere\n"],
    [
      "an alias bomb",
      'a: &a ["x","x","x","x","x","x","x","x","x"]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c,*c]\n',
    ],
    ["brackets without end", `a: ${"[".repeat(100_000)}`],
    ["brackets nested deeply", `a: ${"[".repeat(20_000)}${"]".repeat(20_000)}`],
    ["a key of every object", "__proto__: { polluted: true }\n"],
    ["a tag that asks for code", "a: !!js/function 'function () {}'\n"],
    ["eleven mebibytes", `# ${"x".repeat(11 * 1024 * 1024)}`],
  ])("tells what is wrong with %s, where and how to mend it", (_what, text) => {
    const problems = problemsOf(reader.read(text));
    expect(problems.length).toBeGreaterThan(0);
    for (const { line, column, found, expected, fix } of problems) {
      expect(line).toBeGreaterThanOrEqual(1);
      expect(column).toBeGreaterThanOrEqual(1);
      for (const words of [found, expected, fix]) expect(words).toMatch(/\S/);
    }
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });

  it("finds the line and column of a problem in the middle of the text", () => {
    const lines = good.split("\n");
    const at = lines.findIndex((line) => line.startsWith("currency:"));
    const problems = problemsOf(reader.read(good.replace("currency: EUR", "currency:   euro")));
    expect(problems).toMatchObject([{ path: ["currency"], line: at + 1, column: 13 }]);
  });

  it("points at an unknown key, and into what an alias stands for", () => {
    const [problem] = problemsOf(reader.read(`${good}\nextra: &shared { a: 1 }\n`));
    expect(problem?.found).toContain('unknown key "extra"');
    expect(problem?.line).toBe(good.split("\n").length + 1);
  });
});
