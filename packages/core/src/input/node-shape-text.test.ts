import { describe, expect, it } from "vitest";
import { parseShape, shapeText } from "./node-shape-text.ts";

describe("a node shape as text", () => {
  it("is vCPU, GiB and GiB of disk", () => {
    expect(parseShape("8x32x80")).toEqual({ vcpu: 8, memoryGiB: 32, diskGiB: 80 });
    expect(parseShape("0x32x80")).toBeNull();
    expect(parseShape("8x32")).toBeNull();
  });

  it("may have devices, in the order of their names", () => {
    const both = { "amd.com/gpu": 1, "nvidia.com/gpu": 2 };
    const shape = { vcpu: 16, memoryGiB: 128, diskGiB: 100, extended: both };
    expect(parseShape("16x128x100+2xnvidia.com/gpu+1xamd.com/gpu")).toEqual(shape);
    expect(shapeText(shape)).toBe("16x128x100+1xamd.com/gpu+2xnvidia.com/gpu");
    // One name twice is the sum.
    expect(parseShape("8x32x80+1xa.b/x+2xa.b/x")?.extended).toEqual({ "a.b/x": 3 });
  });

  it.each([
    "8x32x80+gpu",
    "8x32x80+1xgpu",
    "8x32x80+0xnvidia.com/gpu",
    "8x32x80+1.5xnvidia.com/gpu",
    "8x32x80+1xkubernetes.io/gpu",
    "8x32x80+1xnvidia.com/",
    "8x32x80+",
    "8x32x80 + 1xnvidia.com/gpu",
  ])("is not %s", (text) => expect(parseShape(text)).toBeNull());

  it("is read again as it was", () => {
    for (const text of ["8x32x80", "16x128x100+2xnvidia.com/gpu", "4x16x80+1xexample.com/x-ray.v2"]) {
      const shape = parseShape(text);
      expect(shape && shapeText(shape)).toBe(text);
    }
  });
});
