import { describe, expect, it } from "vitest";
import { fleetOf, toyContext } from "../../../../test/support/toy.ts";
import { findingText } from "../base/findings/finding-text.ts";
import { type InputError, problemsOf } from "../base/findings/input-error.ts";
import type { Problem } from "../base/findings/problem.ts";
import { forecastOf } from "../forecast/forecast.ts";
import { starterSelfManaged } from "../models/starter-self-managed.ts";
import { ultimateCentralized } from "../models/ultimate-centralized.ts";
import { allRates } from "../prices/price-book.ts";
import { compareModels } from "../views/compare.ts";
import { basePlans } from "../whatif/replan.ts";
import { tornadoOf } from "../whatif/tornado.ts";
import { planFleet } from "./plan.ts";
import { PlanningCache } from "./planning-cache.ts";
import type { PlanningLimits } from "./planning-limits.ts";
import type { PlanningStep } from "./planning-step.ts";
import { PlanningStopped } from "./planning-stopped.ts";

const input = fleetOf({ id: "orchid", price: { monthly: "600.00" } }, { id: "basalt", price: { monthly: "600.00" } });
const context = toyContext();
const models = [starterSelfManaged, ultimateCentralized];

/** A cache whose planning ends before the n-th step, counted from 1. */
function endingAt(stepCount: number): PlanningCache {
  let count = 0;
  const onStep = (step: PlanningStep) => {
    count += 1;
    if (count === stepCount) throw new PlanningStopped(10, step);
  };
  return new PlanningCache({ onStep });
}

describe("who waits for a plan", () => {
  it("is told of each cluster before it is counted, and of the hosts", () => {
    const told: PlanningStep[] = [];
    compareModels(
      input,
      models,
      context,
      "starter-self-managed",
      new PlanningCache({ onStep: (step) => told.push(step) }),
    );
    const said = told.map(
      ({ model, clusterName, tenantIds, clusterNumber, clusterCount }) =>
        `${model.title} ${clusterNumber}/${clusterCount} ${clusterName ?? "hosts"} (${tenantIds})`,
    );
    expect(said).toEqual([
      "Starter per tenant 1/2 tenant-orchid (orchid)",
      "Starter per tenant 2/2 tenant-basalt (basalt)",
      "Starter per tenant 2/2 hosts ()",
      "Ultimate, centralized 1/3 management ()",
      "Ultimate, centralized 2/3 tenant-orchid (orchid)",
      "Ultimate, centralized 3/3 tenant-basalt (basalt)",
      "Ultimate, centralized 3/3 hosts ()",
    ]);
  });

  it("ends it by throwing, and what was counted until then serves the next plan", () => {
    const cache = endingAt(2);
    expect(() => planFleet(input, starterSelfManaged, context, cache)).toThrow(PlanningStopped);
    expect(planFleet(input, starterSelfManaged, context, cache)).toEqual(planFleet(input, starterSelfManaged, context));
  });
});

describe("a fleet beyond the limits of who plans it", () => {
  const store = { name: "db", replicas: 30, requests: { cpu: "1", memory: "1Gi" } };
  const large = fleetOf({ id: "orchid", name: "Orchid", workloads: [store] }, { id: "basalt" });
  const planned = (limits: PlanningLimits) =>
    thrownBy(() => planFleet(large, starterSelfManaged, context, new PlanningCache(limits)));

  it("is refused before it is planned, by every limit at once", () => {
    const within = { mostTenantCount: 2, mostPodCount: 1000 };
    expect(planned(within)).toBeNull();
    const { found, expected } = zipped(planned({ mostTenantCount: 1, mostPodCount: 29 }));
    expect(found).toEqual(["2 tenants", expect.stringMatching(/^\d+ pods, 30 of them Orchid's$/)]);
    expect(expected).toEqual(["at most 1 tenant", "at most 29 pods"]);
  });
});

/** What a plan is refused for; null: it is not. */
function thrownBy(plan: () => unknown): readonly Problem[] | null {
  try {
    plan();
    return null;
  } catch (error) {
    return problemsOf(error as InputError);
  }
}

function zipped(problems: readonly Problem[] | null) {
  const all = problems ?? [];
  return { found: all.map(({ found }) => found), expected: all.map(({ expected }) => expected) };
}

describe("a question that is stopped", () => {
  const options = { months: 12, discountPercentPerYear: 8 };

  it("gives the months that are planned, and says how many", () => {
    const onMonth = (month: number) => {
      if (month === 4) throw new PlanningStopped(10);
    };
    const { months, findings } = forecastOf(input, starterSelfManaged, context, { ...options, onMonth });
    expect(months.map(({ monthNumber }) => monthNumber)).toEqual([1, 2, 3]);
    expect(findings.map((finding) => findingText(finding))[0]).toBe(
      "Starter per tenant is planned up to 3 of 12 months: the limit of 10 seconds ended it. Give it a longer limit, or ask for less.",
    );
  });

  it("gives nothing where not one month is planned", () => {
    const cache = endingAt(1);
    expect(() => forecastOf(input, starterSelfManaged, context, { ...options, cache })).toThrow(PlanningStopped);
  });

  it("gives the ranges that are planned, the same of every model", () => {
    const range = (id: string) => ({ target: { kind: "price" as const, id }, low: "1", high: "2", mode: null });
    const bases = basePlans(input, models, context);
    let planCount = 0;
    const onPlan = () => {
      planCount += 1;
      if (planCount === 2 * models.length + 1) throw new PlanningStopped(10);
    };
    const skus = allRates(context.priceBook)
      .slice(0, 2)
      .map(({ sku }) => sku);
    const tornados = tornadoOf(bases, input, context, skus.map(range), { onPlan });
    expect(tornados.map(({ swings }) => swings.map(({ range: { target } }) => target.id))).toEqual([
      [skus[0]],
      [skus[0]],
    ]);
  });
});
