import { readdirSync, readFileSync } from "node:fs";
import { workloadLibrary } from "@nkp-planner/catalog";
import { InputError, parseFleet, parsePriceBook, parsePriceList, parseWhatIf } from "@nkp-planner/core";
import { Ajv } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { drawsFrom } from "../bench/random.ts";
import { jsonSchemas } from "../packages/core/scripts/schemas.ts";
import { mutatedValue } from "./fuzz/mutate.ts";
import { BAD_FILES, type BadFile, REASONS, type WrittenKind } from "./support/bad-files.ts";
import { WHOLE_FILES } from "./support/whole-files.ts";

const READERS: Readonly<Record<WrittenKind, (value: unknown) => unknown>> = {
  fleet: (value) => parseFleet(value, "fleet", workloadLibrary),
  "price-book": (value) => parsePriceBook(value),
  "price-list": (value) => parsePriceList(value),
  "what-if": (value) => parseWhatIf(value),
};
const KINDS = Object.keys(READERS) as WrittenKind[];

/** How many problems the reader tells of. */
function problemCount(kind: WrittenKind, value: unknown): number {
  try {
    READERS[kind](value);
    return 0;
  } catch (error) {
    if (error instanceof InputError) return error.findings.length;
    throw error;
  }
}

const RULES = { strict: true, allowUnionTypes: true, strictRequired: false, formats: { date: true } } as const;

/** A schema as validators of its draft read it. */
function checksOf(kind: WrittenKind) {
  const text = (folder: string) => JSON.parse(jsonSchemas().get(`${folder}${kind}.schema.json`) ?? "null");
  return { today: new Ajv2020(RULES).compile(text("")), draft07: new Ajv(RULES).compile(text("draft-07/")) };
}
const CHECKS = Object.fromEntries(KINDS.map((kind) => [kind, checksOf(kind)])) as Record<
  WrittenKind,
  ReturnType<typeof checksOf>
>;

/** What both drafts say; they are held against each other on the way. */
function isAccepted(kind: WrittenKind, value: unknown): boolean {
  const { today, draft07 } = CHECKS[kind];
  const answers = [today(value), draft07(value)];
  expect(answers[0], `${kind}: both drafts say the same of ${JSON.stringify(value)?.slice(0, 200)}`).toBe(answers[1]);
  return answers[0] === true;
}

/** The whole file with one value in another's place; a tilde in a place stands for a point of a key. */
function fileWith({ kind, at, value }: BadFile): unknown {
  const file = structuredClone(WHOLE_FILES[kind]);
  const keys = at.split(".").map((key) => key.replaceAll("~", "."));
  const parent = keys.slice(0, -1).reduce<object>((one, key) => Reflect.get(one, key), Object(file));
  if (value === undefined) Reflect.deleteProperty(parent, keys.at(-1) ?? "");
  else Reflect.set(parent, keys.at(-1) ?? "", value);
  return file;
}

const rows = BAD_FILES.map((bad) => ({ ...bad, what: `${bad.kind}: ${bad.at} = ${JSON.stringify(bad.value)}` }));

describe("a file with one mistake", () => {
  const told = rows.filter(({ because }) => because === undefined);

  it.each(told)("is refused by reader and schema, $what", (bad) => {
    const file = fileWith(bad);
    expect(problemCount(bad.kind, file)).toBeGreaterThan(0);
    expect(isAccepted(bad.kind, file)).toBe(false);
  });

  const silent = rows.flatMap(({ because, ...bad }) => (because ? [{ ...bad, reason: REASONS[because] }] : []));

  it.each(silent)("is refused by the reader alone, $what: $reason", (bad) => {
    const file = fileWith(bad);
    expect(problemCount(bad.kind, file)).toBeGreaterThan(0);
    expect(isAccepted(bad.kind, file)).toBe(true);
  });

  it("is there for every reason, and no reason for most", () => {
    expect(Object.keys(REASONS).filter((reason) => !rows.some(({ because }) => because === reason))).toEqual([]);
    expect(told.length).toBeGreaterThan(silent.length * 3);
  });
});

const examples = new URL("../examples/", import.meta.url);
const EXAMPLES = readdirSync(examples)
  .filter((name) => name.endsWith(".yaml"))
  .map((name) => ({ name, text: readFileSync(new URL(name, examples), "utf8") }));

/** By the line at the head of the file, as an editor finds its schema. */
const kindNamed = (text: string) =>
  /^# yaml-language-server: \$schema=https:\/\/[^ ]+\/draft-07\/([a-z-]+)\.schema\.json\n/.exec(
    text,
  )?.[1] as WrittenKind;

describe("a file without a mistake", () => {
  it.each(KINDS)("is accepted by reader and schema: a whole %s", (kind) => {
    expect(problemCount(kind, WHOLE_FILES[kind])).toBe(0);
    expect(isAccepted(kind, WHOLE_FILES[kind])).toBe(true);
  });

  it.each(EXAMPLES)("is accepted by the schema that its first line names: examples/$name", ({ text }) => {
    const kind = kindNamed(text);
    expect(KINDS).toContain(kind);
    expect(problemCount(kind, parse(text))).toBe(0);
    expect(isAccepted(kind, parse(text))).toBe(true);
  });

  it("is there of every kind", () => {
    expect([...new Set(EXAMPLES.map(({ text }) => kindNamed(text)))].toSorted()).toEqual(KINDS.toSorted());
  });
});

const CHANGED_COUNT = 800;

describe("a file that is changed a little", () => {
  it.each(KINDS)("%s: the schema refuses nothing that the reader takes", (kind) => {
    const seeds = [
      WHOLE_FILES[kind],
      ...EXAMPLES.filter(({ text }) => kindNamed(text) === kind).map((one) => parse(one.text)),
    ];
    const wrong: unknown[] = [];
    let acceptedCount = 0;
    for (let seed = 1; seed <= CHANGED_COUNT; seed += 1) {
      const text = JSON.stringify(mutatedValue(seeds[seed % seeds.length], drawsFrom(seed)));
      const value = text === undefined ? null : JSON.parse(text);
      if (problemCount(kind, value) > 0) continue;
      acceptedCount += 1;
      if (!isAccepted(kind, value)) wrong.push({ seed, said: CHECKS[kind].today.errors?.[0] });
    }
    expect(wrong).toEqual([]);
    expect(acceptedCount).toBeGreaterThan(CHANGED_COUNT / 5);
  });
});
