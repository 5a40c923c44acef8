import { describe, expect, it } from "vitest";
import { numberPattern, wholeFrom, wholeUpTo } from "./number-pattern.ts";

const upTo = 1300;
const all = Array.from({ length: upTo }, (_, number) => number);
const matched = (pattern: string) => all.filter((number) => new RegExp(`^(?:${pattern})$`).test(String(number)));

describe("a pattern of numbers", () => {
  it.each([1, 7, 9, 10, 48, 99, 100, 109, 500, 999, 1000, 1024])(
    "matches the whole numbers from %i on, or up to it",
    (end) => {
      expect(matched(wholeFrom(end))).toEqual(all.filter((number) => number >= end));
      expect(matched(wholeUpTo(end))).toEqual(all.filter((number) => number <= end));
    },
  );

  it("takes 0 from 0 on, and nothing else up to 0", () => {
    expect(matched(wholeFrom(0))).toEqual(all);
    expect(matched(wholeUpTo(0))).toEqual([0]);
  });

  it.each([
    [
      { minimum: 2, maximum: 10, whole: true },
      ["2", "10", "010", "7.0"],
      ["1", "11", "2.5", "-2", "", "two", "0000000002"],
    ],
    [{ minimum: 0, maximum: 16, whole: false }, ["0", "0.25", "15.999", "16.0"], ["16.1", "17", ".5", "1,5"]],
    [{ minimum: 0.1, maximum: 1, whole: false }, ["0.1", "0.95", "1", "1.00"], ["0.09", "0", "1.01", "2"]],
    [{ minimum: 0.5, maximum: 16, whole: false }, ["0.5", "1", "2.25", "16"], ["0.4", "0.49", "16.5"]],
  ])("takes texts of the range %j alone", (range, good, bad) => {
    const pattern = new RegExp(numberPattern(range), "u");
    expect(good.filter((text) => !pattern.test(text))).toEqual([]);
    expect(bad.filter((text) => pattern.test(text))).toEqual([]);
  });
});
