import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { columns, gridColumns } from "./columns/index.ts";
import type { NumberStyle } from "./numbers.ts";
import { columnOfField, type TenantColumn } from "./tenant-column.ts";
import { newTenant, type Typed } from "./tenant-draft.ts";
import { tenantColumnOf } from "./tenant-head.ts";

const columnOf = (id: string) => columns.find((column) => column.id === id) as TenantColumn;
const numbers: NumberStyle = { by: "locale", sign: "." };

describe("every column of a table of tenants", () => {
  it("is named by the word that messages use for it, and has an id of its own", () => {
    expect(columns.map(({ called }) => tenantColumnOf(called)?.column.id)).toEqual(columns.map(({ id }) => id));
    expect(new Set(columns.map(({ id }) => id)).size).toBe(columns.length);
  });

  it.each(columns.filter(({ unit }) => unit !== null))("$id holds a number, and shows it as it is read", (column) => {
    const digits = column.unit?.isWhole ? 0 : 3;
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.nat(10 ** digits - 1), (whole, rest) => {
        const text = digits === 0 ? String(whole) : `${whole}.${String(rest).padStart(digits, "0")}`;
        const read = column.parse(text, { numbers });
        const value = read.is === "value" ? read.value : undefined;
        const shown = column.show(value);
        expect([shown.isNumber, Number(shown.text), shown.suffix]).toEqual([true, Number(text), ""]);
        expect(column.valueIn(column.write(newTenant("a"), value))).toBe(value);
      }),
    );
  });

  it.each(columns)("$id is without what was taken out of it again, or at nothing if it is needed", (column) => {
    const before = newTenant("a", "A");
    const value = column.parse("1", { numbers });
    const written = column.write(before, value.is === "value" ? value.value : "other");
    const after = column.write(written, undefined);
    if (column.needed) expect(String(column.valueIn(after))).toMatch(/^(0(Gi)?)?$/);
    else expect(after).toEqual(column.write(before, undefined));
  });

  it("has the problems of its field, or of a field beside it that has no column", () => {
    const idOf = (field: string, among: readonly TenantColumn[]) => columnOfField(field, among)?.id;
    expect(["id", "price", "demand.largestPod.memory"].map((field) => idOf(field, columns))).toEqual([
      "id",
      "price",
      "largestMemory",
    ]);
    expect(["id", "demand.pods", "demand.largestPod"].map((field) => idOf(field, gridColumns))).toEqual([
      "name",
      "pods",
      undefined,
    ]);
  });
});

describe("sizes", () => {
  const shown = (value: Typed) => {
    const { text, suffix } = columnOf("memory").show(value);
    return `${text}${suffix}`;
  };
  it.each([
    ["96Gi", "96"],
    ["2Ti", "2Ti"],
    ["1.5G", "1.5G"],
    [String(96 * 2 ** 30), "96"],
    [String(1.5 * 2 ** 30), "1.5"],
    [String(100 * 2 ** 20), "100Mi"],
    [1001, "1001B"],
    ["1001B", "1001B"],
    ["65536B", "64Ki"],
    ["plenty", "plenty"],
  ])("%s is shown as %s, and read back as the same", (value, text) => {
    expect(shown(value)).toBe(text);
    const read = columnOf("memory").parse(text, { numbers });
    expect(read.is === "value" ? shown(read.value) : text).toBe(text);
  });
});
