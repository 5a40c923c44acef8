import { describe, expect, it } from "vitest";
import { fleetFile, toyContext } from "../../../../test/support/toy.ts";
import { findingText } from "../base/findings/finding-text.ts";
import { parseFleet } from "../input/fleet.ts";
import { starterSelfManaged } from "../models/starter-self-managed.ts";
import { forecastOf } from "./forecast.ts";
import type { ForecastOptions } from "./forecast-options.ts";

const tenants = Array.from({ length: 4 }, () => ({ price: { monthly: "1000.00" } }));

interface Given {
  readonly options?: Partial<ForecastOptions>;
  readonly fleet?: object;
  readonly settings?: Readonly<Record<string, string>>;
}

function forecast({ options, fleet = {}, settings }: Given) {
  const input = parseFleet({ ...fleetFile(...tenants), ...fleet });
  const found = forecastOf(input, starterSelfManaged, toyContext(settings), {
    months: 12,
    discountPercentPerYear: 0,
    ...options,
  });
  const said = found.findings.filter(({ code }) => code.startsWith("churn-taken") || code === "newcomers-taken");
  return { ...found, said, texts: said.map((one) => findingText(one)) };
}

describe("the rate by which tenants come", () => {
  const fleet = { newTenantsPerYear: 3 };
  const settings = { "new-tenants-per-year": "6" };
  // A year's twelfth a month, added up from the second month on: 11 twelfths by the last.
  it.each([
    ["nobody gives", {}, 0, []],
    ["an assumption gives", { settings }, 5, ["6 tenants a year (an assumption of yours) are taken to come, 5 in"]],
    [
      "the fleet gives before it",
      { settings, fleet },
      2,
      ["3 tenants a year (of the fleet file) are taken to come, 2 in"],
    ],
    [
      "is asked for before both",
      { settings, fleet, options: { newTenantsPerYear: 12 } },
      11,
      ["12 tenants a year (asked for) are taken to come, 11 in"],
    ],
    ["is asked to be none", { settings, fleet, options: { newTenantsPerYear: 0 } }, 0, []],
  ] as const)("%s", (_, given, comeCount, texts) => {
    const found = forecast(given);
    expect(found.months.at(-1)?.tenantCount).toBe(tenants.length + comeCount);
    expect(found.texts).toEqual(texts.map((text) => expect.stringContaining(text)));
  });
});

describe("the rate by which tenants leave", () => {
  it("is the fleet's before an assumption, and everybody's who gives the other", () => {
    const settings = { "churn-percent-per-year": "10", "new-tenants-per-year": "6" };
    const found = forecast({ fleet: { churnPercentPerYear: 50 }, settings });
    expect([found.churnPercentPerYear, found.newTenantsPerYear]).toEqual([50, 6]);
    expect(found.texts).toEqual([
      expect.stringContaining("50 % a year (of the fleet file) of the tenants that no term or end of contract binds"),
      expect.stringContaining("6 tenants a year (an assumption of yours)"),
    ]);
    expect(found.said.map(({ evidence }) => evidence?.isDefault)).toEqual([false, false]);
  });

  it.each([
    [{ churnPercentPerYear: 101 }, "churnPercentPerYear: found 101"],
    [{ newTenantsPerYear: -1 }, "newTenantsPerYear: found -1"],
  ])("is refused where it is none: %o", (rates, expected) => {
    let said = "";
    try {
      parseFleet({ ...fleetFile(...tenants), ...rates });
    } catch (error) {
      said = String(error);
    }
    expect(said).toContain(expected);
  });
});
