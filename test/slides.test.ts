import { type Adapter, adapters, type EmitOptions, type FleetToEmit, planToEmit } from "@nkp-planner/adapters";
import { exampleFleet, examplePriceBook, planningContext } from "@nkp-planner/catalog";
import {
  type Comparison,
  compareModels,
  costDrivers,
  defaultModels,
  figureIds,
  type Money,
  moneyNumberText,
  type PlanInput,
  type PlannedFleet,
  type PlanningContext,
} from "@nkp-planner/core";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { WORDS_DE } from "../packages/adapters/src/emit/slides/language/words-de.ts";
import { WORDS_EN } from "../packages/adapters/src/emit/slides/language/words-en.ts";
import { HOSTILE_NAMES } from "./support/clusters-to-emit.ts";
import { canDraw, type PageOfPdf, pagesByOffice } from "./support/pdf-of-office.ts";
import { type Presentation, readPresentation, relsOf, targetsOf, textsOf, workbookOf } from "./support/presentation.ts";
import { fleetOf, pods, toyContext } from "./support/toy.ts";

const adapter = adapters.find(({ id }) => id === "slides") as Adapter;

/** The first default model's plan, beside the others. */
function fleetToEmit(input: PlanInput, context: PlanningContext): FleetToEmit {
  const comparison = compareModels(input, defaultModels, context, "ultimate-centralized");
  return { planned: comparison.plans[0] as PlannedFleet, comparison: () => comparison };
}

async function bytesOf(fleet: FleetToEmit, options: EmitOptions = {}): Promise<Uint8Array> {
  const { files } = await adapter.emit({ plan: planToEmit(fleet.planned), fleet, options });
  const [file] = files.filter(({ path }) => path.endsWith(".pptx"));
  if (file === undefined || !("bytes" in file)) throw new Error("There is no deck.");
  return file.bytes;
}

const CONTEXT = planningContext({
  release: exampleFleet.release,
  priceBook: examplePriceBook,
  settings: { "headroom-percent": "10", "operations-hours-attached": "3" },
});
const EXAMPLE = fleetToEmit(exampleFleet, CONTEXT);
/** Of so many tenants some pay less than they cost, and lists are longer than their boxes. */
const MANY = fleetToEmit(
  fleetOf(
    ...Array.from({ length: 30 }, (_, index) => ({
      name: index === 3 ? `A tenant with ${"a very long name ".repeat(4)}` : `Tenant number ${index + 1}`,
      workloads: [pods(1 + (index % 4), "1", "2Gi")],
      price: { monthly: `${100 + 40 * index}.00` },
    })),
  ),
  toyContext({}),
);

const VARIANTS = (["customer", "internal"] as const).flatMap((audience) =>
  (["en", "de"] as const).map((language) => ({ audience, language })),
);
const NAMES = new Map(VARIANTS.map((one) => [`${one.audience}, ${one.language}`, one]));
const decks = new Map<string, Uint8Array>();
const read = new Map<string, Presentation>();
const deckNamed = (name: string) => read.get(name) as Presentation;

beforeAll(async () => {
  for (const [name, options] of NAMES) {
    const bytes = await bytesOf(EXAMPLE, options);
    decks.set(name, bytes);
    read.set(name, readPresentation(bytes));
  }
}, 60_000);

describe.each([...NAMES.keys()])("a deck, %s", (name) => {
  it("is a package whose parts are well-formed, typed and found", () => {
    const { parts, documents } = deckNamed(name);
    const paths = Object.keys(parts);
    expect(paths[0]).toBe("[Content_Types].xml");
    expect(paths.slice(1)).toEqual(paths.slice(1).toSorted());
    const types = documents.get("[Content_Types].xml")?.children ?? [];
    const overrides = types.flatMap(({ attributes }) => attributes["PartName"]?.slice(1) ?? []);
    const extensions = types.flatMap(({ attributes }) => attributes["Extension"] ?? []);
    expect(overrides.filter((path) => !paths.includes(path))).toEqual([]);
    expect(new Set(overrides).size).toBe(overrides.length);
    for (const path of paths.slice(1)) {
      const isPlain = path.endsWith(".rels") || path.endsWith(".xlsx");
      expect(isPlain ? extensions : overrides, path).toContain(isPlain ? path.replace(/.*\./, "") : path);
    }
    for (const path of ["", ...paths].filter((one) => documents.has(relsOf(one))))
      for (const [id, target] of targetsOf(documents, path)) expect(paths, `${path} ${id}`).toContain(target.path);
    const rels = paths.filter((path) => path.endsWith(".rels"));
    expect(rels.filter((path) => !["", ...paths].some((one) => relsOf(one) === path))).toEqual([]);
  });

  it("has a title on every slide, words for what is drawn, and each number of a shape once", () => {
    const { slides } = deckNamed(name);
    expect(slides.length).toBe(name.startsWith("internal") ? 10 : 9);
    for (const { title, tables, charts, notes, ids } of slides) {
      expect(title).toMatch(/\S{3}/);
      for (const { altText } of [...tables, ...charts]) expect(altText).toMatch(/\S{3}/);
      expect(notes.join()).toMatch(/\S{3}/);
      expect(new Set(ids).size).toBe(ids.length);
    }
    expect(new Set(slides.map(({ title }) => title)).size).toBe(slides.length);
  });

  it("has native charts that hold the plans' figures, and a workbook with the same", async () => {
    const deck = deckNamed(name);
    const charts = deck.slides.flatMap((slide) => slide.charts);
    const { plans } = EXAMPLE.comparison();
    const vcpuOf = (plan: PlannedFleet, role: string) =>
      plan.clusters
        .flatMap(({ pools }) => pools)
        .reduce((sum, pool) => sum + (pool.role === role ? pool.nodeCount * pool.shape.vcpu : 0), 0);
    const footprint = ["control-plane", "platform", "workload"].map((role) => plans.map((plan) => vcpuOf(plan, role)));
    const valuesOf = ({ series }: (typeof charts)[number]) => series.map(({ values }) => values);
    expect(valuesOf(charts[0] as (typeof charts)[number])).toEqual(footprint);
    const costs = costDrivers
      .map((driver) => plans.map(({ totals }) => Number(totals.monthlyCostByDriver[driver].amount)))
      .filter((values) => values.some((value) => value !== 0));
    const margins = EXAMPLE.planned.tenants.map(({ monthlyMargin }) => Number(monthlyMargin?.amount));
    margins.sort((a, b) => a - b);
    const prices = plans.map(({ totals }) => Number(totals.monthlyPrice?.amount));
    expect(charts.slice(1).map(valuesOf)).toEqual(
      name.startsWith("internal")
        ? [costs, [margins.map((margin) => Math.max(margin, 0)), margins.map((margin) => Math.min(margin, 0))]]
        : [[prices]],
    );
    for (const chart of charts) {
      const rows = [
        [null, ...chart.series.map((one) => one.name)],
        ...chart.categories.map((category, at) => [category, ...chart.series.map(({ values }) => values[at])]),
      ];
      const held = await workbookOf(deck, chart);
      expect(held.map((row) => row.map((cell) => (cell === "" ? null : cell)))).toEqual(rows);
    }
  });

  it("tells its speaker only of figures that the planner opens", () => {
    const asked = deckNamed(name)
      .slides.flatMap(({ notes }) => notes)
      .flatMap((note) => [...(/ explain FLEET (\S+) --model (\S+)/g.exec(note)?.slice(1, 3) ?? [])].join(" ") || []);
    const known = EXAMPLE.comparison().plans.flatMap((plan) => figureIds(plan).map((id) => `${id} ${plan.model.id}`));
    expect(asked.length).toBeGreaterThan(15);
    expect(asked.filter((one) => !known.includes(one))).toEqual([]);
  });

  it("puts the totals of the models side by side, as the plans have them", () => {
    const table = deckNamed(name)
      .slides.flatMap(({ tables }) => tables)
      .find((one) => one.rows.length > 7);
    const { plans } = EXAMPLE.comparison();
    const rows = table?.rows.slice(1, 4).map((row) => row.slice(1).map(Number));
    expect(rows).toEqual(
      (["clusterCount", "nodeCount", "vcpu"] as const).map((id) => plans.map(({ totals }) => totals[id])),
    );
  });

  it("is the same bytes again, whatever was written between", async () => {
    await bytesOf(MANY);
    expect(await bytesOf(EXAMPLE, NAMES.get(name))).toEqual(decks.get(name));
  });

  it("reads as its golden file", async () => {
    const told = deckNamed(name).slides.map(({ title, lines, tables, charts, notes }) =>
      [
        `# ${title}`,
        ...lines,
        ...tables.flatMap(({ rows }) => rows.map((row) => row.join(" | "))),
        ...charts.map(({ altText }) => altText),
        ...notes.map((note) => `> ${note}`),
        "",
      ].join("\n"),
    );
    await expect(told.join("\n")).toMatchFileSnapshot(`golden/slides-${name.replace(", ", "-")}.txt`);
  });
});

describe("a deck for customers", () => {
  /** Every amount of a plan's cost and margin, of its rates and of the verdict, as it could be written; prices apart. */
  function secretsOf({ plans, verdict }: Comparison): readonly string[] {
    const paid = new Set(
      plans.flatMap(({ totals, tenants }) =>
        [totals, ...tenants].flatMap(({ monthlyPrice }) => (monthlyPrice === null ? [] : writingsOf(monthlyPrice))),
      ),
    );
    const amounts = [...plans.flatMap((plan) => moneyIn({ ...plan, input: null, context: null })), ...moneyIn(verdict)];
    const all = new Set(amounts.flatMap(writingsOf));
    return [...all].filter((text) => !paid.has(text) && text.replaceAll(/\D/g, "").length > 3);
  }

  const deckText = (name: string) => textsOf(deckNamed(name).parts).join("\n");
  const foundIn = (text: string) =>
    secretsOf(EXAMPLE.comparison()).filter((secret) =>
      new RegExp(String.raw`(?<![\d.,])${secret.replaceAll(".", String.raw`\.`)}(?![\d]|[.,]\d)`).test(text),
    );

  it.each(["en", "de"])("holds no cost, margin or rate in any part: %s", (language) => {
    expect(foundIn(deckText(`customer, ${language}`))).toEqual([]);
  });

  it("would be caught: the internal deck holds dozens of them, as texts, in charts and in workbooks", () => {
    for (const language of ["en", "de"]) expect(foundIn(deckText(`internal, ${language}`)).length).toBeGreaterThan(40);
    const { monthlyCost } = EXAMPLE.planned.totals;
    expect(foundIn(deckText("internal, de"))).toContain(writingsOf(monthlyCost).at(-1));
  });

  it("names no figure of cost to its speaker", () => {
    for (const language of ["en", "de"])
      expect(deckText(`customer, ${language}`)).not.toMatch(/monthlyCost|Margin\b|marginRatio/);
    expect(deckText("internal, en")).toMatch(/explain FLEET monthlyCost/);
  });

  it("is what somebody gets who says nothing, so that costs never go out unasked", async () => {
    expect(await bytesOf(EXAMPLE)).toEqual(decks.get("customer, en"));
  });
});

/** An amount as files and people write it: as it is, grouped, and grouped in German. */
function writingsOf(value: Money): readonly string[] {
  const grouped = moneyNumberText(value).replace("−", "");
  return [
    value.amount.replace("-", "").replace(/\.?0+$/, ""),
    grouped,
    grouped.replaceAll(/[.,]/g, (sign) => (sign === "." ? "," : ".")),
  ];
}

/** Every amount of money in a value, however deep; those that are what tenants pay stand under names with `rice`. */
function moneyIn(value: unknown): readonly Money[] {
  if (typeof value !== "object" || value === null) return [];
  if ("amount" in value && "currency" in value && typeof value.amount === "string") return [value as Money];
  return Object.entries(value).flatMap(([key, one]) =>
    /^(monthly|oneTime)Price$|priceLines/.test(key) ? [] : moneyIn(one),
  );
}

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

describe("a German deck", () => {
  /** What a sentence of the table says beside its figures, in pieces. */
  const piecesOf = (sentence: string) => sentence.split(/\{\w+\}/).filter((piece) => /\p{L}{3}/u.test(piece));

  it.each(["customer", "internal"])("has no English words of the deck's own: %s", (audience) => {
    const { slides } = deckNamed(`${audience}, de`);
    const texts = slides
      .flatMap(({ title, lines, tables, charts }) => [
        title,
        ...lines,
        ...tables.flatMap(({ rows, altText }) => [...rows.flat(), altText]),
        ...charts.flatMap((chart) => [chart.altText, ...chart.categories, ...chart.series.map((one) => one.name)]),
      ])
      .filter((text) => !text.includes("[englisch]"));
    const german = new Set(
      Object.values(WORDS_DE)
        .flatMap(piecesOf)
        .map((piece) => piece.trim()),
    );
    const english = Object.values(WORDS_EN)
      .flatMap(piecesOf)
      .map((piece) => piece.trim())
      .filter((piece) => ![...german].some((one) => one.includes(piece)));
    expect(english.length).toBeGreaterThan(60);
    const whole = (piece: string) => new RegExp(String.raw`(?<!\p{L})${escaped(piece)}(?!\p{L})`, "u");
    expect(english.filter((piece) => texts.some((text) => whole(piece).test(text)))).toEqual([]);
    const inEnglish = deckNamed(`${audience}, en`).slides.flatMap(({ title, lines }) => [title, ...lines]);
    expect(english.filter((piece) => inEnglish.some((text) => whole(piece).test(text))).length).toBeGreaterThan(15);
  });

  it("says how many sentences are still English, and marks each", async () => {
    const { findings } = await adapter.emit({
      plan: planToEmit(EXAMPLE.planned),
      fleet: EXAMPLE,
      options: { audience: "internal", language: "de" },
    });
    const said = findings.find(({ code }) => code === "english-sentences");
    const marked = deckNamed("internal, de").slides.flatMap(({ lines }) =>
      lines.filter((line) => line.includes("[englisch]")),
    );
    expect(marked.length).toBeGreaterThan(0);
    // Of the list that is too long for its box, one more sentence or several stand in its last line.
    expect(said?.message.figures["count"]?.value).toBeGreaterThanOrEqual(marked.length);
  });
});

describe("names of tenants", () => {
  const deckOfNames = async (names: readonly string[], language = "en") => {
    const input = fleetOf(...names.map(() => ({ workloads: [pods(1, "1", "1Gi")], price: { monthly: "100.00" } })));
    const tenants = input.tenants.map((tenant, index) => ({ ...tenant, name: names[index] as string }));
    const fleet = fleetToEmit({ ...input, tenants }, toyContext());
    return readPresentation(await bytesOf(fleet, { audience: "internal", language }));
  };

  it("that do harm elsewhere stand in the chart and its workbook, and the file can be read", async () => {
    for (let at = 0; at < HOSTILE_NAMES.length; at += 12) {
      const deck = await deckOfNames(HOSTILE_NAMES.slice(at, at + 12));
      const chart = deck.slides.flatMap(({ charts }) => charts).at(-1);
      expect(chart?.categories.length).toBe(HOSTILE_NAMES.slice(at, at + 12).length);
    }
    const [deck] = [await deckOfNames([`A & B <c> "d" 'e'`, "ta\u0007b", "charts/chart7."])];
    const chart = deck?.slides.flatMap(({ charts }) => charts).at(-1);
    expect(chart?.categories.map((one) => one.replace(/: [−\d.,]+$/, ""))).toEqual([
      `A & B <c> "d" 'e'`,
      "ta\\u0007b",
      "charts/chart7.",
    ]);
    const held = await workbookOf(deck as Presentation, chart as NonNullable<typeof chart>);
    expect(held.slice(1).map(([category]) => category)).toEqual(chart?.categories);
  });

  it("may be any", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: "binary", maxLength: 40 }), { minLength: 1, maxLength: 5 }),
        fc.constantFrom("en", "de"),
        async (names, language) => {
          const { slides } = await deckOfNames(names, language);
          expect(slides.flatMap(({ charts }) => charts).at(-1)?.categories.length).toBe(names.length);
        },
      ),
      { numRuns: 12 },
    );
  });
});

describe("a fleet of thirty tenants", () => {
  it("is shown by its smallest margins and how many more there are, with all its clusters", async () => {
    const { slides } = readPresentation(await bytesOf(MANY, { audience: "internal" }));
    const margins = slides.find(({ charts }) => charts.some(({ categories }) => categories.length > 3));
    // 30 tenants, 14 of them in the chart.
    expect(margins?.charts[0]?.categories.length).toBe(14);
    expect(margins?.lines.join(" ")).toContain("The 14 tenants with the smallest margins; and 16 more.");
    const tables = slides.flatMap(({ tables }) => tables.filter((one) => one.name.startsWith("clusters ")));
    expect(tables.flatMap(({ rows }) => rows.slice(1)).length).toBe(MANY.planned.clusters.length);
  });
});

describe("fleets at the edges", () => {
  const both = async (fleet: FleetToEmit) =>
    Promise.all(
      VARIANTS.map(async (options) => readPresentation(await bytesOf(fleet, options)).slides.map(({ title }) => title)),
    );

  it("without tenants it says that nothing is needed", async () => {
    const [customer, , internal] = await both(fleetToEmit(fleetOf(), toyContext()));
    expect(customer?.[0]).toBe("A fleet without tenants");
    expect(customer?.at(-1)).toBe("Starter per tenant: no cluster is needed");
    expect(internal).toContain("A month costs EUR 0.00 with every model");
    expect(internal).toContain("No margin can be told: no price is known");
  });

  it("with one tenant without a price it knows no price, and no zero", async () => {
    const [customer, german, internal] = await both(
      fleetToEmit(fleetOf({ workloads: [pods(1, "1", "1Gi")] }), toyContext()),
    );
    expect(customer?.[0]).toBe("How should this tenant be run?");
    expect(customer).toContain("What tenants pay is not known yet");
    expect(german).toContain("Was die Mandanten zahlen, ist noch nicht bekannt");
    expect(internal).toContain("No margin can be told: no price is known");
  });

  it("that do not run say so: on the slides, and in a text beside them", async () => {
    // No node has 1,000 cores.
    const fleet = fleetToEmit(fleetOf({ workloads: [pods(1, "1000", "1Gi")] }), toyContext());
    const { files } = await adapter.emit({ plan: planToEmit(fleet.planned), fleet });
    expect(files.map(({ path }) => path)).toEqual(["CANNOT-RUN.md", "nkp-planner-customer-en.pptx"]);
    const { slides } = readPresentation(await bytesOf(fleet));
    expect(slides.flatMap(({ lines }) => lines).join("\n")).toContain("Does not run as described: ");
    expect(slides.map(({ title }) => title)).toContain("Next: mend what does not run as it is described");
  });
});

const isDrawn = canDraw();
if (!isDrawn) console.warn("\nNOT RUN: slides in LibreOffice, as there is no soffice or no pdftotext on the PATH.\n");

describe.skipIf(!isDrawn)("LibreOffice, which draws every slide", () => {
  const files = new Map<string, Uint8Array>();
  let pages: ReadonlyMap<string, readonly PageOfPdf[]> = new Map();
  beforeAll(async () => {
    for (const [name, { audience, language }] of NAMES)
      files.set(`${audience}-${language}.pptx`, decks.get(name) as Uint8Array);
    files.set("many-en.pptx", await bytesOf(MANY, { audience: "internal" }));
    files.set("many-de.pptx", await bytesOf(MANY, { audience: "internal", language: "de" }));
    pages = pagesByOffice(Object.fromEntries(files));
  }, 120_000);

  const FOOT = { inches: 6.95, pointsPerInch: 72 } as const;
  const closed = (text: string) => text.replaceAll(/\s/g, "");

  it.each([
    ...[...NAMES.values()].map((one) => `${one.audience}-${one.language}.pptx`),
    "many-en.pptx",
    "many-de.pptx",
  ])("draws %s page by page, each with its title, and nothing over an edge or the foot", (file) => {
    const { slides } = readPresentation(files.get(file) as Uint8Array);
    const drawn = pages.get(file) ?? [];
    expect(drawn.length).toBe(slides.length);
    for (const [index, { width, height, words }] of drawn.entries()) {
      const { title = "", lines = [] } = slides[index] ?? {};
      const text = closed(words.map((word) => word.text).join(""));
      expect(text).toContain(closed(title));
      for (const line of lines) expect(text, line).toContain(closed(line));
      const foot = FOOT.inches * FOOT.pointsPerInch;
      for (const word of words) {
        const place = `${file} ${index + 1}: ${word.text}`;
        expect(word.left, place).toBeGreaterThanOrEqual(0);
        expect(word.right, place).toBeLessThanOrEqual(width);
        expect(word.bottom, place).toBeLessThanOrEqual(height);
        // Either above the footer, or of it.
        if (word.bottom > foot) expect(word.top, place).toBeGreaterThan(foot - 2);
      }
    }
  });
});
