import {
  checkedLogo,
  LARGEST_LOGO_BYTES,
  logoOf,
  NO_LETTER,
  NO_TERMS,
  paperHtml,
  type QuoteLetter,
  type QuoteTerms,
  quotePaper,
} from "@nkp-planner/adapters/quote-paper";
import { exampleFiles, examplePriceBook, planningContext } from "@nkp-planner/catalog";
import { operatingModels, type PlannedFleet, parseFleet, plannedFleet } from "@nkp-planner/core";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deliveredScope } from "../packages/adapters/src/report/quote-paper/delivered-scope.ts";
import { quoteView } from "../packages/adapters/src/report/quote-paper/quote-view.ts";
import { quoteWordsFor } from "../packages/adapters/src/report/quote-paper/words/languages.ts";
import { quoteWriterFor } from "../packages/cli/src/quote/quote-writer.ts";
import { LARGEST_LOGO_BYTES as LARGEST_ON_THE_PAGE } from "../site/src/state/letterhead.ts";
import { writerFor } from "../site/src/view/writer.ts";

const writer = quoteWriterFor("en");
const tenant = (id: string, more: object = {}) => ({
  id,
  demand: { pods: 2, cpu: "1", memory: "1Gi" },
  price: { monthly: "100.00" },
  ...more,
});

function planOf(tenants: readonly object[], modelId = "starter-self-managed", settings = {}): PlannedFleet {
  const input = parseFleet({ ...exampleFiles.fleet, tenants, illustrative: false });
  const context = planningContext({ release: input.release, priceBook: examplePriceBook, settings });
  const model = operatingModels.find(({ id }) => id === modelId);
  if (model === undefined) throw new Error(modelId);
  return plannedFleet(input, model, context);
}

const plan = planOf([tenant("a"), tenant("b", { upgradeCadence: "own" })]);
const htmlOf = (letter: Partial<QuoteLetter> = {}, terms: Partial<QuoteTerms> = {}, of = plan) =>
  paperHtml(quotePaper(of, ["a"], writer, { ...NO_TERMS, ...terms }, { ...NO_LETTER, ...letter }));

describe("a quote as HTML", () => {
  const HOSTILE = `<script>alert(1)</script>"'><img src=x onerror=alert(1)>&amp;</style></title>`;
  /** What a page is made of, without its texts. */
  const skeletonOf = (html: string) =>
    html
      .replace(/<style>[\s\S]*?<\/style>/, "")
      .match(/<[a-z!/][^>]*>/gi)
      ?.join("");

  it("keeps texts that look like markup as texts, wherever they stand", () => {
    const named = planOf([tenant("a", { name: HOSTILE })]);
    const letter = { provider: HOSTILE, customer: HOSTILE, number: HOSTILE, objectives: HOSTILE, address: HOSTILE };
    const terms = { ownItems: [{ title: HOSTILE, amount: "1" }], validUntil: HOSTILE };
    const harmless = { provider: "P", customer: "C", number: "N", objectives: "O", address: "A" };
    const own = { ownItems: [{ title: "I", amount: "1" }], validUntil: "V" };
    const html = htmlOf(letter, terms, named);
    expect(skeletonOf(html)).toBe(skeletonOf(htmlOf(harmless, own)));
    expect(html).not.toMatch(/<script|<img|onerror=alert\(1\)>/);
    expect(html.match(/&lt;script&gt;alert\(1\)&lt;\/script&gt;/g)?.length).toBeGreaterThan(7);
  });

  it("has the same elements whatever is typed", () => {
    const usual = skeletonOf(htmlOf({ provider: "P", number: "N" }, { ownItems: [{ title: "I", amount: "1" }] }));
    const typed = fc.string({ minLength: 1, unit: "binary" }).filter((text) => text.trim() !== "");
    fc.assert(
      fc.property(typed, typed, typed, (provider, number, title) => {
        expect(skeletonOf(htmlOf({ provider, number }, { ownItems: [{ title, amount: "1" }] }))).toBe(usual);
      }),
      { numRuns: 60 },
    );
  });

  it("asks nobody for anything and runs nothing", () => {
    const html = htmlOf({ provider: "P" });
    expect(html).toContain("default-src 'none'");
    expect(html).not.toMatch(/<script|<link|@import|url\(|https?:/);
  });
});

it("who is told that it is no offer has nothing to sign, and who signs is told no such thing", () => {
  const invented = planOf([tenant("a", { price: { monthly: "100.00", illustrative: true } })]);
  const said = (html: string) => {
    const body = html.replace(/<style>[\s\S]*?<\/style>/, "");
    return [body.includes("Not an offer"), body.includes('class="signatures"')];
  };
  expect(said(htmlOf({}, {}, invented))).toEqual([true, false]);
  expect(said(htmlOf())).toEqual([false, true]);
});

describe("one-off items", () => {
  const viewOf = (ownItems: QuoteTerms["ownItems"], ids = ["a"], taxPercent = "") =>
    quoteView(plan, ids, writer, { ...NO_TERMS, ownItems, taxPercent });

  it("have a block and a sum of their own, marked as own words, and are in no monthly total", () => {
    const items = [
      { title: "Set-up", amount: "1200" },
      { title: "Migration", amount: "850,5" },
      { title: " ", amount: "" },
    ];
    const view = viewOf(items, ["a", "b"], "10");
    expect(view.ownItems).toEqual({
      source: "own words",
      unit: "EUR, once",
      rows: [
        { name: "Set-up", amount: "1,200.00" },
        { name: "Migration", amount: "850.50" },
      ],
      total: "2,050.50",
    });
    // 2 × 100.00 a month; once 2,050.50, of which 10 % are 205.05.
    expect(view.totals.map(({ sums }) => sums.map(({ amount }) => amount))).toEqual([
      ["200.00", "20.00", "220.00"],
      ["2,050.50", "205.05", "2,255.55"],
    ]);
    expect(viewOf(items).totals).toEqual([]);
  });

  it("that cannot be read are said, and none is on the paper", () => {
    const view = viewOf([
      { title: "Set-up", amount: "1,200" },
      { title: "", amount: "5" },
      { title: "Good", amount: "7" },
      { title: "Less", amount: "-7" },
    ]);
    expect(view.ownItems).toBeNull();
    expect(view.problems).toEqual([
      "“1,200” is no amount such as 1200 or 1200.50 (one-off item “Set-up”).",
      "A one-off item of 5 has no title.",
      "“-7” is no amount such as 1200 or 1200.50 (one-off item “Less”).",
    ]);
  });
});

describe("what is delivered", () => {
  const words = quoteWordsFor("en");
  const scopeOf = (of: PlannedFleet, id = "a") => deliveredScope(of, id, writer, words);

  it("is the cluster as it is planned, node by node", () => {
    const { cluster, availability, upgrades } = scopeOf(plan);
    const [planned] = plan.clusters.filter(({ tenantIds }) => tenantIds.includes("a"));
    const [workers] = planned?.pools.filter(({ role }) => role !== "control-plane") ?? [];
    expect(cluster[0]).toBe("Nutanix Kubernetes Platform 2.17.1, Kubernetes 1.34.3.");
    expect(cluster[1]).toBe("A cluster of its own: NKP Starter.");
    expect(cluster[2]).toMatch(/^Control plane: 3 nodes with \d+ vCPU and \d+ GiB of memory each\.$/);
    expect(cluster[3]).toContain(`${workers?.nodeCount} nodes with ${workers?.shape.vcpu} vCPU`);
    expect(availability).toEqual([
      "The Kubernetes API is planned to go on with 1 of its 3 control plane nodes lost.",
      "The workers are planned to survive the loss of any one node.",
      "No availability in percent is promised in this document.",
    ]);
    expect(upgrades).toContain("Until when the vendor supports NKP 2.17.1 is not said.");
    expect(upgrades[0]).toBe("Upgrades with the provider's fleet.");
    expect(scopeOf(plan, "b").upgrades[0]).toBe("Upgrades at the tenant's own pace.");
  });

  it("names each pool, and the devices of its nodes", () => {
    const requests = { cpu: "500m", memory: "2Gi", "nvidia.com/gpu": 1 };
    const pools = [{ name: "train", shape: "8x32x100+2xnvidia.com/gpu" }];
    const workloads = [{ name: "train", pool: "train", replicas: 3, requests }];
    const settings = { "host-gpus": "2", "loss-survived": "none" };
    const gpus = { id: "a", price: { monthly: "100.00" }, pools, workloads };
    expect(scopeOf(planOf([gpus], "starter-self-managed", settings)).cluster).toContain(
      "Workers of pool train: 2 nodes with 8 vCPU and 32 GiB of memory each, 2 × nvidia.com/gpu.",
    );
  });

  it("says of a managed cluster who manages it", () => {
    const managed = scopeOf(planOf([tenant("a")], "ultimate-centralized"));
    expect(managed.cluster).toContain("It is managed from a management cluster of the provider.");
    expect(managed.cluster).toContain("A cluster of its own: NKP Ultimate.");
  });

  it("promises no loss that the plan does not hold nodes for", () => {
    const { availability } = scopeOf(planOf([tenant("a")], "starter-self-managed", { "loss-survived": "none" }));
    expect(availability).toContain("No node is held back for the loss of another.");
    expect(availability.join(" ")).not.toContain("survive");
  });

  it("says of a pool that is held to another loss which that is", () => {
    const workloads = [{ name: "db", pool: "db", replicas: 2, requests: { cpu: "1", memory: "2Gi" } }];
    const own = (survives: number) => ({
      id: "a",
      price: { monthly: "100.00" },
      workloads: [...workloads, { name: "web", replicas: 2, requests: { cpu: "1", memory: "2Gi" } }],
      pools: [{ name: "db", survives }],
    });
    expect(scopeOf(planOf([own(0)])).availability).toEqual([
      "The Kubernetes API is planned to go on with 1 of its 3 control plane nodes lost.",
      "The workers are planned to survive the loss of any one node.",
      "In pool db no node is held back for the loss of another.",
      "No availability in percent is promised in this document.",
    ]);
    const usualNone = planOf([own(2)], "starter-self-managed", { "loss-survived": "none" });
    expect(scopeOf(usualNone).availability.slice(1, 3)).toEqual([
      "No node is held back for the loss of another.",
      "Pool db is planned to survive the loss of any two nodes.",
    ]);
  });

  it("says of one control plane node what its loss stops", () => {
    const { availability } = scopeOf(planOf([tenant("a")], "starter-self-managed", { "control-plane-count": "1" }));
    expect(availability[0]).toBe("The Kubernetes API does not answer while its control plane node is lost.");
  });

  it.each([
    // 3 nodes in 3 zones: one each, of which one may be lost. In 2 zones: two in one of them.
    ["3", "The Kubernetes API is planned to go on with any one zone lost."],
    ["2", "With a zone lost, the Kubernetes API may not answer."],
  ])("says of %s zones what the loss of one means", (zones, said) => {
    const settings = { zones, "loss-survived": "zone" };
    const { availability } = scopeOf(planOf([tenant("a")], "starter-self-managed", settings));
    expect(availability.slice(1, 3)).toEqual([`The nodes of each pool are spread over ${zones} zones.`, said]);
    expect(availability).toContain("The workers are planned to survive the loss of any one zone.");
  });

  it("tells of no node of a cluster that others live in, and says that it is shared", () => {
    const clusters = plan.clusters.map((one) => ({ ...one, tenantIds: ["a", "b"] })).slice(0, 1);
    const { cluster } = scopeOf({ ...plan, clusters });
    expect(cluster[1]).toBe("A part of a cluster that several customers share: NKP Starter.");
    expect(cluster.join(" ")).not.toMatch(/\d nodes/);
  });

  it("says when support has ended on the day of the prices, and when not", () => {
    const on = (asOf: string) => scopeOf({ ...plan, input: { ...plan.input, asOf } }).upgrades.join(" ");
    expect(on("2026-10-27")).toContain("The Kubernetes project looks after Kubernetes 1.34 until 2026-10-27.");
    expect(on("2026-10-28")).toContain("looked after Kubernetes 1.34 until 2026-10-27: an upgrade is due.");
  });
});

describe("a logo", () => {
  const bytesOf = (text: string) => new TextEncoder().encode(text);
  const svg = bytesOf('<?xml version="1.0"?>\n<!-- a > b -->\n<svg xmlns="http://www.w3.org/2000/svg"><path/></svg>\n');

  it("is a picture by what is in the file", () => {
    const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]);
    expect(logoOf(png)).toMatchObject({
      ok: true,
      dataUrl: expect.stringMatching(/^data:image\/png;base64,iVBORw0KGg/),
    });
    expect(logoOf(Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]))).toMatchObject({ ok: true });
    expect(logoOf(svg)).toMatchObject({ ok: true, dataUrl: expect.stringMatching(/^data:image\/svg\+xml;base64,/) });
    for (const text of ["", "GIF89a", "<html><svg></svg></html>", "<svg", "%PDF-1.7", "<script>alert(1)</script>"])
      expect(logoOf(bytesOf(text)), text).toEqual({ ok: false, problem: "no picture" });
  });

  it("is no larger than its limit, which the page knows too", () => {
    const filled = (size: number) => bytesOf(`<svg>${" ".repeat(size - 11)}</svg>`);
    expect(logoOf(filled(LARGEST_LOGO_BYTES))).toMatchObject({ ok: true });
    expect(logoOf(filled(LARGEST_LOGO_BYTES + 1))).toEqual({ ok: false, problem: "too large" });
    expect(LARGEST_ON_THE_PAGE).toBe(LARGEST_LOGO_BYTES);
  });

  it("that a browser has kept is the same again, and nothing else is one", () => {
    const logo = logoOf(svg);
    if (!logo.ok) throw new Error(logo.problem);
    expect(checkedLogo(logo.dataUrl)).toEqual(logo);
    // A file without an ending comes as bytes of no kind.
    expect(checkedLogo(logo.dataUrl.replace("image/svg+xml", "application/octet-stream"))).toEqual(logo);
    for (const text of ["", "https://example.org/a.png", "javascript:alert(1)", "data:text/html,<b>", "data:;base64,!"])
      expect(checkedLogo(text), text).toEqual({ ok: false, problem: "no picture" });
  });
});

it("figures are written as on the site", () => {
  const amounts = ["0", "1234567.8", "-12.345", "0.000125", "99.995"].map((amount) => ({ amount, currency: "EUR" }));
  for (const locale of ["en", "de"]) {
    const [here, there] = [quoteWriterFor(locale), writerFor(locale)];
    for (const number of [0, 1, -31.4159, 1234567.891, 0.005])
      expect([here.number(number), here.number(number, 9)]).toEqual([there.number(number), there.number(number, 9)]);
    for (const value of [...amounts, { amount: "1234.5", currency: "JPY" }, { amount: "1.5", currency: "KWD" }]) {
      expect([here.amount(value), here.rate(value)]).toEqual([there.amount(value), there.rate(value)]);
      expect(here.inSentence({ kind: "money", value })).toBe(there.inSentence({ kind: "money", value }));
    }
    for (const value of [
      { kind: "number", value: 2, unit: "node" },
      { kind: "number", value: 0.5 },
      { kind: "number", value: null },
      { kind: "ratio", value: -0.256 },
      { kind: "list", value: ["a", "b", "c", "d", "e"] },
      { kind: "name", value: "x" },
    ] as const)
      expect(here.inSentence(value as never)).toBe(there.inSentence(value as never));
  }
});
