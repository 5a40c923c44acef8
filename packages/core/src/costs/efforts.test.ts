import { describe, expect, it } from "vitest";
import { fleetOf, pods, toyContext } from "../../../../test/support/toy.ts";
import { ultimateCentralized } from "../models/ultimate-centralized.ts";
import { planFleet } from "../plan/plan.ts";
import { costsOfEfforts, onboardingsOn, upgradesOn } from "./efforts.ts";

const context = toyContext();
const plan = planFleet(fleetOf({ id: "a", workloads: [pods(1, "1", "1Gi")] }), ultimateCentralized, context);
const { clusters } = plan;
const { choices } = context;

describe("efforts", () => {
  it("of every month: 2 hours to run a cluster, and of 3 hours every 73 days a month's part", () => {
    // 365 ÷ 73 = 5 upgrades a year, 5 ÷ 12 a month: 1.25 hours.
    expect(plan.efforts.map((one) => [one.clusterName, one.activity, one.hours, one.due])).toEqual([
      ["management", "operations", 2, "every month"],
      ["tenant-a", "operations", 2, "every month"],
      ["management", "upgrades", 1.25, "every month"],
      ["tenant-a", "upgrades", 1.25, "every month"],
    ]);
  });

  it("of a day: each upgrade by itself, and taking on the tenants of the clusters that house some", () => {
    const upgrades = upgradesOn(["2027-03-15", "2027-05-27"], clusters, choices);
    expect(upgrades.map(({ due, clusterName, hours }) => [due, clusterName, hours])).toEqual([
      ["2027-03-15", "management", 3],
      ["2027-03-15", "tenant-a", 3],
      ["2027-05-27", "management", 3],
      ["2027-05-27", "tenant-a", 3],
    ]);
    expect(onboardingsOn("2027-01-01", clusters, choices)).toMatchObject([
      { clusterName: "tenant-a", activity: "onboarding", hours: 10, due: "2027-01-01" },
    ]);
  });

  it("cost hours × rate, several of one cluster and activity together", () => {
    const lines = costsOfEfforts(upgradesOn(["2027-03-15", "2027-05-27"], clusters, choices), context, "month");
    expect(
      lines.map(({ clusterName, quantity, amount, recurs }) => [clusterName, quantity, amount.amount, recurs]),
    ).toEqual([
      ["management", 6, "300.00", "month"], // 2 × 3 hours × 50
      ["tenant-a", 6, "300.00", "month"],
    ]);
  });
});
