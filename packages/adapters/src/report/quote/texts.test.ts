import { describe, expect, it } from "vitest";
import { sentencesOf, shortened } from "./texts.ts";

describe("shortened", () => {
  it("leaves what fits, and ends what does not by an ellipsis: 5 letters of 6 are 4 and one", () => {
    expect(shortened("abcde", 5)).toBe("abcde");
    expect(shortened("abcdef", 5)).toBe("abcd…");
  });

  it("cuts no letter in halves: a smile has two units", () => {
    expect(shortened("abc😀ef", 5)).toBe("abc…");
  });
});

it("sentencesOf leaves out what says nothing", () => {
  expect(sentencesOf(["vCPU", "", "9 × 1 = 9"])).toBe("vCPU. 9 × 1 = 9");
  expect(sentencesOf(["", ""])).toBe("");
});
