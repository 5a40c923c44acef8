import { describe, expect, it } from "vitest";
import { onlyHosts } from "../../../../test/support/hosts.ts";
import { fleetOf, pods, toyContext, toyPriceBook } from "../../../../test/support/toy.ts";
import { addMoney, compareMoney, type Money, wholeMinorUnits } from "../base/money.ts";
import { proSelfManaged } from "../models/pro-self-managed.ts";
import { starterSelfManaged } from "../models/starter-self-managed.ts";
import { ultimateCentralized } from "../models/ultimate-centralized.ts";
import { type FleetPlan, planFleet } from "../plan/plan.ts";
import { basePlans } from "../whatif/replan.ts";
import { trialQuestion } from "../whatif/trial-question.ts";
import { totalsFrom } from "../whatif/trial-totals.ts";
import type { Activity } from "./price-kind-definition.ts";
import { kindsBilled, labourKindOf, priceKindOf, type RateKind, rateKinds, unitsOf } from "./price-kinds.ts";
import { PRICE_UNITS, splitUnit } from "./price-units.ts";

const fleet = fleetOf({ workloads: [pods(4, "1", "1Gi", "10Gi")] }, { workloads: [pods(2, "1", "1Gi")] });

/** A book with an item for every kind that a plan cannot do without, but for one; and more items. */
function bookWith(without: RateKind | null, ...more: readonly object[]) {
  const needed: readonly RateKind[] = rateKinds.filter((kind) => {
    const { billed, absent } = priceKindOf(kind);
    return absent === "refused" || (billed === "by-node-size" && without !== "host");
  });
  return toyPriceBook({
    items: [
      ...needed.filter((kind) => kind !== without).map((kind) => itemOf(kind, unitsOf(kind)[0] ?? "", "1")),
      ...more,
    ],
  });
}

function itemOf(appliesTo: RateKind, unit: string, unitPrice: string): object {
  const { base, period } = splitUnit(unit);
  return {
    ...{ sku: `${appliesTo} ${unit}`, name: appliesTo, appliesTo, unit, unitPrice },
    ...(period === "term" ? { termMonths: 12 } : {}),
    ...(base === "host" && period === null ? { amortisedOverMonths: 10 } : {}),
    ...(base === "kWh" ? { wattsPerHost: 500 } : {}),
  };
}

const gpuPool = {
  ...{ name: "gpu", minimumNodeCount: 1, labels: {}, taints: [], settings: {} },
  shape: { vcpu: 4, memoryGiB: 16, diskGiB: 100, extended: { "nvidia.com/gpu": 2 } },
};

/** What a fleet costs a month and once, together, by models of all editions. */
function costWith(priceBook: ReturnType<typeof bookWith>) {
  const tenants = fleet.tenants.map((tenant) => ({ ...tenant, pools: [...tenant.pools, gpuPool] }));
  const totals = [starterSelfManaged, ultimateCentralized, proSelfManaged].map(
    (model) => planFleet({ ...fleet, tenants }, model, { ...toyContext(), priceBook }).totals,
  );
  return totals.map(({ monthlyCost, oneTimeCost }) => addMoney(monthlyCost, oneTimeCost)).reduce(addMoney);
}

describe("every kind of price", () => {
  const cases = rateKinds.flatMap((kind) => unitsOf(kind).map((unit) => [kind, unit] as const));

  it.each(cases)("%s by the %s is in the bill", (kind, unit) => {
    const dear = costWith(bookWith(kind, itemOf(kind, unit, "2000000")));
    const cheap = costWith(bookWith(kind, itemOf(kind, unit, "1000000")));
    // Whatever the kind, the dearer of two prices makes the dearer fleet: a price that no part of the bill knows does not.
    expect(compareMoney(dear, cheap)).toBeGreaterThan(0);
  });

  it("has units that a plan counts, a title, and a way of being missed", () => {
    for (const kind of rateKinds) {
      const { title, units, absent } = priceKindOf(kind);
      expect(title).toMatch(/^[A-Z]/);
      for (const unit of units) expect(PRICE_UNITS[unit]).toMatch(/\w/);
      expect(absent).toBeDefined();
    }
  });
});

it("has one kind of hours for each activity, and one for all that has no price of its own", () => {
  const activities = kindsBilled("by-effort").map(({ definition }) => definition.activity);
  expect(new Set(activities).size).toBe(activities.length);
  expect(activities.filter((activity) => activity === null)).toHaveLength(1);
  for (const activity of ["operations", "upgrades", "onboarding"] as const satisfies readonly Activity[])
    expect(priceKindOf(labourKindOf(activity))).toMatchObject({ activity });
});

describe("a Starter licence that comes with the infrastructure's", () => {
  const context = (chosen: string, priceBook = toyPriceBook()) => ({
    ...toyContext({ "starter-licence": chosen }),
    priceBook,
  });
  const licences = ({ costs }: FleetPlan) =>
    costs.filter(({ driver }) => driver === "license").map(({ rate, amount }) => `${rate.kind} ${amount.amount}`);

  it("costs nothing, and its lines say why; other editions' cost what they did", () => {
    const starter = planFleet(fleet, starterSelfManaged, context("included"));
    // Each of two clusters has two workers of 4 vCPU: 8 × 5 where it is paid.
    const paidFor = planFleet(fleet, starterSelfManaged, context("paid"));
    expect(licences(paidFor)).toEqual(["license-starter 40.00", "license-starter 40.00"]);
    expect(licences(starter)).toEqual(["license-starter 0.00", "license-starter 0.00"]);
    expect(starter.costs.find(({ driver }) => driver === "license")?.rate.derivation).toContain("infrastructure");
    const [paid, included] = ["paid", "included"].map((chosen) =>
      planFleet(fleet, ultimateCentralized, context(chosen)),
    );
    expect(included?.totals).toEqual(paid?.totals);
  });

  it("needs no price in the book, where it needs one otherwise", () => {
    const { rates, ...book } = toyPriceBook();
    const { "license-starter": _, ...others } = rates;
    const without = { ...book, rates: others };
    expect(() => planFleet(fleet, starterSelfManaged, context("paid", without))).toThrow("license-starter");
    const included = planFleet(fleet, starterSelfManaged, context("included", without));
    expect(licences(included)).toEqual(["license-starter 0.00", "license-starter 0.00"]);
  });

  it("is drawn as it is planned", () => {
    const asked = context("included");
    const bases = basePlans(fleet, [starterSelfManaged], asked);
    const question = trialQuestion(bases, fleet, asked, { ranges: [], trialCount: 1, seed: 1 });
    const [trial] = totalsFrom(question)([]);
    expect(trial?.cost).toBe(wholeMinorUnits(bases[0]?.plan.totals.monthlyCost as Money));
  });
});

it("counts the cores of all hosts for a licence by the core", () => {
  const priceBook = bookWith(null, itemOf("license-infrastructure", "core-month", "7"));
  const plan = planFleet(fleet, starterSelfManaged, { ...toyContext(), priceBook });
  const [line] = plan.costs.filter(({ driver }) => driver === "infrastructure-license");
  const { hostCount, profile } = onlyHosts(plan.infrastructure).hosts;
  expect(line).toMatchObject({
    quantity: hostCount * 12,
    label: `license-infrastructure, ${hostCount} hosts × 12 cores`,
  });
  expect(profile.coreCount).toBe(12);
  expect(line?.amount.amount).toBe(`${hostCount * 12 * 7}.00`);
});
