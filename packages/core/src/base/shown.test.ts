import { describe, expect, it } from "vitest";
import { didYouMean, nearest } from "./shown.ts";

const MODELS = ["starter-self-managed", "ultimate-centralized", "hybrid"];

describe("the word that was meant", () => {
  it.each([
    ["hybird", "hybrid"],
    ["HYBRID", "hybrid"],
    ["starter", "starter-self-managed"],
    ["Ultimate", "ultimate-centralized"],
    ["centralized", "ultimate-centralized"],
    ["self-managed", "starter-self-managed"],
    ["st", undefined],
    ["pro", undefined],
  ])("%s is %s", (written, known) => expect(nearest(written, MODELS)).toBe(known));

  it("is none where several begin so", () => {
    expect(nearest("upgrade", ["upgrade-hours-attached", "upgrade-hours-management"])).toBeUndefined();
  });

  it("stands with all others where it is a part of one only", () => {
    expect(didYouMean("starter", MODELS)).toBe(`did you mean "starter-self-managed"? There are ${MODELS.join(", ")}`);
    expect(didYouMean("hybird", MODELS)).toBe('did you mean "hybrid"?');
    expect(didYouMean("pro", MODELS)).toBe(`use one of: ${MODELS.join(", ")}`);
  });
});
