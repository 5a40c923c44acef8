import { exampleFleet, examplePriceBook, planningContext } from "@nkp-planner/catalog";
import {
  compareModels,
  hybrid,
  type OperatingModel,
  operatingModels,
  PlanningCache,
  pricedWishes,
  priceOfWishes,
  starterSelfManaged,
  subtractMoney,
  ultimateCentralized,
  wishes,
} from "@nkp-planner/core";
import { describe, expect, it } from "vitest";

const MODELS = [starterSelfManaged, ultimateCentralized, hybrid];
const cache = new PlanningCache();

function plansBy(models: readonly OperatingModel[], isAllWithFleet = false) {
  const fleet = exampleFleet;
  const tenants = isAllWithFleet
    ? fleet.tenants.map((tenant) => ({ ...tenant, upgradeCadence: "fleet" as const }))
    : fleet.tenants;
  const context = planningContext({ release: fleet.release, priceBook: examplePriceBook });
  return compareModels({ ...fleet, tenants }, models, context, models[0]?.id ?? "", cache).plans;
}

describe("what matters beside cost", () => {
  const plans = plansBy(MODELS);
  const costOf = (id: string) =>
    plans.find(({ model }) => model.id === id)?.totals.monthlyCost ?? plans[0]?.totals.monthlyCost;

  it("says who meets each wish, and what the cheapest of them costs more than the cheapest of all", () => {
    const met = Object.fromEntries(pricedWishes(plans).map(({ id, metBy }) => [id, metBy.toSorted()]));
    expect(met).toEqual({
      "fleet-view": ["ultimate-centralized"],
      "built-in-backup": ["ultimate-centralized"],
      "built-in-monitoring": ["ultimate-centralized"],
      "own-pace": ["hybrid", "starter-self-managed"],
      apart: ["starter-self-managed"],
      "small-team": expect.arrayContaining(["starter-self-managed"]),
    });
    const [view] = pricedWishes(plans);
    const [dear, cheap] = ["ultimate-centralized", "starter-self-managed"].map(costOf);
    expect(view).toMatchObject({
      modelId: "ultimate-centralized",
      addedMonthlyCost: dear && cheap && subtractMoney(dear, cheap),
    });
  });

  it("prices several together, or says that no model meets them all", () => {
    expect(priceOfWishes(plans, [])).toMatchObject({
      modelId: "starter-self-managed",
      addedMonthlyCost: { amount: "0.00" },
    });
    expect(priceOfWishes(plans, ["fleet-view", "built-in-backup"]).modelId).toBe("ultimate-centralized");
    expect(priceOfWishes(plans, ["fleet-view", "own-pace"])).toEqual({ modelId: null, addedMonthlyCost: null });
    expect(priceOfWishes(plansBy(MODELS, true), ["fleet-view", "own-pace"]).modelId).toBe("ultimate-centralized");
  });

  it("has for each wish a model of the five that meets it and one that does not, and a sentence when it does", () => {
    const all = plansBy(operatingModels);
    for (const { id, meets, isMetBy } of wishes) {
      const answers = new Set(all.map((plan) => isMetBy(plan, all)));
      if (id !== "small-team") expect([...answers].toSorted(), id).toEqual([false, true]);
      expect(answers.has(true), id).toBe(true);
      expect(meets, id).toMatch(/^[A-Z].*\.$/);
    }
  });
});
