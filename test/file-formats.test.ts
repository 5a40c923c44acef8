import { parameters } from "@nkp-planner/catalog";
import { chooseParameters, InputError, type JsonSchema, schemaOutline, settingsSchema } from "@nkp-planner/core";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { DOCUMENT_WORDS } from "../packages/core/scripts/document-words.ts";
import { exampleReadings, jsonSchemas, SCHEMAS } from "../packages/core/scripts/schemas.ts";
import { PLACES } from "../packages/core/scripts/written-places.ts";

const WRITTEN = ["fleet", "price-book", "price-list", "what-if"] as const;

function schemaNamed(name: string): JsonSchema {
  return JSON.parse(jsonSchemas().get(`${name}.schema.json`) ?? "null");
}

const PRINTED = Object.keys(SCHEMAS).filter((name) => !WRITTEN.some((written) => written === name));

/** Every property below a schema, by its place in a file, straight from the JSON Schema and not by the outline. */
function propertiesOf(schema: JsonSchema, path = ""): readonly (readonly [string, JsonSchema])[] {
  return [
    ...Object.entries(schema.properties ?? {}).flatMap(([name, one]) => {
      const place = path === "" ? name : `${path}.${name}`;
      return [[place, one] as const, ...propertiesOf(one, place)];
    }),
    ...(schema.items === undefined ? [] : propertiesOf(schema.items, `${path}[]`)),
    ...[...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].flatMap((one) => propertiesOf(one, path)),
    ...(typeof schema.additionalProperties === "object" ? propertiesOf(schema.additionalProperties, `${path}.*`) : []),
  ];
}

describe("what people write", () => {
  const ajv = new Ajv2020({
    strict: true,
    strictTypes: false,
    strictRequired: false,
    formats: { date: true, uri: true },
  });

  it.each(WRITTEN)("%s: every property says what it means, and has an example", (name) => {
    const properties = propertiesOf(schemaNamed(name));
    expect(properties.length).toBeGreaterThan(8);
    const silent = properties.filter(([, { description, examples }]) => !description || !examples?.length);
    expect(silent.map(([path]) => `${name}: ${path} lacks a description or an example`)).toEqual([]);
  });

  it.each(WRITTEN)("%s: a description is a sentence or two, with a full stop", (name) => {
    const odd = propertiesOf(schemaNamed(name)).filter(([, one]) => !/^.{8,200}\.$/.test(one.description ?? ""));
    expect(odd.map(([path, { description }]) => `${path}: ${description}`)).toEqual([]);
  });

  it.each(WRITTEN)("%s: every number says in which unit it is", (name) => {
    const numbers = propertiesOf(schemaNamed(name)).filter(([path, { type, title }]) => {
      return (type === "number" || type === "integer") && title === undefined && !path.endsWith(".priority");
    });
    expect(numbers.map(([path]) => path)).toEqual([]);
  });

  it.each(WRITTEN)("%s: every example is accepted, by the reader and by the JSON Schema", (name) => {
    const readings = exampleReadings(SCHEMAS[name]);
    expect(readings.length).toBeGreaterThan(8);
    expect(readings.filter(({ isAccepted }) => !isAccepted)).toEqual([]);
    const refused: unknown[] = [];
    for (const [path, one] of propertiesOf(schemaNamed(name))) {
      const validate = ajv.compile(one);
      for (const example of one.examples ?? []) if (!validate(example)) refused.push({ path, example });
    }
    expect(refused).toEqual([]);
  });

  it.each(WRITTEN)("%s: every place of which more is said than a field knows is there", (name) => {
    const places = new Set(propertiesOf(schemaNamed(name)).map(([path]) => path));
    const said = Object.keys(PLACES[name] ?? {});
    expect(said.length).toBeGreaterThan(1);
    expect(said.filter((place) => place !== "" && !places.has(place.replace(/\[\]$/, "")))).toEqual([]);
  });

  it("shows what is assumed where a property is left out", () => {
    const { default: kind } = new Map(propertiesOf(schemaNamed("fleet"))).get("tenants[].workloads[].kind") ?? {};
    expect(kind).toBe("Deployment");
    const list = new Map(propertiesOf(schemaNamed("price-list")));
    expect([list.get("bundles")?.default, list.get("discountCeiling")?.default]).toEqual([[], {}]);
  });

  it("settings: every assumption of the catalog, with its default and examples that are accepted", () => {
    const properties = propertiesOf(settingsSchema(parameters));
    expect(properties.map(([id]) => id)).toEqual(parameters.map(({ id }) => id));
    for (const [id, { description, examples, default: standard }] of properties) {
      expect(description, id).toMatch(/\S.*\.$/);
      expect(examples?.length, id).toBeGreaterThan(0);
      for (const value of [standard, ...(examples ?? [])]) chooseParameters(parameters, { [id]: String(value) });
    }
  });

  it("settings: a value is refused by the schema exactly where it is refused by the planner", () => {
    const validate = ajv.compile(settingsSchema(parameters));
    const bounds = parameters.flatMap(({ custom }) => (custom !== null && "minimum" in custom ? [custom] : []));
    const near = bounds.flatMap(({ minimum, maximum }) => [minimum, maximum]);
    const numbers = [...new Set(near.flatMap((end) => [end - 1, end - 0.01, end, end + 0.01, end + 1, end + 0.5]))];
    const words = [
      "",
      "none",
      "cheapest",
      "8x32x80",
      "8x32",
      "32x512x15.36",
      "32x512",
      "50 %",
      "1,5",
      "3.0",
      "1e3",
      "x",
    ];
    const ids = parameters.flatMap(({ options }) => options.map(({ id }) => id));
    const texts = [...new Set([...numbers.map((one) => String(Number(one.toFixed(2)))), ...words, ...ids])];
    const odd = parameters.flatMap(({ id }) =>
      texts.filter((text) => validate({ [id]: text }) !== isChosen(id, text)).map((text) => `${id}=${text}`),
    );
    expect(odd).toEqual([]);
    expect(validate({ "loss-survive": "1" })).toBe(false);
    expect(isChosen("loss-survive", "1")).toBe(false);
  });
});

function isChosen(id: string, text: string): boolean {
  try {
    chooseParameters(parameters, { [id]: text });
    return true;
  } catch (error) {
    if (error instanceof InputError) return false;
    throw error;
  }
}

/** What a number counts, in the end of its name or in what is said of it. */
const UNIT =
  /(Count|Ratio|Number|vcpu|Vcpu|GiB|TiB|MiB|Bytes|Millicores|Percent|PerYear)|unit|version|how many|pods|nodes|hosts|cores|vCPU|GiB|TiB|MiB|percent|months|tenants|minor|clusters|÷|[Ll]ine|column|row|seed|planned|\/27|figure|factor|position|What is so/i;

describe("what commands print", () => {
  it.each(PRINTED)("%s: every property says what it means, in a sentence, and every number what it counts", (name) => {
    const properties = propertiesOf(schemaNamed(name));
    expect(properties.length).toBeGreaterThan(3);
    const silent = properties.filter(([, { description }]) => !/^.{4,400}\.$/.test(description ?? ""));
    expect(silent.map(([path, { description }]) => `${path}: ${description}`)).toEqual([]);
    const numbers = properties.filter(([, { type }]) =>
      [type].flat().some((one) => one === "number" || one === "integer"),
    );
    const bare = numbers.filter(([path, { description }]) => !UNIT.test(`${path.split(".").at(-1)} ${description}`));
    expect(bare.map(([path]) => path)).toEqual([]);
  });

  it("has words for nothing that is not there, and speaks of null where it may be", () => {
    const said = PRINTED.flatMap((name) => propertiesOf(schemaNamed(name)));
    const words = new Set(Object.values(DOCUMENT_WORDS));
    const used = new Set(said.map(([, { description }]) => description));
    expect([...words].filter((one) => !used.has(one))).toEqual([]);
    const isNullable = ({ type, anyOf = [] }: JsonSchema): boolean =>
      (type === undefined && anyOf.length === 0) || [type].flat().includes("null") || anyOf.some(isNullable);
    const odd = said.filter(
      ([, one]) => words.has(one.description ?? "") && /null:/.test(one.description ?? "") && !isNullable(one),
    );
    expect(odd.map(([path, { description }]) => `${path}: ${description}`)).toEqual([]);
  });
});

describe("the outline of a schema", () => {
  it("names every property once, in the order of the schema, by its place", () => {
    for (const name of WRITTEN) {
      const schema = schemaNamed(name);
      const sections = schemaOutline(schema);
      const named = sections.flatMap(({ place, rows }) =>
        rows.map((row) => (place ? `${place}.${row.name}` : row.name)),
      );
      expect(named.toSorted()).toEqual(
        propertiesOf(schema)
          .map(([path]) => path)
          .toSorted(),
      );
    }
  });

  it("says type, unit, whether it is needed, and what is assumed", () => {
    const outline = schemaOutline({
      type: "object",
      required: ["id"],
      properties: {
        id: { type: "string", title: "text on one line", description: "Its name.", examples: ["a"] },
        kind: { enum: ["x", "y"], default: "x", description: "Which." },
        months: { type: "integer", title: "months", minimum: 1, maximum: 600, description: "How long." },
        cpu: { anyOf: [{ type: "string" }, { type: "number" }], title: "vCPU", description: "How much." },
        labels: { type: "object", additionalProperties: { type: "string" }, description: "Which." },
        parts: { type: "array", description: "Of it.", items: { type: "object", properties: { fixed: { const: 1 } } } },
        end: { anyOf: [{ type: "object", properties: { on: { type: "boolean" } } }, { type: "null" }] },
      },
    });
    expect(outline.map(({ place, rows }) => [place, rows.map(({ name, type, unit }) => [name, type, unit])])).toEqual([
      [
        "",
        [
          ["id", "text on one line", null],
          ["kind", "one of: x, y", null],
          ["months", "whole number from 1 to 600", "months"],
          ["cpu", "text or number", "vCPU"],
          ["labels", "map of text", null],
          ["parts", "list", null],
          ["end", "map, or null", null],
        ],
      ],
      ["parts[]", [["fixed", "always 1", null]]],
      ["end", [["on", "true or false", null]]],
    ]);
    expect(outline[0]?.rows.map(({ isRequired }) => isRequired).filter(Boolean)).toEqual([true]);
    expect(outline[0]?.rows[1]).toMatchObject({ default: "x", examples: [], description: "Which." });
  });
});
