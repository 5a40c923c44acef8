import { exampleFleet, examplePriceBook, examplePriceList, parameters, planningContext } from "@nkp-planner/catalog";
import { operatingModels, type Parameter, structureOf } from "@nkp-planner/core";
import { describe, expect, it } from "vitest";

const fleet = { ...exampleFleet, tenants: exampleFleet.tenants.slice(0, 2) };

/** What exists, by every model, without the sentences that quote an assumption. */
function structures(settings: Readonly<Record<string, string>>): string {
  const { release } = fleet;
  const context = planningContext({ release, priceBook: examplePriceBook, priceList: examplePriceList, settings });
  return JSON.stringify(operatingModels.map((model) => structureOf(fleet, model, context)));
}

/** Its options, and the ends of what a user may write. */
function readingsOf({ options, custom }: Parameter): readonly string[] {
  const ids = options.map(({ id }) => id);
  return custom?.kind === "number" ? [...ids, String(custom.minimum), String(custom.maximum)] : ids;
}

describe("what an assumption affects", () => {
  const priced = parameters.filter(({ affects }) => affects === "price");
  const asDefault = structures({});

  it("is said of every assumption, and some move prices only", () => {
    expect(priced.length).toBeGreaterThan(8);
    expect(parameters.filter(({ affects }) => affects === "structure").length).toBeGreaterThan(30);
  });

  it.each(priced.flatMap((parameter) => readingsOf(parameter).map((reading) => [parameter.id, reading] as const)))(
    "%s=%s moves nothing that exists, as it says: a what-if may price the same nodes again",
    (id, reading) => {
      expect(structures({ [id]: reading })).toBe(asDefault);
    },
  );
});
