import { calendarFormats } from "@nkp-planner/adapters";
import { planningContext } from "@nkp-planner/catalog";
import {
  fleetUpgrades,
  InputError,
  type OperatingModel,
  parseFleet,
  plannedFleet,
  releaseCyclesOf,
  starterSelfManaged,
  ultimateCentralized,
} from "@nkp-planner/core";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { toyPriceBook } from "./support/toy.ts";

const AS_OF = "2026-11-29";
const fleet = parseFleet({
  apiVersion: "nkp-planner/v1",
  kind: "Fleet",
  asOf: AS_OF,
  release: "nkp-2.17.1",
  currency: "EUR",
  tenants: [
    { id: "quick", workloads: [], upgrades: { readyAfterDays: 0 } },
    { id: "slow", workloads: [], upgrades: { readyAfterDays: 365 } },
  ],
});
const still = {
  ...fleet,
  tenants: fleet.tenants.map((tenant) => ({ ...tenant, upgrades: { readyAfterDays: "never" as const, freezes: [] } })),
};

/** What a format writes of a fleet, as data. */
function written(
  id: string,
  options: Readonly<Record<string, string>> = {},
  model: OperatingModel = ultimateCentralized,
  of = fleet,
): unknown {
  const context = planningContext({ release: "nkp-2.17.1", priceBook: toyPriceBook() });
  const upgrades = fleetUpgrades(plannedFleet(of, model, context), model, 24);
  const cycles = releaseCyclesOf(of, model, context, 24);
  const format = calendarFormats.find((one) => one.id === id);
  return JSON.parse(format?.write({ modelTitle: model.title, upgrades, cycles }, options) ?? "");
}

const nullable = (type: string, format?: string) => ({
  type: [type, "null"],
  ...(format === undefined ? {} : { format }),
});
const text = { type: "string" };
const day = { type: "string", format: "date" };
/** An object with these properties, all of them, and no others. */
const objectOf = (properties: object) => ({
  type: "object",
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
});

/** ProductResponse of https://endoflife.date/docs/api/v1/ (openapi.yml, 1.2.1): what it requires, and what NKP has of the rest. */
const PRODUCT_RESPONSE = objectOf({
  schema_version: text,
  generated_at: { type: "string", format: "date-time" },
  last_modified: { type: "string", format: "date-time" },
  result: objectOf({
    name: text,
    label: text,
    aliases: { type: "array", items: text },
    category: text,
    tags: { type: "array", items: text, minItems: 1 },
    versionCommand: nullable("string"),
    identifiers: { type: "array", items: objectOf({ id: text, type: text }) },
    labels: objectOf({
      eoas: nullable("string"),
      discontinued: nullable("string"),
      eol: text,
      eoes: nullable("string"),
    }),
    links: objectOf({
      icon: nullable("string", "uri"),
      html: { type: "string", format: "uri" },
      releasePolicy: nullable("string", "uri"),
    }),
    releases: {
      type: "array",
      items: objectOf({
        name: text,
        codename: nullable("string"),
        label: text,
        releaseDate: day,
        isLts: { type: "boolean" },
        ltsFrom: nullable("string", "date"),
        isEol: { type: "boolean" },
        eolFrom: nullable("string", "date"),
        isMaintained: { type: "boolean" },
        latest: {
          anyOf: [
            objectOf({ name: text, date: nullable("string", "date"), link: nullable("string", "uri") }),
            { type: "null" },
          ],
        },
        custom: { type: ["object", "null"], additionalProperties: nullable("string") },
      }),
    },
  }),
});

/** What Renovate's data source asks of each entry. @see https://docs.renovatebot.com/modules/datasource/endoflife-date/ */
const expirable = { anyOf: [day, { type: "boolean" }] };
const RENOVATE_ENTRIES = {
  type: "array",
  items: {
    type: "object",
    properties: { cycle: text, latest: text, releaseDate: day, eol: expirable, discontinued: expirable },
    required: ["cycle", "releaseDate"],
  },
};

interface Cycle {
  readonly cycle: string;
  readonly latest?: string;
  readonly releaseDate: string;
  readonly eol?: string | boolean;
  readonly discontinued?: string | boolean;
}

const ajv = new Ajv2020({
  allowUnionTypes: true,
  formats: {
    date: /^\d{4}-\d\d-\d\d$/,
    "date-time": /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/,
    uri: (one: string) => URL.canParse(one),
  },
});

function checked<Data>(schema: object, data: unknown): Data {
  const validate = ajv.compile(schema);
  validate(data);
  expect(validate.errors ?? []).toEqual([]);
  return data as Data;
}

/** Its version is `latest`, or else the cycle; it is deprecated from the day of its end on, or where that is true. */
function readByRenovate(data: unknown) {
  const isOver = (end: string | boolean | undefined) => (typeof end === "string" ? end <= AS_OF : end === true);
  return checked<readonly Cycle[]>(RENOVATE_ENTRIES, data).map(({ cycle, latest, releaseDate, eol, discontinued }) => ({
    version: latest ?? cycle,
    releaseTimestamp: releaseDate,
    isDeprecated: isOver(eol) || isOver(discontinued),
  }));
}

interface Product {
  readonly result: {
    readonly releases: readonly { readonly name: string; readonly isEol: boolean; readonly eolFrom: string | null }[];
  };
}

const releasesOf = (...args: Parameters<typeof written>) =>
  checked<Product>(PRODUCT_RESPONSE, written(...args)).result.releases;

describe("the shape of the API v1 of endoflife.date", () => {
  it("is that, and says of each release what is known", () => {
    const releases = releasesOf("endoflife");
    expect(releases.slice(0, 3)).toMatchObject([
      // What makes 2.18 too old is not known yet, nor what makes 2.17: that is 2.19.
      { name: "2.18", releaseDate: "2026-07-16", isEol: false, eolFrom: null, latest: { name: "2.18.0" } },
      { name: "2.17", releaseDate: "2025-12-23", isEol: false, eolFrom: null, latest: { name: "2.17.1" } },
      // One minor version behind is the most: the day before 2.18 is the last.
      { name: "2.16", isEol: true, eolFrom: "2026-07-15", isMaintained: false, latest: { name: "2.16.1" } },
    ]);
    expect(releases.map(({ name }) => name)).toEqual(["2.18", "2.17", "2.16", "2.15", "2.14", "2.13", "2.12"]);
  });

  it("has releases that are assumed where they are asked for, marked, without a version that nobody knows", () => {
    const releases = releasesOf("endoflife", { assumed: "true" });
    const named = (name: string) => releases.find((one) => one.name === name);
    expect(named("2.19")).toMatchObject({
      label: "2.19 (assumed)",
      releaseDate: AS_OF,
      latest: null,
      custom: { assumed: "true" },
    });
    // 2.19 is taken to come on the first day, 2.20 115 days later, on 2027-03-24.
    expect(named("2.17")).toMatchObject({ isEol: true, eolFrom: "2026-11-28", custom: { assumed: "false" } });
    expect(named("2.18")).toMatchObject({ isEol: false, eolFrom: "2027-03-23" });
  });

  it("does not know when support of clusters ends of which nobody knows the window", () => {
    const ends = releasesOf("endoflife", {}, starterSelfManaged).map(({ name, isEol, eolFrom }) => [
      name,
      isEol,
      eolFrom,
    ]);
    expect(ends.slice(0, 2)).toEqual([
      ["2.18", false, null],
      ["2.17", false, null],
    ]);
  });
});

describe("of one cluster", () => {
  it("dates each release by the day on which it moves", () => {
    const [next, now] = releasesOf("endoflife", { cluster: "tenant-quick" });
    // The workspace moves together: 365 days after 2026-07-16.
    expect(next).toMatchObject({
      name: "2.18",
      releaseDate: "2027-07-16",
      latest: { name: "2.18.0", date: "2027-07-16" },
    });
    expect(now).toMatchObject({ name: "2.17", releaseDate: "2025-12-23" });
    const [plane] = releasesOf("endoflife", { cluster: "management" });
    expect(plane).toMatchObject({ name: "2.18", releaseDate: AS_OF });
  });

  it("leaves out what it never moves to", () => {
    const releases = releasesOf("endoflife", { cluster: "tenant-quick", assumed: "true" }, starterSelfManaged, still);
    expect(releases[0]?.name).toBe("2.17");
  });

  it("is refused where it is none of the model's, and so is an option that there is not", () => {
    expect(() => written("endoflife", { cluster: "tenant-quik" })).toThrow('did you mean "tenant-quick"?');
    for (const options of [{ clusters: "x" }, { assumed: "yes" }])
      expect(() => written("endoflife-array", options)).toThrow(InputError);
    expect(() => written("ics", { cluster: "tenant-quick" })).toThrow(InputError);
  });
});

describe("the older array of endoflife.date", () => {
  it("is read by Renovate's rules as releases with their days", () => {
    expect(readByRenovate(written("endoflife-array")).slice(0, 3)).toEqual([
      { version: "2.18.0", releaseTimestamp: "2026-07-16", isDeprecated: false },
      { version: "2.17.1", releaseTimestamp: "2025-12-23", isDeprecated: false },
      { version: "2.16.1", releaseTimestamp: "2025-09-05", isDeprecated: true },
    ]);
    const [next] = readByRenovate(written("endoflife-array", { cluster: "tenant-slow" }));
    expect(next).toEqual({ version: "2.18.0", releaseTimestamp: "2027-07-16", isDeprecated: false });
  });

  it("says false where no end is known, and no version where none is", () => {
    const [first] = written("endoflife-array", { assumed: "true" }) as readonly object[];
    // 2.19 on day 0 and one every 114.5 days: 2.25 on day 6 × 114.5 = 687; 2.26 on day 801 comes after the two years.
    expect(first).toEqual({ cycle: "2.25", releaseDate: "2028-10-16", eol: false, lts: false });
  });
});

describe("as a file", () => {
  it.each([
    ["endoflife.json", "endoflife", {}],
    ["endoflife-array.json", "endoflife-array", { cluster: "tenant-quick", assumed: "true" }],
  ] as const)("%s", async (name, id, options) => {
    const text = `${JSON.stringify(written(id, options), null, 2)}\n`;
    await expect(text).toMatchFileSnapshot(`golden/${name}`);
  });
});
