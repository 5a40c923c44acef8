import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  fleetOf,
  pods,
  type TenantDraft,
  toyContext,
  toyPriceBook,
  toyPriceList,
} from "../../../../test/support/toy.ts";
import { addMonths } from "../base/dates.ts";
import { findingText } from "../base/findings/finding-text.ts";
import { InputError, problemsOf } from "../base/findings/input-error.ts";
import { compareMoney, type Money, sumMoney } from "../base/money.ts";
import { presentValue } from "../base/present-value.ts";
import { starterSelfManaged } from "../models/starter-self-managed.ts";
import type { PlanningContext } from "../price-list/planning-context.ts";
import { parsePriceList } from "../price-list/price-list.ts";
import { parsePriceBook } from "../prices/price-book.ts";
import { forecastOf } from "./forecast.ts";
import type { ForecastOptions } from "./forecast-options.ts";

/**
 * One Starter cluster of the toy platform with nothing in it costs, a month:
 * licences 8 × 5 = 40, vCPU 14 × 10 = 140, memory 40 × 2 = 80, disks 500 × 0.10 = 50, operations 2 h × 50 = 100
 * → 410; and 3 h × 50 = 150 an upgrade, or 62.50 a month on average. Taking a tenant on: 10 h × 50 = 500 once.
 */
const CLUSTER = 410;
const UPGRADE = 150;
const ONBOARDING = 500;

/** 31, 31, 28, 31 … days: the months of a year from this day begin on days 0, 31, 62, 90, 121, 151, 182, 212, 243, 274 … */
const START = "2026-12-01";

const quiet = { "upgrade-hours-self-managed": "0" };
const tenant = (monthly: string, more: TenantDraft = {}): TenantDraft => ({ price: { monthly }, ...more });

function forecast(
  tenants: readonly TenantDraft[],
  options: Partial<ForecastOptions> = {},
  context: PlanningContext = toyContext(quiet),
) {
  return forecastOf(fleetOf(...tenants), starterSelfManaged, context, {
    months: 12,
    discountPercentPerYear: 0,
    ...options,
  });
}

const text = (value: Money | null) => (value === null ? null : value.amount);
const euros = (amount: number) => amount.toFixed(2);

describe("a fleet that stays as it is", () => {
  const margin = 600 - CLUSTER;

  it("leaves its margin every month", () => {
    const { months, totalMargin, netPresentValue, totalPrice, totalCost } = forecast([tenant("600.00")], {
      months: 24,
    });
    expect(months.map(({ monthlyMargin }) => text(monthlyMargin))).toEqual(Array(24).fill(euros(margin)));
    expect(months.map(({ cumulativeCash }) => text(cumulativeCash))).toEqual(
      months.map(({ monthNumber }) => euros(monthNumber * margin)),
    );
    expect(text(totalMargin)).toBe(euros(24 * margin));
    expect([text(totalPrice), text(totalCost)]).toEqual([euros(24 * 600), euros(24 * CLUSTER)]);
    expect(text(netPresentValue)).toBe(euros(24 * margin));
  });

  it.each([
    ["2027-01-01", "2027-01-01"],
    ["2027-01-02", "2027-02-01"],
    ["2027-01-31", "2027-02-01"],
    ["2027-12-31", "2028-01-01"],
    ["2028-02-29", "2028-03-01"],
  ])("has the months of the calendar, asked from %s the first from %s on", (start, first) => {
    const { months, start: begins, findings } = forecast([], { start, months: 14 });
    expect(begins).toBe(first);
    expect(months.map(({ firstDay }) => firstDay)).toEqual(Array.from({ length: 14 }, (_, at) => addMonths(first, at)));
    expect(months.every(({ firstDay }) => firstDay.endsWith("-01"))).toBe(true);
    const said = findings.filter(({ code }) => code === "part-month-left-out").map((one) => findingText(one));
    const sentence = `Months begin on the first: what lies between ${start} and ${first} is not counted.`;
    expect(said).toEqual(start === first ? [] : [sentence]);
  });

  it("begins with the first whole month after the day of the fleet", () => {
    // The toy's fleets are of 2026-11-23.
    expect(forecast([]).months[0]?.firstDay).toBe(START);
  });

  it("costs and brings nothing without tenants", () => {
    const { months, totalMargin, paybackMonthNumber } = forecast([]);
    expect(months.every(({ nodeCount, hostCount }) => nodeCount === 0 && hostCount === 0)).toBe(true);
    expect(text(totalMargin)).toBe("0.00");
    expect(paybackMonthNumber).toBe(1);
  });

  it("knows its cost alone where a tenant has no price", () => {
    const { months, totalCost, totalMargin, netPresentValue, paybackMonthNumber, peakFundingNeed } = forecast([
      tenant("600.00"),
      { contract: { from: addMonths(START, 11) } },
    ]);
    expect(months.map(({ monthlyMargin }) => text(monthlyMargin))).toEqual([...Array(11).fill("190.00"), null]);
    expect(months.at(-1)).toMatchObject({ monthlyPrice: null, cashFlow: null, cumulativeMargin: null });
    expect(text(totalCost)).toBe(euros(13 * CLUSTER + ONBOARDING));
    expect({ totalMargin, netPresentValue, paybackMonthNumber, peakFundingNeed }).toEqual({
      totalMargin: null,
      netPresentValue: null,
      paybackMonthNumber: null,
      peakFundingNeed: null,
    });
  });
});

describe("tenants that come and go", () => {
  const countsOf = (contract: TenantDraft["contract"]) =>
    forecast([tenant("1000.00", contract === undefined ? {} : { contract })]).months.map(
      ({ tenantCount }) => tenantCount,
    );

  it("counts one from month 4 up to month 9, and its onboarding once", () => {
    const contract = { from: addMonths(START, 3), until: addMonths(START, 8) };
    const { months, totalMargin } = forecast([tenant("600.00"), tenant("1000.00", { contract })]);
    expect(months.map(({ tenantCount }) => tenantCount)).toEqual([1, 1, 1, 2, 2, 2, 2, 2, 1, 1, 1, 1]);
    expect(months.map(({ nodeCount }) => nodeCount)).toEqual([5, 5, 5, 10, 10, 10, 10, 10, 5, 5, 5, 5]);
    expect(months.map(({ oneTimeCost }) => text(oneTimeCost))).toEqual(
      months.map(({ monthNumber }) => euros(monthNumber === 4 ? ONBOARDING : 0)),
    );
    // 12 × (600 − 410) + 5 × (1000 − 410) − 500 = 2280 + 2950 − 500
    expect(text(totalMargin)).toBe("4730.00");
  });

  it("counts who comes during a month from the next one, and who leaves during a month to its end", () => {
    expect(countsOf({ from: "2026-12-02" })).toEqual([0, ...Array(11).fill(1)]);
    expect(countsOf({ until: "2026-12-02" })).toEqual([1, ...Array(11).fill(0)]);
    expect(countsOf({ until: "2027-01-01" })).toEqual([1, ...Array(11).fill(0)]);
    expect(countsOf({ from: "2027-02-02", until: "2027-02-28" })).toEqual(Array(12).fill(0));
    expect(countsOf(undefined)).toEqual(Array(12).fill(1));
  });

  it.each([
    ["contract of no first day", undefined, 0],
    ["contract that began before", "2026-11-22", 0],
    ["contract that begins with month 1", START, ONBOARDING],
    ["contract that begins on the day asked for", "2026-11-23", ONBOARDING],
    ["contract that begins between that day and month 1", "2026-11-28", ONBOARDING],
  ])("takes a tenant on in month 1 or before: %s", (_name, from, expected) => {
    const { months } = forecast([tenant("600.00", from === undefined ? {} : { contract: { from } })]);
    expect(months.map(({ oneTimeCost }) => text(oneTimeCost))).toEqual([euros(expected), ...Array(11).fill("0.00")]);
  });
});

describe("payback", () => {
  // Taking on costs 500 in month 1; after month n cash is n × margin − 500.
  const begun = { contract: { from: START } };
  it.each([
    ["exactly nothing short", "510.00", 5, "400.00"],
    ["one month later", "509.99", 6, "400.01"],
    ["in the last month", "451.67", 12, "458.33"],
    ["a cent too little", "451.66", null, "458.34"],
    ["never short", "910.00", 1, "0.00"],
    ["ever more", "400.00", null, euros(500 + 12 * 10)],
  ])("%s", (_name, price, paybackMonthNumber, need) => {
    const result = forecast([tenant(price, begun)]);
    expect(result.paybackMonthNumber).toBe(paybackMonthNumber);
    expect(text(result.peakFundingNeed)).toBe(need);
  });

  it("is when cash stays, not when it first is there", () => {
    const guest = tenant("0.00", { contract: { from: addMonths(START, 2), until: addMonths(START, 3) } });
    // 190, 380, then 380 + 190 − 410 − 500 = −340, −150, 40.
    const { months, paybackMonthNumber } = forecast([tenant("600.00"), guest]);
    expect(months.slice(0, 5).map(({ cumulativeCash }) => text(cumulativeCash))).toEqual(
      [190, 380, -340, -150, 40].map(euros),
    );
    expect(paybackMonthNumber).toBe(5);
  });
});

describe("upgrades", () => {
  it("fall when they are due, and add up to what they cost on average", () => {
    const { months, totalCost } = forecast([tenant("600.00")], { months: 60 }, toyContext());
    // Days 73, 146, 219 and 292 are in the months from days 61, 120, 212 and 273; day 365 is month 13's first.
    expect(months.filter(({ upgradeCount }) => upgradeCount > 0).map(({ monthNumber }) => monthNumber)).toEqual(
      expect.arrayContaining([3, 5, 8, 10, 13]),
    );
    expect(months.slice(0, 12).map(({ upgradeCount }) => upgradeCount)).toEqual([0, 0, 1, 0, 1, 0, 0, 1, 0, 1, 0, 0]);
    expect(text(months[2]?.monthlyCost ?? null)).toBe(euros(CLUSTER + UPGRADE));
    expect(text(months[3]?.monthlyCost ?? null)).toBe(euros(CLUSTER));
    // 25 in 1826 days, on average 60 × 62.50.
    expect(text(totalCost)).toBe(euros(60 * CLUSTER + 25 * UPGRADE));
    expect(25 * UPGRADE).toBe(60 * 62.5);
  });
});

describe("indexation", () => {
  const priceList = parsePriceList({
    apiVersion: "nkp-planner/v1",
    kind: "PriceList",
    id: "toy-list",
    title: "Toy list",
    currency: "EUR",
    validFrom: "2026-01-01",
    illustrative: true,
    items: [{ sku: "T", name: "Tenant", per: "tenant", unitPrice: "1000.00" }],
    onboarding: { sku: "O", name: "Onboarding", unitPrice: "300.00" },
    indexation: { percentPerYear: 2.5 },
  });
  const context = { ...toyContext(quiet), priceList };

  it("raises listed prices once a year, rounded to the cent, and leaves agreed ones", () => {
    const prices = (draft: TenantDraft) =>
      forecast([draft], { months: 36 }, context).months.map(({ monthlyPrice }) => text(monthlyPrice));
    // 1000 × 1.025 = 1025; × 1.025 = 1050.625
    const yearly = [...Array(12).fill("1000.00"), ...Array(12).fill("1025.00"), ...Array(12).fill("1050.63")];
    expect(prices({})).toEqual(yearly);
    expect(prices(tenant("600.00"))).toEqual(Array(36).fill("600.00"));
  });

  it("leaves what is paid once", () => {
    const { months } = forecast([{ contract: { from: addMonths(START, 14) } }], { months: 36 }, context);
    expect(text(months[14]?.oneTimePrice ?? null)).toBe("300.00");
    expect(text(months[14]?.monthlyPrice ?? null)).toBe("1025.00");
  });
});

describe("growth", () => {
  it("adds a pod for the part of a replica, which takes a node when it no longer fits", () => {
    const settings = { ...quiet, "planning-horizon-months": "0", "workload-node-shape": "4x8x100" };
    const { months } = forecast(
      [{ workloads: [pods(1, "3", "1Gi")], growthPercentPerYear: 100, price: { monthly: "1000.00" } }],
      {},
      toyContext(settings),
    );
    // One pod of 3 vCPU and one of 3 × (2^(m/12) − 1). Of 4 vCPU 3.9 are left beside the agent: the console's node has
    // room for 1.9, enough up to month 8 (3 × 0.587 = 1.76), not in month 9 (3 × 0.682 = 2.05). Month 12: two of 3.
    expect(months.map(({ nodeCount }) => nodeCount)).toEqual([...Array(8).fill(3 + 2), ...Array(4).fill(3 + 3)]);
  });

  it("moves a price by request as the percentage does", () => {
    const items = [{ sku: "V", name: "vCPU", per: "requested-vcpu", unitPrice: "100" }];
    const context = { ...toyContext({ ...quiet, "agreed-prices": "ignored" }), priceList: toyPriceList({ items }) };
    const { months } = forecast([{ workloads: [pods(1, "2", "1Gi")], growthPercentPerYear: 21 }], {}, context);
    // 2 vCPU × 1.21^(6/12) = 2.2, and × 1.21 = 2.42
    expect([months[5], months[11]].map((month) => text(month?.monthlyPrice ?? null))).toEqual(["220.00", "242.00"]);
  });

  it("plans the same fleet once, and tells of every month", () => {
    let layoutCount = 0;
    const counted = {
      ...starterSelfManaged,
      layout: (...args: Parameters<typeof starterSelfManaged.layout>) => {
        layoutCount += 1;
        return starterSelfManaged.layout(...args);
      },
    };
    const told: number[] = [];
    const contract = { from: addMonths(START, 3), until: addMonths(START, 8) };
    const onMonth = (month: number) => told.push(month);
    const input = fleetOf(tenant("600.00"), tenant("600.00", { contract }));
    forecastOf(input, counted, toyContext(), { months: 12, discountPercentPerYear: 0, onMonth });
    expect(told).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
    // Alone, with the guest, and alone again, which is known.
    expect(layoutCount).toBe(2);
  });
});

describe("a month that falls short", () => {
  it("says so", () => {
    const contract = { until: addMonths(START, 5) };
    const { months } = forecast([tenant("600.00"), tenant("600.00", { contract, workloads: [pods(1, "64", "1Gi")] })]);
    expect(months.map(({ isFeasible }) => isFeasible)).toEqual([...Array(5).fill(false), ...Array(7).fill(true)]);
  });
});

describe("hosts that are bought", () => {
  const book = {
    apiVersion: "nkp-planner/v1",
    kind: "PriceBook",
    id: "toy-hosts",
    title: "Toy prices with hosts",
    currency: "EUR",
    validFrom: "2026-01-01",
    illustrative: true,
  };
  const rates = Object.values(toyPriceBook().rates)
    .filter(({ kind }) => !kind.startsWith("infrastructure"))
    .map(({ kind, sku, unit, unitPrice }) => ({
      sku,
      name: sku,
      appliesTo: kind,
      unit,
      unitPrice: unitPrice.amount,
    }));
  const host = {
    sku: "HOST",
    name: "Host",
    appliesTo: "host",
    unit: "host",
    unitPrice: "6100.00",
    amortisedOverMonths: 60,
    residualValue: "100.00",
  };
  const context = { ...toyContext(quiet), priceBook: parsePriceBook({ ...book, items: [...rates, host] }) };
  const contract = { from: addMonths(START, 3), until: addMonths(START, 8) };
  const guests = Array.from({ length: 4 }, () => tenant("2000.00", { contract }));

  it("pays for hosts when more are needed, and keeps them when fewer are", () => {
    const { months, residualValue, totalMargin } = forecast([tenant("2000.00"), ...guests], {}, context);
    // One cluster: three hosts at least. Five: 5 × 14 vCPU, 4 of Prism Central, 4 to upgrade: 12 VMs of 4 and 15 of 2,
    // on four hosts three and four of each, 12 + 8 = 20; and a spare one.
    const peak = 5;
    expect(months.map(({ hostCount }) => hostCount)).toEqual([3, 3, 3, ...Array(5).fill(peak), 3, 3, 3, 3]);
    expect(months.map(({ hostsBoughtCount }) => hostsBoughtCount)).toEqual([3, 0, 0, peak - 3, ...Array(8).fill(0)]);
    // (6100 − 100) ÷ 60 = 100 a month and host owned; licences 40, operations 100.
    expect(text(months[0]?.monthlyCost ?? null)).toBe(euros(40 + 100 + 3 * 100));
    expect(text(months[11]?.monthlyCost ?? null)).toBe(euros(40 + 100 + peak * 100));
    expect(text(months[0]?.cashFlow ?? null)).toBe(euros(2000 - 140 - 3 * 6100));
    expect(text(months[1]?.cashFlow ?? null)).toBe(euros(2000 - 140));
    // After 12 and 9 months.
    const worth = 3 * (6100 - 12 * 100) + (peak - 3) * (6100 - 9 * 100);
    expect(text(residualValue)).toBe(euros(worth));
    expect(text(months[11]?.cashFlow ?? null)).toBe(euros(2000 - 140 + worth));
    // What is paid and not yet written off is what is left.
    expect(text(months[11]?.cumulativeCash ?? null)).toBe(text(totalMargin));
  });

  it("buys for each cluster of hosts what it needs, and leaves what one has in it", () => {
    // a is on gold all the time, b on silver for the months 4 to 8, c on bronze from month 9 on: three hosts for each, and
    // those of silver are no use to c.
    const one = (more: TenantDraft, hostCluster?: string) => {
      const [found] = fleetOf(tenant("2000.00", more)).tenants;
      return { ...(found as NonNullable<typeof found>), ...(hostCluster === undefined ? {} : { hostCluster }) };
    };
    const tenants = [
      one({ id: "a" }),
      one({ id: "b", contract }, "silver"),
      one({ id: "c", contract: { from: addMonths(START, 8) } }, "bronze"),
    ];
    const named = (name: string) => ({ name, profile: null, mostHostCount: null, siteCount: 1 });
    const hosting = {
      hostClusters: [named("gold"), named("silver"), named("bronze")] as const,
      placedRoles: {},
    };
    const input = { ...fleetOf(), tenants, hosting };
    const options = { months: 12, start: START, discountPercentPerYear: 0 };
    const { months } = forecastOf(input, starterSelfManaged, context, options);
    expect(months.map(({ hostCount }) => hostCount)).toEqual([3, 3, 3, ...Array(9).fill(6)]);
    expect(months.map(({ hostsBoughtCount }) => hostsBoughtCount)).toEqual([3, 0, 0, 3, 0, 0, 0, 0, 3, 0, 0, 0]);
    // Nine owned at the end, 100 a month each; licences 40 and operations 100 of two clusters.
    expect(text(months[11]?.monthlyCost ?? null)).toBe(euros(2 * 140 + 9 * 100));
  });

  it("writes hosts off once, and runs them on", () => {
    const short = { ...host, amortisedOverMonths: 12, residualValue: "100.00" };
    const { months, residualValue } = forecast(
      [tenant("2000.00")],
      { months: 24 },
      { ...context, priceBook: parsePriceBook({ ...book, items: [...rates, short] }) },
    );
    // (6100 − 100) ÷ 12 = 500
    expect(text(months[11]?.monthlyCost ?? null)).toBe(euros(140 + 3 * 500));
    expect(text(months[12]?.monthlyCost ?? null)).toBe(euros(140));
    expect(text(residualValue)).toBe(euros(3 * 100));
  });
});

describe("options", () => {
  const found = (options: Partial<ForecastOptions>) => {
    try {
      forecast([], options);
      return [];
    } catch (error) {
      return problemsOf(error as InputError).map(({ path }) => path.join("."));
    }
  };

  it.each([
    [{ months: 11 }, ["months"]],
    [{ months: 12 }, []],
    [{ months: 60 }, []],
    [{ months: 61 }, ["months"]],
    [{ months: 12.5 }, ["months"]],
    [{ discountPercentPerYear: -1 }, ["discount"]],
    [{ discountPercentPerYear: Number.NaN }, ["discount"]],
    [{ discountPercentPerYear: 100 }, []],
    [{ discountPercentPerYear: 101, months: 0, start: "2027-02-29" }, ["months", "discount", "start"]],
  ])("%j", (options, expected) => {
    expect(found(options)).toEqual(expected);
  });

  it("refuse more pods than a fleet may hold", () => {
    const endless = { growthPercentPerYear: 1000, workloads: [pods(10, "1", "1Gi")] };
    // 10 × 11^5 = 1,610,510
    expect(() => forecast([endless], { months: 60 })).toThrow("found 1610510 pods after 60 months");
  });

  it("are refused as input", () => {
    expect(() => forecast([], { months: 0 })).toThrow(InputError);
  });
});

describe("for any fleet", () => {
  it("is the same every month where nothing grows, comes or goes", () => {
    const draft = fc.record({
      workloads: fc
        .tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 1, max: 3 }))
        .map(([replicas, cpu]) => [pods(replicas, String(cpu), "1Gi")]),
      price: fc.integer({ min: 0, max: 5000 }).map((monthly) => ({ monthly: String(monthly) })),
    });
    fc.assert(
      fc.property(fc.array(draft, { minLength: 1, maxLength: 4 }), (drafts) => {
        const { months, netPresentValue } = forecast(drafts);
        const alike = months.map(
          ({ monthNumber, firstDay, upgradeCount, cumulativeMargin, cumulativeCash, ...rest }) => rest,
        );
        expect(alike).toEqual(Array(12).fill(alike[0]));
        const flows = months.map(({ cashFlow }) => cashFlow as Money);
        expect(text(netPresentValue)).toBe(text(sumMoney(flows, "EUR")));
        expect(text(netPresentValue)).toBe(text(months.at(-1)?.cumulativeCash ?? null));
      }),
      { numRuns: 15 },
    );
  });

  it("is worth less the dearer money is, where every month brings some", () => {
    const percent = fc.double({ min: 0, max: 100, noNaN: true });
    const { months } = forecast([tenant("600.00")]);
    const flows = months.map(({ cashFlow }) => cashFlow as Money);
    fc.assert(
      fc.property(percent, percent, (one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        const order = compareMoney(presentValue(flows, high, "EUR"), presentValue(flows, low, "EUR"));
        expect(order).toBeLessThanOrEqual(0);
        if (high - low > 1) expect(order).toBeLessThan(0);
      }),
    );
  });
});
