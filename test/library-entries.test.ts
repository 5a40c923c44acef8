import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { createPlanner } from "nkp-planner";
import * as documents from "nkp-planner/documents";
import { allocateMoney, marginRatioOf, money, priceAtMargin } from "nkp-planner/money";
import { gibOf, millicoresOf, parseQuantity, parseSize } from "nkp-planner/quantities";
import { type Node, PreparedPool, podGroup, smallestCount, traitsOf } from "nkp-planner/scheduler";
import { publishedSchema, publishedSchemas, type SchemaName, schemaAddress, schemaPath } from "nkp-planner/schemas";
import { describe, expect, it } from "vitest";

interface Bundle {
  readonly byteCount: number;
  /** Folders of `node_modules` and of core's sources that are in it. */
  readonly parts: ReadonlySet<string>;
}

async function bundled(text: string): Promise<Bundle> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: text, resolveDir: import.meta.dirname },
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: "esm",
    platform: "browser",
  });
  const used = Object.entries(metafile.outputs["stdin.js"]?.inputs ?? {}).filter(
    ([, { bytesInOutput }]) => bytesInOutput > 0,
  );
  const partOf = (path: string) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)|packages\/core\/src\/(\w+)\//.exec(path);
  const parts = used.flatMap(
    ([path]) =>
      partOf(path)
        ?.slice(1)
        .find((part) => part !== undefined) ?? [],
  );
  return { byteCount: gzipSync(outputFiles[0]?.contents ?? "").length, parts: new Set(parts) };
}

describe("money alone", () => {
  it("finds a price for a margin, the margin of a price, and shares to the cent", () => {
    // 75 ÷ (1 − 0.25) = 100, and (100 − 75) ÷ 100 = 0.25 is the way back.
    const price = priceAtMargin(money("75.00", "EUR"), 0.25);
    expect(price).toEqual({ amount: "100.00", currency: "EUR" });
    expect(marginRatioOf(price, money("75.00", "EUR"))).toBe(0.25);
    const parts = allocateMoney(money("10.00", "EUR"), [1n, 1n, 1n]);
    expect(parts.map(({ amount }) => amount)).toEqual(["3.34", "3.33", "3.33"]);
  });

  it("brings no library, and nothing of the planner but its base", async () => {
    const margins = await bundled('export { marginRatioOf, priceAtMargin, ratioOf } from "nkp-planner/money";');
    const all = await bundled('export * from "nkp-planner/money";');
    for (const { parts } of [margins, all]) expect([...parts]).toEqual(["base"]);
    // 2.1 and 3.3 kB, of which 0.6 are the codes of currencies, and 0.5 and 0.9 what works short amounts out as numbers,
    // without which a plan takes four times as long; decimal.js, which roots need, would add 12 kB.
    expect(margins.byteCount).toBeLessThan(2_200);
    expect(all.byteCount).toBeLessThan(3_400);
  });
});

describe("quantities alone", () => {
  it("are read as Kubernetes reads them", () => {
    expect(millicoresOf(parseQuantity("1500m") ?? 0n)).toBe(1500);
    expect(gibOf(Number(parseSize("1.5Gi") ?? 0n) / 1e9)).toBe(1.5);
    expect(parseQuantity("1,5Gi")).toBeNull();
  });

  it("bring no library", async () => {
    const { parts } = await bundled('export * from "nkp-planner/quantities";');
    expect([...parts].toSorted()).toEqual(["base", "input"]);
  });
});

describe("the scheduler alone", () => {
  const nodeAt = (index: number): Node => ({
    name: `node-${index}`,
    allocatable: { cpuMillicores: 4000, memoryBytes: 16 * 2 ** 30, podCount: 110 },
    zone: null,
    labels: {},
    taints: [],
  });

  it("counts the nodes of a pool", () => {
    const prepared = new PreparedPool({ installed: [], otherNodes: [], nodeAt, traits: traitsOf("1.34.3") });
    const requests = { cpuMillicores: 1500, memoryBytes: 2 ** 30 };
    const groups = [podGroup({ name: "web", replicas: 5, requests })];
    // Two of 1.5 vCPU fit on 4 vCPU, so that five need ⌈5 ÷ 2⌉ = 3 nodes, where ⌈7.5 ÷ 4⌉ = 2 would do by sums.
    const answer = smallestCount({ prepared, groups, orderCount: 3, leastNodeCount: 1, mostNodeCount: 9 });
    expect(answer.nodeCount).toBe(3);
    expect(answer.bounds.lowerNodeCount).toBe(2);
  });

  it("brings no zod, no catalog and no prices", async () => {
    const { parts } = await bundled('export * from "nkp-planner/scheduler";');
    expect([...parts].toSorted()).toEqual(["input", "pure-rand", "scheduling"]);
  });
});

describe("documents and schemas", () => {
  it("read what a question answers with, and refuse what they do not know", () => {
    const made = createPlanner();
    if (!made.ok) throw new Error(made.problems[0]?.found);
    const tenants = [{ id: "orchid", size: { pods: 4, vcpu: 2, memoryGiB: 8 } }];
    const fleet = { asOf: "2026-11-29", release: "nkp-2.17.1", currency: "EUR", tenants } as const;
    const answer = made.value.plan(fleet, { model: "hybrid" });
    if (!answer.ok) throw new Error(answer.problems[0]?.found);
    const text = JSON.stringify(answer.value);
    expect(documents.PlanDocument.parse(JSON.parse(text))).toEqual(answer.value);
    expect(documents.PlanDocument.safeParse({ ...JSON.parse(text), colour: "red" }).success).toBe(false);
  });

  it("there is a schema for every document, at its address, as data", () => {
    const printed = publishedSchemas.filter(({ use }) => use === "printed").map(({ name }) => name);
    const { fromJSON: _fromJSON, toJSON: _toJSON, ...schemas } = documents;
    expect(Object.keys(schemas)).toHaveLength(printed.length);
    for (const { name } of publishedSchemas) expect(publishedSchema(name).$id).toBe(schemaAddress(name));
    expect(publishedSchema("fleet", "draft-07").$id).toBe(schemaAddress("fleet", "draft-07"));
    expect(schemaPath("plan")).toBe("plan.schema.json");
  });

  it("a schema that does not ship is refused by name", () => {
    expect(() => publishedSchema("flet" as SchemaName)).toThrow(RangeError);
    expect(() => publishedSchema("plan", "draft-07")).toThrow(
      "No schema plan of draft-07 ships, but of fleet, price-book",
    );
  });

  it("which there are is known without zod", async () => {
    const { parts } = await bundled('export * from "@nkp-planner/core/schemas";');
    expect([...parts]).toEqual(["documents"]);
  });
});
