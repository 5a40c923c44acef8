import { describe, expect, it } from "vitest";
import { fleetOf, pods, type TenantDraft, toyContext } from "../../../../test/support/toy.ts";
import { findingText } from "../base/findings/finding-text.ts";
import { InputError } from "../base/findings/input-error.ts";
import { starterSelfManaged } from "../models/starter-self-managed.ts";
import { monthsFrom, tenantsInMonth } from "./fleet-in-month.ts";
import { forecastOf } from "./forecast.ts";
import type { TenantRates } from "./rates-given.ts";
import { tenantsOverTime } from "./tenants-over-time.ts";

const START = "2026-12-01";
const months = monthsFrom(START, 12);
const sized = (vcpu: number, more: TenantDraft = {}): TenantDraft => ({
  workloads: [pods(1, String(vcpu), "1Gi")],
  ...more,
});
const over = (drafts: readonly TenantDraft[], rates: Partial<TenantRates>) =>
  tenantsOverTime(fleetOf(...drafts).tenants, months, { churnPercentPerYear: 0, newTenantsPerYear: 0, ...rates });
const monthOf = (day: string | null) => months.find(({ firstDay }) => firstDay === day)?.monthNumber;

describe("tenants that come by a rate", () => {
  it("come whenever the months' parts have come to a whole one, as large as the median", () => {
    const { coming, pattern, arrivals } = over([sized(3), sized(1), sized(2), sized(4)], { newTenantsPerYear: 6 });
    // Of four the second: half of the others are no larger.
    expect(pattern?.id).toBe("tenant-3");
    expect(coming.map(({ id, contract }) => [id, monthOf(contract.from)])).toEqual([
      ["new-1", 3],
      ["new-2", 5],
      ["new-3", 7],
      ["new-4", 9],
      ["new-5", 11],
    ]);
    expect(coming[0]).toMatchObject({ name: "New tenant 1", demand: pattern?.demand, contract: { until: null } });
    expect(arrivals.get("new-2")).toBe(5);
  });

  it("come several in a month, under ids that nobody has", () => {
    const { coming } = over([{ ...sized(1), id: "new-1" }], { newTenantsPerYear: 24 });
    expect(coming.filter(({ contract }) => contract.from === "2027-01-01").map(({ id }) => id)).toEqual([
      "new-1-more",
      "new-2",
    ]);
    expect(coming).toHaveLength(22);
  });

  it("grow from when they come", () => {
    const { tenants, arrivals } = over([sized(1, { growthPercentPerYear: 1000 })], { newTenantsPerYear: 12 });
    const month = months[11] as (typeof months)[number];
    const [first, , last] = tenantsInMonth(tenants, month, toyContext(), new Map([...arrivals, ["new-2", 12]]));
    const cpuOf = (demand: unknown) =>
      (demand as { replicas: number; requestsPerReplica: { cpuMillicores: number } }[]).reduce(
        (sum, { replicas, requestsPerReplica }) => sum + replicas * requestsPerReplica.cpuMillicores,
        0,
      );
    // 11^(12 ÷ 12) vCPU, and after one month 11^(1 ÷ 12) = 1.22119.
    expect([cpuOf(first?.demand), cpuOf(last?.demand)]).toEqual([11_000, 1222]);
  });

  it("have no size to take where the first month has no tenants", () => {
    const later = sized(1, { contract: { from: "2027-02-01" } });
    expect(() => over([later], { newTenantsPerYear: 1 })).toThrow(InputError);
    expect(() => over([later], { newTenantsPerYear: 1 })).toThrow("a tenant under contract in the first month");
  });
});

describe("tenants that leave by a rate", () => {
  it("leave whenever the months' parts have come to a whole one", () => {
    const { leaving } = over(Array(50).fill(sized(1)), { churnPercentPerYear: 12 });
    // 50 × (1 − 0.88^(1 ÷ 12)) = 0.53 in the first month; after eleven of them 50 × (1 − 0.88^(11 ÷ 12)) = 5.5 in all.
    expect(leaving.map(({ contract }) => monthOf(contract.until))).toEqual([3, 5, 7, 9, 11]);
  });

  it("are spread over the sizes, whatever the order of the file", () => {
    const sizes = [1, 2, 3, 4, 5, 6, 7, 8];
    const leaversOf = (all: readonly number[]) =>
      over(
        all.map((vcpu) => ({ ...sized(vcpu), id: `of-${vcpu}` })),
        { churnPercentPerYear: 40 },
      ).leaving.map(({ id }) => id);
    // Of 1 to 8 that at a half, of the other seven that at a quarter, of the other six that at three quarters.
    expect(leaversOf(sizes)).toEqual(["of-5", "of-2", "of-7"].slice(0, leaversOf(sizes).length));
    expect(leaversOf(sizes).length).toBeGreaterThan(1);
    expect(leaversOf(sizes.toReversed())).toEqual(leaversOf(sizes));
  });

  it("are none of those whom a term or the end of their contract binds", () => {
    const ends = sized(1, { contract: { until: "2027-06-01" } });
    const term = sized(1, { contract: { from: "2026-06-01", termMonths: 12 } });
    const { leaving } = over([ends, term, sized(1)], { churnPercentPerYear: 100 });
    // All that may: who is free in month 1 leaves with month 2, who is from 1 June 2027 on, month 7, with month 8.
    expect(leaving.map(({ id, contract }) => [id, monthOf(contract.until)])).toEqual([
      ["tenant-3", 2],
      ["tenant-2", 8],
    ]);
  });

  it("are nobody at a rate of nothing", () => {
    expect(over([sized(1)], {})).toMatchObject({ leaving: [], coming: [], pattern: null });
  });
});

describe("a forecast with rates", () => {
  const draft = sized(1, { price: { monthly: "1000.00" } });
  const forecast = (options: Partial<TenantRates>) =>
    forecastOf(fleetOf(draft, draft), starterSelfManaged, toyContext(), {
      months: 12,
      discountPercentPerYear: 0,
      ...options,
    });

  it("takes on those who come, and says who comes and leaves", () => {
    const { months: all, events, findings } = forecast({ newTenantsPerYear: 4, churnPercentPerYear: 50 });
    const said = findings.filter(({ ruleId }) => ruleId === "rates-taken").map((one) => findingText(one));
    // 1 − 0.5^(1 ÷ 12) = 0.0561 of those there: 3 × 2 × 0.0561, 3 × 3 × 0.0561 and 4 × 0.0561 are 1.07 by month 8.
    expect(all.map(({ tenantCount }) => tenantCount)).toEqual([2, 2, 2, 3, 3, 3, 4, 3, 3, 4, 4, 4]);
    expect(all[3]?.oneTimeCost.amount).toBe("500.00");
    expect(events.filter(({ kind }) => kind === "cluster-ended")).toHaveLength(1);
    expect(said).toEqual([
      "50 % a year (asked for) of the tenants that no term or end of contract binds are taken to leave, 1 tenant in these months, spread over their sizes: tenant-1 (until 2027-07-01).",
      "4 tenants a year (asked for) are taken to come, 3 in these months, each as large as tenant-1, the median by CPU, and at its price.",
    ]);
  });

  it("says so where a rate is not yet a whole tenant", () => {
    const { findings } = forecast({ churnPercentPerYear: 1 });
    expect(findings.map((one) => findingText(one)).join(" ")).toContain(
      "1 % a year (asked for) of the tenants that no term or end of contract binds are taken to leave: not yet one",
    );
  });

  it.each([
    [{ churnPercentPerYear: -1 }, "churn-percent-per-year: found -1, expected a percentage a year from 0 to 100"],
    [{ churnPercentPerYear: Number.NaN }, "a percentage a year from 0 to 100"],
    [{ newTenantsPerYear: 1001 }, "expected a number of tenants a year from 0 to 1000"],
  ])("refuses %j", (options, expected) => {
    expect(() => forecast(options)).toThrow(expected);
  });
});
