import { examplePriceBook, parameters, planningContext, workloadLibrary } from "@nkp-planner/catalog";
import { operatingModels, PlanningCache, parseFleet, structureOf } from "@nkp-planner/core";
import { describe, expect, it } from "vitest";
import example from "../packages/catalog/data/examples/msp-fleet.json" with { type: "json" };

/** One tenant of workloads is enough: each assumption is counted in the memory of all others. */
const tenants = example.tenants.filter(({ id }) => id === "quarry");
const fleet = parseFleet({ ...example, tenants }, "fleet", workloadLibrary);
const models = operatingModels.filter(({ id }) => ["starter-self-managed", "ultimate-centralized"].includes(id));
const cache = new PlanningCache();

const poolsOf = (settings: Readonly<Record<string, string>>, known?: PlanningCache) => {
  const context = planningContext({ release: fleet.release, priceBook: examplePriceBook, settings });
  return models.map((model) => structureOf(fleet, model, context, known).clusters.map(({ pools }) => pools));
};

describe("what was counted by other assumptions", () => {
  it.each(parameters.map(({ id }) => id))("changes no pool: %s", (id) => {
    const { options = [], custom = null } = parameters.find((one) => one.id === id) ?? {};
    // By its name and by its number, which count alike and are not as sure.
    const words = options.flatMap((option) =>
      option.value === null || custom === null ? [option.id] : [option.id, String(option.value)],
    );
    expect(words.length).toBeGreaterThan(0);
    for (const word of words) expect(poolsOf({ [id]: word }, cache), word).toEqual(poolsOf({ [id]: word }));
  });
});
