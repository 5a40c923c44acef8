import { describe, expect, it } from "vitest";
import { type InputError, problemsOf as problemsIn } from "../base/findings/input-error.ts";
import { choiceNamed, chooseParameters, type Parameter, parseHostProfile } from "./parameters.ts";

const base = {
  title: "A choice",
  description: "d",
  unit: "nodes",
  affects: "structure",
  appliesTo: null,
  defaultReason: "because",
  lastCheckedOn: "2026-01-01",
  default: "low",
  options: [
    { id: "low", title: "1", value: 1, confidence: "documented", sources: ["s"] },
    { id: "high", title: "9", value: 9, confidence: "third-party", sources: ["t"] },
  ],
} satisfies Omit<Parameter, "id" | "custom">;

const parameters: readonly Parameter[] = [
  { ...base, id: "plain", custom: null },
  { ...base, id: "whole", custom: { kind: "number", minimum: 2, maximum: 10, whole: true } },
  { ...base, id: "odd", custom: { kind: "odd", minimum: 1, maximum: 7 } },
  { ...base, id: "shape", custom: { kind: "shape" } },
  { ...base, id: "host", custom: { kind: "host" } },
];

function problemsOf(settings: Record<string, string>): readonly string[] {
  try {
    chooseParameters(parameters, settings);
    return [];
  } catch (error) {
    return problemsIn(error as InputError).map(({ path, fix }) => `${path.join(".")}: ${fix}`);
  }
}

describe("choosing parameters", () => {
  it("takes the default, with its evidence", () => {
    const choice = choiceNamed(chooseParameters(parameters, {}), "plain");
    expect(choice).toMatchObject({
      chosen: "low",
      value: 1,
      isDefault: true,
      confidence: "documented",
      sources: ["s"],
    });
  });

  it("takes another reading, or the user's own value, and says which", () => {
    const choices = chooseParameters(parameters, {
      plain: "high",
      whole: "10",
      odd: "5",
      shape: "8x32x80",
      host: "24x256x7.68",
    });
    expect(choiceNamed(choices, "plain")).toMatchObject({ value: 9, isDefault: false, confidence: "third-party" });
    expect(choiceNamed(choices, "whole")).toMatchObject({
      value: 10,
      isDefault: false,
      confidence: "user",
      sources: [],
    });
    expect(choiceNamed(choices, "odd")).toMatchObject({ value: 5 });
    expect(choiceNamed(choices, "shape")?.chosen).toBe("8x32x80");
    expect(choiceNamed(choices, "host")).toMatchObject({ chosen: "24x256x7.68", value: null, confidence: "user" });
  });

  it("tells every wrong setting at once", () => {
    expect(problemsOf({ plian: "low", plain: "hihg", whole: "11", odd: "4", shape: "8x32", host: "32x512" })).toEqual([
      'plian: did you mean "plain"?',
      'plain: did you mean "high"?',
      "whole: write for example whole=1",
      "odd: write for example odd=1",
      "shape: write vCPU x GiB x disk GiB, such as shape=8x32x80 (with a GPU: 8x32x80+1xnvidia.com/gpu)",
      "host: write cores x GiB x raw TiB, such as host=32x512x15",
    ]);
    expect(problemsOf({ whole: "2.5" })).toHaveLength(1);
    expect(problemsOf({ whole: "1" })).toHaveLength(1);
    expect(problemsOf({ whole: "2" })).toEqual([]);
  });

  it.each([
    ["percent", "30%", "write growth=30"],
    ["percent", "30 %", "write growth=30"],
    ["ratio", "30%", "write growth=0.3"],
    ["hours", "4h", "write growth=4"],
    ["hours", "4 hours", "write growth=4"],
    ["hours", "1,5", "write growth=1.5"],
    ["hours", "4000%", "write for example growth=1"],
    ["hours", "lo", 'did you mean "low"?'],
  ])("knows what was meant where a number of %s is %s", (unit, setting, fix) => {
    const own = { kind: "number", minimum: 0, maximum: 100, whole: false } as const;
    const read = () => chooseParameters([{ ...base, id: "growth", unit, custom: own }], { growth: setting });
    expect(read).toThrow(fix);
  });

  it("does not take a key that every object has for a setting", () => {
    expect(
      choiceNamed(chooseParameters([{ ...base, id: "constructor", custom: null }], {}), "constructor")?.chosen,
    ).toBe("low");
  });

  it("reads hosts, with a fraction of a TiB where there is one", () => {
    expect(parseHostProfile("32x512x15.36")).toEqual({ coreCount: 32, memoryGiB: 512, rawTiB: 15.36 });
    expect(parseHostProfile("32x512x0")).toBeNull();
    expect(parseHostProfile("32x512")).toBeNull();
  });
});
