import {
  exampleFleet,
  exampleHostPriceBook,
  examplePriceBook,
  parameters,
  planningContext,
} from "@nkp-planner/catalog";
import {
  applied,
  type BasePlan,
  basePlans,
  compareModels,
  defaultModels,
  type Lever,
  leversOf,
  messageText,
  moneyAsNumber,
  type PlannedFleet,
  planFleet,
  pricedPlan,
  type Target,
  type TieEnd,
  tieOf,
  valueText,
} from "@nkp-planner/core";
import { describe, expect, it } from "vitest";
import { fleetOf, pods, toyContext } from "./support/toy.ts";

const [starter, ultimate] = defaultModels as [(typeof defaultModels)[number], (typeof defaultModels)[number]];

describe.each([
  ["prices of vCPU and GiB", examplePriceBook],
  ["hosts, tiers and prices of a year", exampleHostPriceBook],
])("what carries the difference, by %s", (_what, priceBook) => {
  const context = planningContext({ release: exampleFleet.release, priceBook });
  const { plans, verdict } = compareModels(exampleFleet, [starter, ultimate], context, ultimate.id);
  const [cheaper, dearer] = plans as [PlannedFleet, PlannedFleet];
  const levers = leversOf(cheaper, dearer);

  /** Dearer less cheaper, with the nodes that they have, where one lever has another value. */
  const differenceAt = (target: Target, value: string) => {
    const changed = applied(context, target, value);
    const [less, more] = (
      [
        [starter, cheaper],
        [ultimate, dearer],
      ] as const
    ).map(([model, plan]) => moneyAsNumber(pricedPlan(exampleFleet, model, plan, changed).totals.monthlyCost));
    return (more as number) - (less as number);
  };
  const targetOf = ({ name, isInvented }: Lever): Target => {
    if (isInvented === null) return { kind: "setting", id: parameters.find(({ title }) => title === name)?.id ?? name };
    const rate = [...Object.values(priceBook.rates), ...priceBook.added].find((one) => one.name === name);
    return { kind: "price", id: rate?.sku ?? name };
  };
  const ties = levers.filter(({ tie }) => tie !== null);

  it("are some prices and some hours", () => {
    expect(ties.some(({ isInvented }) => isInvented !== null)).toBe(true);
    expect(ties.some(({ isInvented }) => isInvented === null)).toBe(true);
  });

  it.each(ties.map((lever) => [lever.name, lever] as const))("both cost the same at the tie of %s", (_name, lever) => {
    const { tie, value } = lever;
    const at = (one: number) => differenceAt(targetOf(lever), String(Number(one.toFixed(6))));
    const [now, then] = [value, tie].map((one) => (typeof one === "number" ? one : Number(one?.amount))) as [
      number,
      number,
    ];
    const planned = at(now);
    expect(planned).toBeGreaterThan(0);
    // A hundredth of the way back it still costs less, a hundredth of the way beyond no more.
    const step = (now - then) / 100;
    expect(at(then + step)).toBeGreaterThan(0);
    if (then - step >= 0) expect(at(then - step)).toBeLessThan(0);
  });

  it("is said in the verdict, with where it turns", () => {
    const said = verdict.reasons.map((reason) => messageText(reason, valueText));
    expect(said.filter((text) => text.includes("a month more come with one"))).toHaveLength(1);
    expect(said.filter((text) => text.includes("turns it round"))).toHaveLength(1);
  });
});

describe("where two models tie, planned in full", () => {
  // Toy, one tenant of 4 vCPU and 8 GiB: Starter 8 × 5 + 14 × 10 + 56 × 2 … against a plane with its own nodes.
  const fleet = fleetOf({ id: "a", workloads: [pods(4, "1", "2Gi")] });
  const context = toyContext();
  const bases = basePlans(fleet, [ultimate, starter], context) as unknown as readonly [BasePlan, BasePlan];
  const costs = (end: TieEnd | null) => [end?.monthlyCost, end?.againstMonthlyCost].map((one) => Number(one?.amount));
  const tie = (name: string) => tieOf(bases, fleet, context, name);

  it.each(["operations-hours-self-managed", "labour"])("%s: the plans around it stand on either side", (name) => {
    const { at, before, planned, target } = tie(name);
    const [mine, theirs] = costs(planned) as [number, number];
    expect(mine).toBeGreaterThan(theirs);
    if (at === null) return expect(name).toBe("labour"); // both models' labour grows with it
    const [atMine, atTheirs] = costs(at) as [number, number];
    const [beforeMine, beforeTheirs] = costs(before) as [number, number];
    expect(atMine).toBeLessThanOrEqual(atTheirs);
    expect(beforeMine).toBeGreaterThan(beforeTheirs);
    const changed = applied(context, target, at.value);
    expect(planFleet(fleet, starter, changed).totals.monthlyCost).toEqual(at.againstMonthlyCost);
    expect(planFleet(fleet, ultimate, changed).totals.monthlyCost).toEqual(at.monthlyCost);
  });

  it("is found where it is worked out: hours of the Starter's one cluster that cost what the plane has more", () => {
    const [plane, own] = bases.map(({ plan }) => Number(plan.totals.monthlyCost.amount)) as [number, number];
    // An hour costs 50: 2 hours now.
    const expected = 2 + (plane - own) / 50;
    expect(Number(tie("operations-hours-self-managed").at?.value)).toBeCloseTo(expected, 2);
  });

  it("is none where a price has none, and refuses what is no number", () => {
    expect(tie("labour").at).toBeNull();
    expect(() => tie("labuor")).toThrow('did you mean "labour"?');
    expect(() => tie("workload-node-shape")).toThrow("an assumption that is a number");
  });
});

describe("where the two cheapest tie", () => {
  it("what is said is against the one that costs more, and that the other is as cheap", () => {
    // Everybody keeps the fleet's cadence: the hybrid is the plane. At 400 a vCPU Starter is the dearer one.
    const fleet = fleetOf({ id: "a", workloads: [pods(2, "1", "1Gi")] });
    const dear = applied(toyContext(), { kind: "price", id: "license-starter" }, "400");
    const { verdict } = compareModels(fleet, defaultModels, dear, ultimate.id);
    expect([verdict.winnerId, verdict.otherId]).toEqual([ultimate.id, starter.id]);
    const said = verdict.reasons.map((reason) => messageText(reason, valueText));
    expect(said[0]).toBe("The hybrid costs the same as one Ultimate plane.");
    expect(said.some((text) => text.includes("turns it round"))).toBe(true);
    expect(messageText(verdict.message, valueText)).toMatch(/^One Ultimate plane costs EUR .* less a month/);
  });
});
