import { describe, expect, it } from "vitest";
import { LIBRARY, unsaidFunctions, unsaidMembers, unsaidNames } from "./said.ts";
import { offeredBy, UNSAID } from "./surface.ts";

describe("what is said of the library", () => {
  it("every name has a sentence, every function an example, and what it throws", () => {
    expect(LIBRARY.flatMap(offeredBy).length).toBeGreaterThan(150);
    expect(unsaidNames()).toEqual([]);
  });

  it("every member has a sentence, unless its name and type say all", () => {
    expect(unsaidMembers()).toEqual([]);
  });

  it("is found missing: a sentence, an example, an error, a member without a unit", () => {
    const file = "test/api/fixtures/unsaid.ts";
    expect(unsaidNames([UNSAID])).toEqual([
      `${file} Unsaid: a sentence`,
      `${file} halfOf: an example in backticks`,
      `${file} halfOf: @throws`,
    ]);
    expect(unsaidMembers([UNSAID])).toEqual([`${file} Size.memory`]);
  });
});

describe("what is said of core", () => {
  it("every function that other files may call has a sentence", () => {
    expect(unsaidFunctions()).toEqual([]);
  });
});
