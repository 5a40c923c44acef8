import { describe, expect, it } from "vitest";
import { sizeOriginText } from "./size-origin.ts";

describe("where a tenant's sizes come from, in words", () => {
  it("names file, row, day, reader and basis", () => {
    const origin = { file: "rvtools.xlsx", row: 14, date: "2026-11-29", reader: "vm-inventory", basis: "size of VMs" };
    expect(sizeOriginText(origin)).toBe("from rvtools.xlsx, row 14, read on 2026-11-29 as vm-inventory: size of VMs");
  });

  it("leaves out what is not known", () => {
    expect(sizeOriginText({ file: "a.csv", reader: "tenants-csv" })).toBe("from a.csv, read as tenants-csv");
  });

  it("shows what hides in a file's name", () => {
    expect(sizeOriginText({ file: "a\u001b[2J.csv", reader: "tenants-csv" })).toBe(
      String.raw`from a\u001b[2J.csv, read as tenants-csv`,
    );
  });
});
