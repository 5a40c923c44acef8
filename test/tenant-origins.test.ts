import { type ReadResult, readers, withOrigins } from "@nkp-planner/adapters";
import { workloadLibrary } from "@nkp-planner/catalog";
import { parseFleet } from "@nkp-planner/core";
import { describe, expect, it } from "vitest";

const HEAD = {
  apiVersion: "nkp-planner/v1",
  kind: "Fleet",
  asOf: "2026-11-23",
  release: "nkp-2.17.1",
  currency: "EUR",
};

/** One tenant, as a reader gives it. */
const resultOf = (more: Partial<ReadResult> = {}) => ({
  ...{ kind: "tenants", value: {}, data: [{ id: "kite", preset: "S" }], readerId: "some-reader" },
  placeOf: () => ({ line: 7, column: 1 }),
  ...more,
});
type Given = Parameters<typeof withOrigins>[0];
const originOf = (file: string, more: Partial<ReadResult> = {}, date?: string) =>
  withOrigins(resultOf(more) as Given, file, date)[0]?.["origin"] as Record<string, unknown>;

describe("tenants with their origin", () => {
  const ofTenants = readers.filter(({ gives }) => gives === "tenants");

  it.each(ofTenants.map((reader) => ({ id: reader.id, reader })))(
    "of $id are tenants of a fleet",
    async ({ reader }) => {
      const { example } = reader;
      const file = { name: `/some/where/${example.name}`, bytes: new TextEncoder().encode(example.text) };
      const result = await reader.read(file, { library: workloadLibrary });
      const tenants = withOrigins(result, file.name, "2026-11-29");
      expect(tenants.length).toBeGreaterThan(0);
      const fleet = parseFleet({ ...HEAD, tenants }, "fleet", workloadLibrary);
      const lineCount = example.text.split("\n").length;
      for (const { origin } of fleet.tenants) {
        expect(origin).toMatchObject({ file: example.name, date: "2026-11-29", reader: reader.id });
        expect(origin?.row).toBeGreaterThan(0);
        expect(origin?.row).toBeLessThan(lineCount);
      }
      // What the planner plans with is the same without.
      const bare = parseFleet({ ...HEAD, tenants: result.data }, "fleet", workloadLibrary);
      expect(fleet.tenants.map(({ origin: _, ...tenant }) => tenant)).toEqual(bare.tenants);
    },
  );

  it.each([
    ["rvtools.xlsx", "rvtools.xlsx"],
    ["/home/me/my lists/rvtools.xlsx", "rvtools.xlsx"],
    ["C:\\lists\\rvtools.xlsx", "rvtools.xlsx"],
    ["lists/", "lists/"],
    ["", "pasted text"],
    ["  ", "pasted text"],
    ["a\nb\u001b[2J.csv", String.raw`a\u000ab\u001b[2J.csv`],
    ["x".repeat(255), "x".repeat(255)],
    // Letters of two halves stay whole: 254 halves are 127 letters.
    ["😀".repeat(200), `${"😀".repeat(127)}…`],
  ])("name the file %j as %s", (given, said) => {
    const origin = originOf(given);
    expect(origin).toEqual({ file: said, row: 7, reader: "some-reader" });
    expect(() => parseFleet({ ...HEAD, tenants: [{ id: "kite", workloads: [], origin }] })).not.toThrow();
  });

  it("say of which of several files they are, and on what their sizes rest", () => {
    const placeOf = () => ({ line: 3, column: 1, file: "d/second.csv" });
    expect(originOf("first.csv", { placeOf, basis: "b".repeat(400) }, "2026-11-29")).toEqual({
      ...{ file: "second.csv", row: 3, date: "2026-11-29", reader: "some-reader", basis: `${"b".repeat(299)}…` },
    });
    expect(originOf("first.csv", { basis: "" })).not.toHaveProperty("basis");
  });

  it("are none of what gives none, and keep what a fleet file says", () => {
    expect(withOrigins(resultOf({ value: null }) as Given, "a.csv", undefined)).toEqual([]);
    expect(withOrigins(resultOf({ kind: "price-book", data: {} }) as Given, "a.yaml", undefined)).toEqual([]);
    const tenants = [{ id: "kite", preset: "S", origin: { file: "old.csv", reader: "tenants-csv" } }, { id: "lark" }];
    expect(withOrigins(resultOf({ kind: "fleet", data: { tenants } }) as Given, "fleet.yaml", "2026-11-29")).toEqual(
      tenants,
    );
  });
});
