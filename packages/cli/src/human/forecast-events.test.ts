import { type Forecast, money } from "@nkp-planner/core";
import { describe, expect, it } from "vitest";
import { eventsText } from "./forecast-events.ts";
import { PLAIN } from "./ink.ts";

type Event = Forecast["events"][number];

function textOf(...events: readonly Partial<Event>[]): string {
  const nothing = { tenantIds: [], before: [], otherwise: [], after: [], effortHours: 0, monthlySaving: null };
  const all = events.map((event) => ({
    ...{ monthNumber: 4, firstDay: "2027-03-01", clusterName: "acme", kind: "cluster-built", because: "tenants" },
    ...{ ...nothing, effortCost: money("0.00", "EUR"), paybackMonths: null },
    ...event,
  })) as readonly Event[];
  const forecast = { model: { title: "Hybrid" }, events: all, currency: "EUR" } as unknown as Forecast;
  return eventsText(forecast, PLAIN).replaceAll(/\s+/g, " ");
}

const workers = (nodeCount: number, diskGiB: number) => [
  { name: "workload", role: "workload" as const, nodeCount, shape: { vcpu: 8, memoryGiB: 32, diskGiB } },
];

describe("what happens to clusters", () => {
  it("is nothing where nothing does", () => expect(textOf()).toBe(""));

  it("names three of those that are built or end in a month, and counts the others", () => {
    const built = ["a", "b", "c", "d", "e"].map((clusterName) => ({ clusterName }));
    expect(textOf(...built, { kind: "cluster-ended" })).toBe(
      "Hybrid: what happens to clusters · Month 4, from 2027-03-01: a, b, c and 2 more are built. · Month 4, from 2027-03-01: acme ends.",
    );
  });

  it("says of a change that is needed why, and disks where only they differ", () => {
    const pools = { before: workers(8, 80), otherwise: workers(8, 80), after: workers(8, 200) };
    const effort = { effortHours: 1, effortCost: money("95.00", "EUR") };
    expect(textOf({ kind: "shape-changed", because: "need", ...pools, ...effort })).toContain(
      "acme has other workers, 8 of 8 vCPU, 32 GiB, 200 GiB of disk instead of 8 of 8 vCPU, 32 GiB, 80 GiB of disk, because not everything would run on those: 1 hour, EUR 95.00 once. All changes of nodes together cost EUR 95.00 once.",
    );
  });

  it("says of the thirteenth line and those after it how many they are", () => {
    const many = Array.from({ length: 14 }, (_, index) => ({ monthNumber: index + 1 }));
    expect(textOf(...many)).toContain("and 2 more lines like these; --format json has all.");
  });
});
