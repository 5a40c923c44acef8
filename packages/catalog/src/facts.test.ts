import { InputError } from "@nkp-planner/core";
import { describe, expect, it } from "vitest";
import { plannerFacts, planningContext } from "./context.ts";
import { examplePriceBook } from "./examples/price-book.ts";
import { plannerFactsOf, planningContextWith } from "./facts.ts";
import { release } from "./releases/nkp-2.17.1.ts";
import { releases } from "./releases.ts";

describe("facts with one release", () => {
  const facts = plannerFactsOf([release]);
  const options = { release: "nkp-2.17.1", priceBook: examplePriceBook, settings: { floors: "none" } };

  it("are those of all releases but for the list of them", () => {
    const { releaseIds, releaseOf, ...rest } = facts;
    const { releaseIds: allIds, releaseOf: _ofAll, ...restOfAll } = plannerFacts;
    expect(rest).toEqual(restOfAll);
    expect(allIds).toContain("nkp-2.16.1");
    expect(releaseIds).toEqual(["nkp-2.17.1"]);
    expect(releaseOf("nkp-2.17.1")).toBe(releases.find(({ id }) => id === "nkp-2.17.1"));
  });

  it("plan in the same context", () => {
    expect(planningContextWith(facts, options)).toEqual(planningContext(options));
  });

  it("refuse a release that they lack, and name the one they have", () => {
    const ask = () => planningContextWith(facts, { ...options, release: "nkp-2.16.1" });
    expect(ask).toThrow(InputError);
    expect(ask).toThrow(/"nkp-2\.16\.1"[\s\S]*nkp-2\.17\.1/);
  });
});
