import { readFileSync } from "node:fs";
import { INPUT_KINDS, type Reader, type ReadResult, readers, recognise } from "@nkp-planner/adapters";
import { workloadLibrary } from "@nkp-planner/catalog";
import { InputError, problemOf } from "@nkp-planner/core";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { fileOf } from "../support/read.ts";

/** Files that the project publishes, beside the small one that each reader brings. */
const PUBLISHED: Readonly<Record<string, string>> = {
  "fleet-yaml": "msp-fleet.yaml",
  "price-book-yaml": "price-book-hosts-eur.yaml",
  "price-list-yaml": "price-list-eur.yaml",
  "what-if-yaml": "what-if-eur.yaml",
};

const ALIAS_BOMB =
  'a: &a ["x","x","x","x","x","x","x","x","x"]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c,*c]\n';

/** What hurts whoever reads a syntax, beside what hurts everybody. */
const HOSTILE: Readonly<Record<Reader["capabilities"]["syntax"], readonly (readonly [string, string])[]>> = {
  yaml: [
    ["a scalar", "hello"],
    ["a list", "- 1\n- 2\n"],
    ["broken YAML", "a: [1, 2\nb: 3"],
    ["the same key twice", "apiVersion: nkp-planner/v1\napiVersion: nkp-planner/v1\n"],
    ["two documents", "a: 1\n---\nb: 2\n"],
    ["tabs for indent", "tenants:\n\t- id: a\n"],
    ["an alias without an anchor", "a: *nowhere\n"],
    ["an alias bomb", ALIAS_BOMB],
    ["brackets without end", `a: ${"[".repeat(100_000)}`],
    ["brackets nested deeply", `a: ${"[".repeat(20_000)}${"]".repeat(20_000)}`],
    ["a key of every object", "__proto__: { polluted: true }\n"],
    ["a tag that asks for code", "a: !!js/function 'function () {}'\n"],
  ],
  csv: [
    ["heads and nothing else", "tenant,pods\n"],
    ["a quote without end", 'tenant,pods\n"A,1\n'],
    ["ten thousand columns", `${"x,".repeat(10_000)}\n${"1,".repeat(10_000)}\n`],
    ["the same column twice", "tenant,pods,pods,vcpu,memory\nA,1,1,1,1\n"],
    ["keys of every object", "__proto__,constructor\n1,2\n"],
  ],
  other: [],
};

const EVERYWHERE: readonly (readonly [string, string])[] = [
  ["nothing", ""],
  ["white space", "  \n\n"],
  ["eleven mebibytes", `# ${"x".repeat(11 * 1024 * 1024)}`],
];

function problemsOf({ findings }: ReadResult) {
  return findings.filter(({ severity }) => severity === "error").map(problemOf);
}

describe.each(readers.map((reader): [string, Reader] => [reader.id, reader]))("reader %s", (id, reader) => {
  const { example, capabilities, fileNames, gives } = reader;
  const published = PUBLISHED[id];
  const texts = [
    ["the example it brings", example.text] as const,
    ...(published === undefined
      ? []
      : ([
          ["the published one", readFileSync(new URL(`../../examples/${published}`, import.meta.url), "utf8")],
        ] as const)),
  ];
  const read = (text: string, name = example.name) => reader.read(fileOf(text, name), { library: workloadLibrary });

  it("says what it is", () => {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(readers.filter((other) => other.id === id)).toHaveLength(1);
    expect(reader.title).toMatch(/\S/);
    expect(Object.keys(INPUT_KINDS)).toContain(gives);
    for (const ending of fileNames) expect(ending).toMatch(/^\.[a-z]+$/);
    expect(fileNames.some((ending) => example.name.endsWith(ending))).toBe(true);
  });

  describe.each(texts)("of %s", (_what, good) => {
    it("makes what the planner plans with, and counts its entries", async () => {
      const { value, report, kind, readerId, ...result } = await read(good);
      expect(problemsOf({ ...result, value, report, kind, readerId })).toEqual([]);
      expect(value).not.toBeNull();
      expect([kind, readerId]).toEqual([gives, id]);
      expect(report.usedCount).toBeGreaterThan(0);
    });

    it("is the one that knows it, by what is in it and by its name", () => {
      expect(recognise(fileOf(good, example.name), readers)).toEqual({ reader });
      expect(recognise(fileOf(good), readers)).toEqual({ reader });
    });

    it("reads the same with CRLF and with a byte order mark", async () => {
      const plain = (result: ReadResult) => JSON.stringify({ ...result, placeOf: null });
      const once = plain(await read(good));
      expect(plain(await read(good.replaceAll(/\r?\n/g, "\r\n")))).toBe(once);
      expect(plain(await read(`\uFEFF${good}`))).toBe(once);
    });
  });

  it.each([...EVERYWHERE, ...HOSTILE[capabilities.syntax]])(
    "tells what is wrong with %s, where and how to mend it",
    async (_what, text) => {
      const result = await read(text);
      const problems = problemsOf(result);
      expect(problems.length).toBeGreaterThan(0);
      for (const { line, column, found, expected, fix } of problems) {
        expect(line).toBeGreaterThanOrEqual(1);
        expect(column).toBeGreaterThanOrEqual(1);
        for (const words of [found, expected, fix]) expect(words).toMatch(/\S/);
      }
      expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
    },
  );

  it("takes bytes that are no text for what they are", async () => {
    const bytes = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]);
    const [problem] = problemsOf(await reader.read({ name: example.name, bytes }));
    expect(problem?.found).toContain("no text");
  });

  it("counts every entry once: used, left out or unreadable", async () => {
    const short = HOSTILE[capabilities.syntax].map(([, bad]) => bad).filter(({ length }) => length < 1000);
    for (const text of [...texts.map(([, good]) => good), ...short]) {
      const { foundCount, usedCount, excluded, unreadableCount } = (await read(text)).report;
      expect(usedCount + excluded.reduce((sum, { count }) => sum + count, 0) + unreadableCount).toBe(foundCount);
    }
  });

  it("refuses options that it does not know", async () => {
    await expect(reader.read(fileOf(example.text), { options: { nonsense: "1" } })).rejects.toThrow(InputError);
  });
});

const yamlReaders = readers.filter(({ capabilities }) => capabilities.syntax === "yaml");

describe.each(yamlReaders.map((reader): [string, Reader] => [reader.id, reader]))("YAML of %s", (_id, reader) => {
  const good = reader.example.text;
  const read = (text: string) => reader.read(fileOf(text, "a.yaml"));

  it("is the same as its JSON", async () => {
    const [yaml, json] = await Promise.all([read(good), read(JSON.stringify(parse(good), null, 2))]);
    expect(json.value).toEqual(yaml.value);
  });

  it("has its problems at their line and column", async () => {
    const at = good.split("\n").findIndex((line) => line.startsWith("currency:"));
    const problems = problemsOf(await read(good.replace("currency: EUR", "currency:   euro")));
    expect(problems).toMatchObject([{ path: ["currency"], line: at + 1, column: 13 }]);
  });

  it("is pointed at where it has an unknown key, and into what an alias stands for", async () => {
    const [problem] = problemsOf(await read(`${good}\nextra: &shared { a: 1 }\n`));
    expect(problem?.found).toContain('unknown key "extra"');
    expect(problem?.line).toBe(good.split("\n").length + 1);
  });
});

describe("a file that no reader knows", () => {
  it.each([
    ["a.docx", "PK"],
    ["a.bin", "hello"],
  ])("is refused in words: %s", (name, text) => {
    const found = recognise(fileOf(text, name), readers);
    expect(found.reader).toBeNull();
    if (found.reader === null) expect(problemOf(found.finding).expected).toContain("a table of tenants");
  });
});
