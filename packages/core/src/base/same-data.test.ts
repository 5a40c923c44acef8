import { describe, expect, it } from "vitest";
import { isSameData } from "./same-data.ts";

describe("same data", () => {
  it.each([
    [1, 1],
    [Number.NaN, Number.NaN],
    [{ a: [1, { b: null }] }, { a: [1, { b: null }] }],
    [[], []],
  ])("%j is %j", (a, b) => {
    expect(isSameData(a, b)).toBe(true);
  });

  it.each([
    [
      { a: 1, b: 2 },
      { b: 2, a: 1 },
    ],
    [{ a: undefined }, {}],
    [{ 0: 1 }, [1]],
    [[1], [1, 2]],
    [0, -0],
    ["1", 1],
    [null, {}],
  ])("%j is not %j", (a, b) => {
    expect(isSameData(a, b)).toBe(false);
    expect(isSameData(b, a)).toBe(false);
  });

  it("takes nothing for the same that it cannot look into", () => {
    const [first, second] = [new Map([["a", 1]]), new Map([["a", 1]])];
    expect(isSameData({ first }, { first })).toBe(true);
    expect(isSameData({ first }, { first: second })).toBe(false);
    expect(isSameData({ of: () => 1 }, { of: () => 1 })).toBe(false);
    expect(isSameData(new Date(0), new Date(0))).toBe(false);
    expect(isSameData({ weight: 12n }, { weight: 12n })).toBe(true);
  });
});
