import { describe, expect, it } from "vitest";
import { InputError } from "../base/findings/input-error.ts";
import { criteria } from "./criteria/index.ts";
import { readDecisionWords } from "./decision-options.ts";

const read = (weights: readonly string[], scales: readonly string[] = []) => readDecisionWords({ weights, scales });

function linesOf(...given: Parameters<typeof read>): readonly string[] {
  try {
    read(...given);
  } catch (error) {
    if (error instanceof InputError) return error.message.split("\n");
    throw error;
  }
  return [];
}

describe("weights", () => {
  it("are those that are given, and no others", () => {
    expect(read([]).weights).toEqual(new Map());
    expect(read(["cost=3", "autonomy=0.5"]).weights).toEqual(
      new Map([
        ["cost", 3],
        ["autonomy", 0.5],
      ]),
    );
  });

  it("are the same for all where that is said, but for those that say another", () => {
    const { weights } = read(["cost=3", "all=1"]);
    expect([...weights]).toEqual(criteria.map(({ id }) => [id, id === "cost" ? 3 : 1]));
  });

  it("are refused all at once, with place, what was found and expected, and the fix", () => {
    expect(linesOf(["costs=1", "cost=-3", "margin=lots", "effort", "blast=3%"], ["cost=1", "cost=20..60"])).toEqual([
      '--weight: found "costs", expected a criterion; did you mean "cost"?',
      '--weight: cost: found "-3", expected a number that is zero or more, such as 3 or 0.5; write cost=3',
      '--weight: margin: found "lots", expected a number that is zero or more, such as 3 or 0.5; write margin=1',
      '--weight: found "effort", expected KEY=VALUE; write for example cost=3',
      '--weight: blast: found "3%", expected a number that is zero or more, such as 3 or 0.5; write blast=3',
      '--scale: cost: found "1", expected WORST..BEST, two numbers; write for example cost=60000..20000',
      '--scale: cost: found "20..60", expected the worst value first, and less is better; write cost=60..20',
    ]);
  });

  it("are refused where all of them are 0", () => {
    const line = "--weight: found no weight above 0, expected one criterion at least that counts; write for example";
    expect(linesOf(["cost=0", "margin=0"])).toEqual([`${line} --weight cost=1`]);
    expect(linesOf(["all=0"])).toEqual([`${line} --weight cost=1`]);
  });
});

describe("scales", () => {
  it("have the worst end first, below 0 too", () => {
    expect(read([], ["cost=60000..20000", "margin=-0.1..0.4"]).scales).toEqual(
      new Map([
        ["cost", { worst: 60_000, best: 20_000 }],
        ["margin", { worst: -0.1, best: 0.4 }],
      ]),
    );
  });

  it("need two ends that differ", () => {
    expect(linesOf([], ["cost=5..5"])).toEqual([
      '--scale: cost: found "5..5", expected two ends that differ; give the worst value first, then the best',
    ]);
  });
});
