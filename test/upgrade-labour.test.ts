import { planningContext } from "@nkp-planner/catalog";
import {
  assumedRanges,
  upgradesOf as calendarOf,
  findingText,
  fleetUpgrades,
  forecastOf,
  InputError,
  type OperatingModel,
  parseFleet,
  plannedFleet,
  problemsOf,
  starterSelfManaged,
  sumOfHours,
  trialQuestion,
  ultimateCentralized,
  upgradeEfforts,
  upgradeSumsOf,
} from "@nkp-planner/core";
import { describe, expect, it } from "vitest";
import { toyPriceBook } from "./support/toy.ts";

/** One tenant on 2.17.1 that takes a release a month after it comes out. */
const fleet = (upgrades: object | null = { readyAfterDays: 30 }, asOf = "2026-11-29") =>
  parseFleet({
    apiVersion: "nkp-planner/v1",
    kind: "Fleet",
    ...{ asOf, release: "nkp-2.17.1", currency: "EUR" },
    tenants: [{ id: "ash", workloads: [], price: { monthly: "5000.00" }, ...(upgrades && { upgrades }) }],
  });

/** 2.18 is out; 2.19 comes 200 days after 2026-07-16, on 2027-02-01, 2.20 on 2027-08-20, 2.21 after the year. */
const SETTINGS = { "upgrade-horizon-months": "12", "days-between-minors": "200" };
const contextOf = (settings: Record<string, string> = {}) => ({
  ...planningContext({
    release: "nkp-2.17.1",
    priceBook: toyPriceBook(),
    settings: { ...SETTINGS, "tenant-services": "none", ...settings },
  }),
  upgradeEfforts,
});
const planOf = (model: OperatingModel, settings: Record<string, string> = {}, input = fleet()) =>
  plannedFleet(input, model, contextOf(settings));

const upgradesOf = ({ costs }: ReturnType<typeof planOf>) =>
  costs
    .filter(({ label }) => label.startsWith("upgrades"))
    .map(({ clusterName, label, quantity }) => [clusterName, label, Number(quantity)] as const);

describe("labour of upgrades", () => {
  it("is what a calendar counts where a fleet says when its tenants are ready", () => {
    const plan = planOf(starterSelfManaged);
    const nodeCount = plan.totals.nodeCount;
    // Moved on 2026-11-29, 2027-03-03 and 2027-09-19: three upgrades in twelve months.
    const lines = upgradesOf(plan);
    expect(lines.map(([cluster, label]) => [cluster, label])).toEqual([
      ["tenant-ash", `upgrades, nodes replaced, ${3 * nodeCount} in 12 months`],
      ["tenant-ash", "upgrades, sets of applications tried, 3 in 12 months"],
      ["tenant-ash", "upgrades, days agreed with tenants, 3 in 12 months"],
    ]);
    const [nodes, tried, agreed] = lines.map(([, , hours]) => hours);
    expect(nodes).toBeCloseTo((3 * nodeCount * 4.3) / 60 / 12, 8);
    expect(tried).toBeCloseTo((3 * 2) / 12, 8);
    expect(agreed).toBeCloseTo((3 * 1) / 12, 8);
  });

  it("has the platform of the plane and those who are signed out on the bill of the plane", () => {
    const plane = upgradesOf(planOf(ultimateCentralized)).filter(([cluster]) => cluster === "management");
    expect(plane.map(([, label]) => label.replace(/\d+ in/, "n in"))).toEqual([
      "upgrades, nodes replaced, n in 12 months",
      "upgrades, platforms upgraded, n in 12 months",
      "upgrades, clusters whose users are told, n in 12 months",
    ]);
    // The plane is upgraded as often as its one cluster, each time for 57 minutes, and half an hour to tell its users.
    expect(plane[1]?.[2]).toBeCloseTo((3 * 57) / 60 / 12, 8);
    expect(plane[2]?.[2]).toBeCloseTo((3 * 0.5) / 12, 8);
  });

  it("is hours for each cluster where nobody speaks of upgrades, or where that is asked for", () => {
    for (const plan of [
      planOf(starterSelfManaged, {}, fleet(null)),
      planOf(starterSelfManaged, { "upgrade-labour": "flat" }),
    ]) {
      // 3 hours every 200 days: × 365 ÷ 12 ÷ 200 a month.
      expect(upgradesOf(plan)).toEqual([
        ["tenant-ash", "upgrades, 3 hours every 200 days", expect.closeTo((3 * 365) / 12 / 200, 8)],
      ]);
      expect(plan.findings.map(({ code }) => code)).not.toContain("upgrades-counted");
    }
  });

  it("is counted of assumed paces where that is asked for", () => {
    const plan = planOf(starterSelfManaged, { "upgrade-labour": "counted" }, fleet(null));
    expect(upgradesOf(plan)).toEqual(upgradesOf(planOf(starterSelfManaged)));
    expect(plan.findings.map((one) => findingText(one)).join("\n")).toContain(
      "Labour of upgrades is counted from a calendar of 12 months",
    );
  });

  it("costs, is shared and leaves a margin like all other labour", () => {
    const [counted, flat] = [planOf(starterSelfManaged), planOf(starterSelfManaged, { "upgrade-labour": "flat" })];
    const hours = upgradesOf(counted).reduce((sum, [, , one]) => sum + one, 0);
    const cents = (amount: string) => Math.round(Number(amount) * 100);
    // Each of the three lines is rounded by itself; an hour costs 50.
    const expected = upgradesOf(counted).reduce((sum, [, , one]) => sum + Math.round(one * 50 * 100), 0);
    const flatCents = Math.round(((3 * 365) / 12 / 200) * 50 * 100);
    const costs = [counted, flat].map(({ totals }) => cents(totals.monthlyCost.amount));
    expect((costs[0] ?? 0) - (costs[1] ?? 0)).toBe(expected - flatCents);
    expect(hours).toBeGreaterThan(0);
    const margins = [counted, flat].map(({ tenants }) => cents(tenants[0]?.monthlyMargin?.amount ?? ""));
    expect((margins[0] ?? 0) - (margins[1] ?? 0)).toBe(flatCents - expected);
  });

  it("falls on its days in a forecast", () => {
    const input = fleet({ readyAfterDays: 30 }, "2026-12-01");
    const options = { months: 12, discountPercentPerYear: 0 };
    const { months, findings } = forecastOf(input, starterSelfManaged, contextOf(), options);
    expect(findings.map(({ code }) => code)).toContain("upgrades-played");
    const flat = forecastOf(input, starterSelfManaged, contextOf({ "upgrade-labour": "flat" }), options);
    expect(flat.findings.map(({ code }) => code)).not.toContain("upgrades-played");
    // 2.18 on the first day, 2.19 on 2027-03-03, 2.20 on 2027-09-19.
    expect(months.flatMap(({ firstDay, upgradeCount }) => (upgradeCount > 0 ? [firstDay] : []))).toEqual([
      "2026-12-01",
      "2027-03-01",
      "2027-09-01",
    ]);
    const { nodeCount } = planOf(starterSelfManaged, {}, input).totals;
    const cost = [(nodeCount * 4.3) / 60, 2, 1].reduce((sum, hours) => sum + Math.round(hours * 50 * 100), 0) / 100;
    expect(months.map(({ upgradeCost }) => Number(upgradeCost.amount)).filter((one) => one > 0)).toEqual([
      cost,
      cost,
      cost,
    ]);
  });

  it("cannot be drawn from by trials where it would move the calendar, but by its hours", () => {
    const [context, input] = [contextOf(), fleet()];
    const bases = [{ model: starterSelfManaged, plan: planOf(starterSelfManaged) }];
    const asked = (id: string) =>
      trialQuestion(bases as never, input, context, {
        ranges: [{ target: { kind: "setting", id }, low: "1", high: "90", mode: null }],
        ...{ trialCount: 10, seed: 1 },
      });
    expect(() => asked("days-between-minors")).toThrow(/changes the calendar of upgrades itself/);
    expect(() => asked("ready-after-days-fleet")).toThrow(/changes the calendar of upgrades itself/);
    expect(asked("validation-hours").settings["validation-hours"]).toEqual({ base: "2", rangeIndex: 0 });
  });

  it("is varied by the hours that it is counted by, where nobody gives ranges, and rests on those alone", () => {
    const counted = planOf(starterSelfManaged);
    const varied = assumedRanges([counted], contextOf()).ranges.map(({ target }) => target.id);
    expect(varied).toEqual(
      expect.arrayContaining(["minutes-per-node-upgraded", "validation-hours", "coordination-hours"]),
    );
    expect(varied).not.toContain("upgrade-hours-self-managed");
    const rests = counted.findings.flatMap(({ subject }) => (subject.in === "plan" ? (subject.parameterId ?? []) : []));
    expect(rests).toContain("validation-hours");
    for (const id of ["upgrade-hours-self-managed", "outages-per-year"]) expect(rests).not.toContain(id);
  });

  it("is said to be hours for each cluster where nothing is there that plays a calendar", () => {
    const { upgradeEfforts: _, ...context } = contextOf();
    const plan = plannedFleet(fleet(), starterSelfManaged, context);
    expect(upgradesOf(plan)).toHaveLength(1);
    expect(plan.findings.map(({ code }) => code)).toContain("upgrades-not-played");
  });
});

describe("sums of upgrades beside compared models", () => {
  const two = (slow: number) => {
    const { tenants, ...rest } = fleet();
    const [ash] = tenants as [(typeof tenants)[number]];
    const pace = { readyAfterDays: slow, freezes: [] };
    return { ...rest, tenants: [ash, { ...ash, id: "elm", name: "Elm", upgrades: pace }] };
  };

  it("say what the scope of coupling changes, as playing each of them says", () => {
    const [input, context] = [two(365), contextOf()];
    const { waitsByScope } = fleetUpgrades(plannedFleet(input, ultimateCentralized, context), ultimateCentralized, 12);
    const played = (["workspace", "cluster"] as const).map((scope) => {
      const { tenants } = calendarOf(input, ultimateCentralized, contextOf({ "coupling-scope": scope }), 12);
      const waits = tenants.map(({ heldBackDays }) => heldBackDays).filter((days) => days > 0);
      return { scope, waitingTenantCount: waits.length, longestWaitDays: Math.max(0, ...waits) };
    });
    expect(waitsByScope).toEqual(played);
    // Ash is ready for 2.18 on the first day; Elm on 2027-07-16, 229 days later; for 2.19 on 2028-02-01, after the year.
    // Together: from 2026-11-29 to 2027-07-16, and for 2.19 from 2027-03-03 on to the end of the 365 days.
    expect(waitsByScope[0]).toEqual({ scope: "workspace", waitingTenantCount: 1, longestWaitDays: 365 });
    const alone = plannedFleet(input, starterSelfManaged, context);
    expect(fleetUpgrades(alone, starterSelfManaged, 12).waitsByScope).toEqual([]);
  });

  it("are those of the calendar", () => {
    const [input, context] = [two(365), contextOf({ "outages-per-year": "2", "outage-hours": "4" })];
    for (const model of [ultimateCentralized, starterSelfManaged]) {
      const plan = plannedFleet(input, model, context);
      const { calendar, work, blastRadius } = fleetUpgrades(plan, model, 12);
      expect(upgradeSumsOf(plan)).toMatchObject({
        horizonMonths: 12,
        upgradeCount: [...calendar.planes, ...calendar.clusters].flatMap(({ steps }) =>
          steps.filter(({ movedOn }) => movedOn !== null),
        ).length,
        waitingTenantCount: model === starterSelfManaged ? 0 : 1,
        workHours: sumOfHours(work),
        largestTenantCount: model === starterSelfManaged ? 1 : 2,
      });
      // Two outages of four hours for two tenants, at once or one after the other.
      expect(blastRadius.kinds[0]?.tenantHoursPerYear).toBe(2 * 4 * 2);
    }
  });

  it("are unknown where what the fleet says cannot be played", () => {
    const { tenants, ...rest } = fleet();
    const odd = tenants.map((one) => ({ ...one, upgrades: { readyAfterDays: 1, freezes: [], version: "9.9.9" } }));
    const plan = plannedFleet({ ...rest, tenants: odd }, starterSelfManaged, contextOf({ "upgrade-labour": "flat" }));
    expect(upgradeSumsOf(plan)).toBeNull();
  });
});

describe("what no calendar can be played with", () => {
  it("is told at the tenant's place in the file, whoever is not there on the day", () => {
    const { tenants, ...rest } = fleet();
    const [ash] = tenants as [(typeof tenants)[number]];
    const gone = { ...ash, id: "oak", name: "Oak", contract: { ...ash.contract, until: "2026-01-01" } };
    const odd = { ...ash, upgrades: { readyAfterDays: 1, freezes: [], version: "9.9.9" } };
    const input = { ...rest, tenants: [gone, odd] };
    for (const model of [starterSelfManaged, ultimateCentralized]) {
      const paths = () => {
        try {
          return plannedFleet(input, model, contextOf()) && [];
        } catch (error) {
          if (!(error instanceof InputError)) throw error;
          return problemsOf(error).map(({ path }) => path.join("."));
        }
      };
      // Of an attached cluster as of a self-managed one: the second tenant of the file, not the first of the day.
      expect(paths()).toContain("tenants.1.upgrades.version");
    }
  });
});
