import {
  exampleFleet,
  exampleHostPriceBook,
  examplePriceBook,
  parameters,
  planningContext,
} from "@nkp-planner/catalog";
import {
  applied,
  compareModels,
  type Lever,
  leversOf,
  messageText,
  moneyAsNumber,
  operatingModels,
  type PlannedFleet,
  pricedPlan,
  type Target,
  valueText,
} from "@nkp-planner/core";
import { describe, expect, it } from "vitest";

const [starter, ultimate] = operatingModels as [(typeof operatingModels)[number], (typeof operatingModels)[number]];

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
    expect(said.filter((text) => text.includes("of the difference come with one"))).toHaveLength(1);
    expect(said.filter((text) => text.includes("turns it round"))).toHaveLength(1);
  });
});
