import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { IdTable } from "./id-table.ts";

describe("the table of ids", () => {
  it("knows what a map knows, however often it grows", () => {
    const table = new IdTable();
    const map = new Map<string, number>();
    for (let line = 1; line <= 20_000; line += 1) {
      // Every seventh was there three lines before.
      const id = `tenant-${line % 7 === 0 ? line - 3 : line}`;
      expect(table.put(id, line)).toBe(map.get(id));
      if (!map.has(id)) map.set(id, line);
    }
    expect(table.count).toBe(map.size);
    expect([table.has("tenant-4"), table.has("tenant-7")]).toEqual([true, false]);
  });

  it("tells any texts apart", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "grapheme" }), { maxLength: 40 }), (ids) => {
        const table = new IdTable();
        const first = new Map<string, number>();
        ids.forEach((id, index) => {
          expect(table.put(id, index + 1)).toBe(first.get(id));
          if (!first.has(id)) first.set(id, index + 1);
        });
        expect(table.count).toBe(new Set(ids).size);
      }),
    );
  });
});
