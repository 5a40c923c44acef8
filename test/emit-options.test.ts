import { readFileSync } from "node:fs";
import { adapters, exampleOptions, optionsOfOthers, planToEmit } from "@nkp-planner/adapters";
import { exampleOptionsText, optionsFileSchema, optionsGiven, withOptionWords } from "@nkp-planner/adapters/yaml";
import { exampleFleet, examplePriceBook, planningContext } from "@nkp-planner/catalog";
import { hybrid, InputError, plannedFleet } from "@nkp-planner/core";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";

const plan = planToEmit(
  plannedFleet(
    exampleFleet,
    hybrid,
    planningContext({ release: exampleFleet.release, priceBook: examplePriceBook, settings: {} }),
  ),
);
const schema = optionsFileSchema(adapters);
const given = (text: string) => optionsGiven({ name: "site.yaml", bytes: new TextEncoder().encode(text) });

describe("options of adapters, in one file", () => {
  it("ship as a schema that is of today: `pnpm schemas`", () => {
    const shipped = new URL("../packages/adapters/schema/emit-options.schema.json", import.meta.url);
    expect(JSON.parse(readFileSync(shipped, "utf8"))).toEqual(JSON.parse(JSON.stringify(schema)));
  });

  it("mean the same by the same name, whichever adapter reads them", () => {
    const fields = new Map<string, unknown>();
    for (const { id, options } of adapters)
      for (const [name, field] of Object.entries(options.shape)) {
        const known = fields.get(name) ?? field;
        expect(known === field, `${name} of ${id}`).toBe(true);
        fields.set(name, field);
      }
    expect([...fields.keys()].sort()).toEqual(Object.keys(schema.properties ?? {}).sort());
  });

  it.each(adapters.map((adapter) => [adapter.id, adapter] as const))(
    "%s: its example is taken as it is",
    (_id, adapter) => {
      const text = exampleOptionsText(adapter, plan, schema);
      const { value } = given(text);
      expect(value).toEqual(exampleOptions(adapter, plan));
      const validate = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(schema);
      expect(validate(value), JSON.stringify(validate.errors)).toBe(true);
      for (const line of text.split("\n").filter((one) => one.startsWith("#"))) expect(line.length).toBeLessThan(120);
    },
  );

  it("every option that is commented out in an example is one that is taken", async () => {
    for (const adapter of adapters) {
      const text = exampleOptionsText(adapter, plan, schema);
      const names = [...text.matchAll(/^# ([a-zA-Z]+): /gm)].map(([, name = ""]) => name);
      for (const name of names) expect(Object.keys(adapter.options.shape)).toContain(name);
    }
  });

  it("the schema refuses a word that nobody knows, and a value of another kind", () => {
    const validate = new Ajv({ strict: false, validateFormats: false }).compile(schema);
    expect(validate({ prismElment: "x" })).toBe(false);
    expect(validate({ subnets: "vlan-740" })).toBe(false);
    expect(validate({ clusters: { a: { controlPlanePort: 0 } } })).toBe(false);
    expect(validate({})).toBe(true);
  });

  it("of other adapters are known as theirs; words of a command stand over the file", () => {
    const [cluster] = adapters.filter(({ id }) => id === "cluster-api-yaml");
    const options = { prismElement: "a", language: "de", nonsense: 1 };
    expect(cluster && optionsOfOthers(options, cluster, adapters)).toEqual(["language"]);
    const words = ["project=_internal", "clusters.a.namespace=b", "subnets=[x, y]", "prismCentral.insecure=true"];
    expect(withOptionWords({ clusters: { a: { name: "c" } } }, words, "--option")).toEqual({
      clusters: { a: { name: "c", namespace: "b" } },
      project: "_internal",
      subnets: ["x", "y"],
      prismCentral: { insecure: true },
    });
    expect(() => withOptionWords({}, ["project", "=x"], "--option")).toThrow(InputError);
  });

  it.each([
    ["a list", "- a"],
    ["a text", "only words"],
    ["a broken file", "a: [1"],
    ["two documents", "a: 1\n---\nb: 2"],
    [
      "aliases that grow",
      `a: &a [x, x]\n${Array.from({ length: 30 }, (_, n) => `b${n}: &b${n} [*a, *a, *a, *a]`).join("\n")}`,
    ],
  ])("%s is no file of options, or is read in bounds", (_what, text) => {
    try {
      given(text);
    } catch (error) {
      expect(error).toBeInstanceOf(InputError);
    }
  });

  it("keys that are words of the language are keys", () => {
    expect(() => given('__proto__: { polluted: "yes" }')).not.toThrow();
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
    expect(Object.hasOwn(withOptionWords({}, ["__proto__.polluted=yes"], "--option"), "polluted")).toBe(false);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });
});
