import { describe, expect, it } from "vitest";
import { fleetOf, toyContext } from "../../../../test/support/toy.ts";
import { operatingModels } from "../models/index.ts";
import { compareModels } from "../views/compare.ts";
import { planFleet } from "./plan.ts";

describe("the release of a plan", () => {
  const [model] = operatingModels;
  const context = toyContext();
  const fleet = fleetOf({});

  it("is the fleet's", () => {
    expect(planFleet(fleet, model as (typeof operatingModels)[number], context).release).toBe(fleet.release);
  });

  it("is refused, with both named, where what is planned with is another's", () => {
    const other = { ...fleet, release: "nkp-9.9.9" };
    const says = new RegExp(`found "nkp-9.9.9", expected "${fleet.release}"`);
    for (const one of operatingModels) expect(() => planFleet(other, one, context)).toThrow(says);
    expect(() => compareModels(other, operatingModels, context, operatingModels[0]?.id ?? "")).toThrow(says);
  });
});
