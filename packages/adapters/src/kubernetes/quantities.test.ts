import { bytesOf, millicoresOf, parseQuantity } from "@nkp-planner/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bytesText, cpuText } from "./quantities.ts";

describe("quantities", () => {
  it.each([
    [0, "0"],
    [1, "1m"],
    [999, "999m"],
    [1000, "1"],
    [7910, "7910m"],
    [64_000, "64"],
  ])("%i millicores are %s", (millicores, text) => expect(cpuText(millicores)).toBe(text));

  it.each([
    [0, "0"],
    [1, "1"],
    [1023, "1023"],
    [1024, "1Ki"],
    [1025, "1025"],
    [1.5 * 2 ** 30, "1536Mi"],
    [2 ** 35, "32Gi"],
    [2 ** 50, "1Pi"],
  ])("%i bytes are %s", (bytes, text) => expect(bytesText(bytes)).toBe(text));

  it("are read back as what they were", () => {
    fc.assert(
      fc.property(fc.nat(), fc.maxSafeNat(), (millicores, bytes) => {
        expect(millicoresOf(parseQuantity(cpuText(millicores)) ?? -1n)).toBe(millicores);
        expect(bytesOf(parseQuantity(bytesText(bytes)) ?? -1n)).toBe(bytes);
      }),
    );
  });
});
