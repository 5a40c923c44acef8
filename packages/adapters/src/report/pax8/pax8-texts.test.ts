import { describe, expect, it } from "vitest";
import { listedIn, nameFor, skuFor } from "./pax8-texts.ts";

describe("texts for Pax8", () => {
  it("have letters, digits and spaces in names, letters, digits and dashes in SKUs", () => {
    expect(nameFor("vCPU requested, beyond 4")).toBe("vCPU requested beyond 4");
    expect(nameFor("=Größe (GiB)")).toBe("Grosse GiB");
    expect(nameFor("…")).toBe("Item");
    expect(skuFor("MK_VCPU/é.2")).toBe("MK-VCPU-e-2");
    expect(skuFor("++")).toBe("ITEM");
  });

  it("end by a word where they were cut, at 255 and 100 letters", () => {
    expect(nameFor("a".repeat(255))).toBe("a".repeat(255));
    expect(nameFor("a".repeat(256))).toBe(`${"a".repeat(245)} shortened`);
    expect(skuFor("a".repeat(100))).toBe("a".repeat(100));
    expect(skuFor("a".repeat(101))).toBe(`${"a".repeat(90)}-SHORTENED`);
  });

  it("list as much as a note of 2000 letters holds, and say how much is left out", () => {
    // 7 + 5 × 398 + 4 × 2 = 2005 are too many; 7 + 4 × 398 + 3 × 2 = 1605, and 33 letters of the rest.
    const parts = ["a", "b", "c", "d", "e"].map((letter) => letter.repeat(398));
    const note = listedIn("Lines: ", parts);
    expect(note).toBe(`Lines: ${parts.slice(0, 4).join("; ")}; and 1 more, listed in bundles`);
    expect(listedIn("", ["a", "b"])).toBe("a; b");
    // 5 × 398 + 4 × 2 = 1998 fit without the first word.
    expect(listedIn("", parts)).toBe(parts.join("; "));
    expect(listedIn("", ["a".repeat(2001)])).toBe("and 1 more, listed in bundles");
  });
});
