import { exampleFleet, examplePriceBook, examplePriceList, parameters, planningContext } from "@nkp-planner/catalog";
import {
  ClusterRole,
  hybrid,
  money,
  operatingModels,
  type Parameter,
  PlanningCache,
  type PlanningContext,
  planDocument,
  plannedFleet,
  structureOf,
} from "@nkp-planner/core";
import { describe, expect, it } from "vitest";

const fleet = { ...exampleFleet, tenants: exampleFleet.tenants.slice(0, 2) };

/** What exists, by every model, without the sentences that quote an assumption. */
function structures(settings: Readonly<Record<string, string>>): string {
  const { release } = fleet;
  const context = planningContext({ release, priceBook: examplePriceBook, priceList: examplePriceList, settings });
  const cache = new PlanningCache();
  return JSON.stringify(operatingModels.map((model) => structureOf(fleet, model, context, cache)));
}

/** All that is printed of a plan with clusters of every role. */
function wholePlan(settings: Readonly<Record<string, string>>): string {
  const { release } = fleet;
  const context = planningContext({ release, priceBook: examplePriceBook, priceList: examplePriceList, settings });
  return JSON.stringify(planDocument(plannedFleet(fleet, hybrid, context)));
}

/** Its options, and the ends of what a user may write. */
function readingsOf({ options, custom }: Parameter): readonly string[] {
  const ids = options.map(({ id }) => id);
  return custom?.kind === "number" ? [...ids, String(custom.minimum), String(custom.maximum)] : ids;
}

describe("what an assumption affects", () => {
  const priced = parameters.filter(({ affects }) => affects === "price");
  const lifecycle = parameters.filter(({ affects }) => affects === "lifecycle");
  const asDefault = structures({});
  const planAsDefault = wholePlan({});

  it("is said of every assumption: some move prices only, some no plan", () => {
    expect(priced.length).toBeGreaterThan(8);
    expect(parameters.filter(({ affects }) => affects === "structure").length).toBeGreaterThan(30);
    expect(lifecycle.length).toBe(20);
  });

  it.each(lifecycle.flatMap((parameter) => readingsOf(parameter).map((reading) => [parameter.id, reading] as const)))(
    "%s=%s changes no plan, as it says, and no plan rests on it",
    (id, reading) => {
      expect(wholePlan({ [id]: reading })).toBe(planAsDefault);
      expect(planAsDefault).not.toContain(id);
      for (const role of ClusterRole.options) expect(planAsDefault).toContain(`"role":"${role}"`);
    },
  );

  it.each(priced.flatMap((parameter) => readingsOf(parameter).map((reading) => [parameter.id, reading] as const)))(
    "%s=%s moves nothing that exists, as it says: a what-if may price the same nodes again",
    (id, reading) => {
      expect(structures({ [id]: reading })).toBe(asDefault);
    },
  );
});

describe("what one plan leaves for the next", () => {
  const { release } = fleet;
  const cache = new PlanningCache();
  const structuresIn = (context: PlanningContext, by: PlanningCache) =>
    JSON.stringify(
      operatingModels.map((model) =>
        structureOf({ ...fleet, release: context.catalog.release.id }, model, context, by),
      ),
    );
  const contextWith = (settings: Readonly<Record<string, string>>) =>
    planningContext({ release, priceBook: examplePriceBook, settings });
  const isAsAlone = (context: PlanningContext) => {
    structuresIn(contextWith({}), cache);
    expect(structuresIn(context, cache)).toBe(structuresIn(context, new PlanningCache()));
  };

  const belowNodes = parameters.filter(({ appliesTo }) => ["hosts", "prism-central"].includes(appliesTo?.stage ?? ""));
  it.each(belowNodes.flatMap((parameter) => readingsOf(parameter).map((reading) => [parameter.id, reading] as const)))(
    "are the nodes where %s=%s: it counts what is below them",
    (id, reading) => isAsAlone(contextWith({ [id]: reading })),
  );

  it.each([{ floors: "none" }, { "loss-survived": "none" }, { "workload-node-shape": "fewest-vcpu" }])(
    "is not taken where %j counts nodes otherwise",
    isAsAloneWith,
  );
  function isAsAloneWith(settings: Readonly<Record<string, string>>): void {
    isAsAlone(contextWith(settings));
  }

  it("is not taken on another release, or at other prices: the cheapest shape is chosen", () => {
    isAsAlone(planningContext({ release: "nkp-2.16.1", priceBook: examplePriceBook }));
    const rates = Object.fromEntries(
      Object.entries(examplePriceBook.rates).map(([key, rate]) => [
        key,
        {
          ...rate,
          unitPrice: rate.kind === "infrastructure-memory" ? money("90", examplePriceBook.currency) : rate.unitPrice,
        },
      ]),
    );
    isAsAlone(planningContext({ release, priceBook: { ...examplePriceBook, rates } }));
  });
});
