import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fleetOf, pods, type TenantDraft, toyContext } from "../../../../test/support/toy.ts";
import { addMonths } from "../base/dates.ts";
import { money } from "../base/money.ts";
import type { PlanInput } from "../input/fleet.ts";
import type { OperatingModel } from "../models/operating-model.ts";
import { starterSelfManaged } from "../models/starter-self-managed.ts";
import { ultimateCentralized } from "../models/ultimate-centralized.ts";
import { clustersOf } from "../plan/plan.ts";
import { PlanningCache } from "../plan/planning-cache.ts";
import type { PlanningContext } from "../price-list/planning-context.ts";
import type { PoolInEvent } from "./cluster-event.ts";
import { ClusterLedger, type ClustersInMonth } from "./cluster-ledger.ts";
import { monthsFrom, tenantsInMonth } from "./fleet-in-month.ts";
import { isGrownOnly } from "./reshaping.ts";

const START = "2026-12-01";
const MONTHS = 12;

/** Nothing is kept for growth to come; the cheapest shape is chosen. A node of 4/8 costs 40 + 16 + 10 + 20 = 86, of 8/12 80 + 24 + 10 + 40 = 154. */
const cheapest = { "planning-horizon-months": "0", "workload-node-shape": "cheapest" };

function played(
  input: PlanInput,
  model: OperatingModel,
  context: PlanningContext,
  monthCount = MONTHS,
): readonly ClustersInMonth[] {
  const months = monthsFrom(START, monthCount);
  const cache = new PlanningCache();
  const ledger = new ClusterLedger(
    months,
    (month, standing) => {
      const fleet = { ...input, asOf: month.firstDay, tenants: tenantsInMonth(input.tenants, month, context) };
      return clustersOf(fleet, model, context, cache, standing);
    },
    () => context,
  );
  return months.map((month) => ledger.clustersIn(month));
}

const workersOf = (pools: readonly PoolInEvent[]) =>
  pools
    .filter(({ role }) => role !== "control-plane")
    .map(({ nodeCount, shape: { vcpu, memoryGiB } }) => `${nodeCount} × ${vcpu}/${memoryGiB}`)
    .join();
const nodesByMonth = (months: readonly ClustersInMonth[], name: string) =>
  months.map(({ clusters }) => workersOf(clusters.find((one) => one.name === name)?.pools ?? []));
const eventsOf = (months: readonly ClustersInMonth[]) => months.flatMap(({ events }) => events);

describe("a cluster that grows", () => {
  /** 10^(n ÷ 12) pods of 3 vCPU and 1 GiB at the end of month n: 1.21, 1.47, 1.78, 2.15 … 8.25, 10. */
  const growing = fleetOf({ workloads: [pods(1, "3", "1Gi")], growthPercentPerYear: 900 });
  const play = (settings: Readonly<Record<string, string>>) =>
    played(growing, starterSelfManaged, toyContext({ ...cheapest, ...settings }));
  const name = "tenant-tenant-1";

  it("keeps its shape and gets nodes, where no change is to pay back", () => {
    const months = play({ "reshape-payback-months": "0" });
    // Ten pods, one a node, and the console of 2 vCPU on the eleventh.
    expect(nodesByMonth(months, name).at(-1)).toBe("11 × 4/8");
    expect(eventsOf(months)).toEqual([]);
  });

  it("changes its shape in the first month in which that pays back, and lasts", () => {
    const months = play({ "reshape-hours-per-cluster": "1" });
    expect(nodesByMonth(months, name).slice(4, 6)).toEqual(["3 × 4/8", "2 × 8/12"]);
    // Month 6: 3.16 pods and the console on 4 × 86 = 344, or on 2 × 154 = 308: 36 less. Month 12: 11 × 86 = 946, or
    // 6 × 154 = 924: 22 less, and 12 × 22 = 264 is more than the hour's 50, which 3 × 22 come to.
    expect(eventsOf(months)).toEqual([
      expect.objectContaining({
        ...{ monthNumber: 6, firstDay: "2027-05-01", clusterName: name, tenantIds: ["tenant-1"] },
        ...{ kind: "shape-changed", because: "payback", effortHours: 1, paybackMonths: 3 },
        ...{ effortCost: money("50.00", "EUR"), monthlySaving: money("22.00", "EUR") },
      }),
    ]);
    const [event] = eventsOf(months);
    expect([workersOf(event?.before ?? []), workersOf(event?.after ?? [])]).toEqual(["3 × 4/8", "2 × 8/12"]);
  });

  it("keeps its shape where a change saves less than its effort", () => {
    // 8 hours cost 400, more than 12 × 22.
    const months = play({});
    expect(nodesByMonth(months, name).at(-1)).toBe("11 × 4/8");
    expect(eventsOf(months)).toEqual([]);
  });

  it("changes its shape where its pods need more nodes than a cluster may have, whatever that costs", () => {
    // 12 nodes less 3 of the control plane and one during an upgrade: 8 workers.
    const months = play({ "reshape-payback-months": "0", "nodes-per-cluster": "12" });
    expect(nodesByMonth(months, name).slice(9)).toEqual(["8 × 4/8", "5 × 8/12", "6 × 8/12"]);
    expect(eventsOf(months)).toEqual([
      expect.objectContaining({
        ...{ monthNumber: 11, kind: "shape-changed", because: "need", monthlySaving: null, paybackMonths: null },
        ...{ effortHours: 8, effortCost: money("400.00", "EUR") },
      }),
    ]);
  });
});

describe("tenants that come and leave", () => {
  const between = (from: number, until: number) =>
    Array.from(
      { length: 25 },
      (): TenantDraft => ({
        contract: { from: addMonths(START, from), until: addMonths(START, until) },
      }),
    );
  const play = (...guests: readonly TenantDraft[]) => played(fleetOf({}, ...guests), ultimateCentralized, toyContext());
  const ofManagement = (months: readonly ClustersInMonth[]) =>
    eventsOf(months).filter(({ clusterName }) => clusterName === "management");

  it("build their clusters and end them, and shrink the plane that looked after them", () => {
    const months = play(...between(3, 8));
    const [four, six] = ["4 × 8/32", "6 × 8/32"];
    expect(nodesByMonth(months, "management")).toEqual([
      four,
      four,
      four,
      ...Array(5).fill(six),
      ...Array(4).fill(four),
    ]);
    const kindsIn = (month: number) => months[month - 1]?.events.map(({ kind }) => kind);
    expect(kindsIn(4)).toEqual(Array(25).fill("cluster-built"));
    expect(kindsIn(9)).toEqual(["shrunk", ...Array(25).fill("cluster-ended")]);
    // A node costs 80 + 64 + 10 + 160 = 314; 8 hours cost 400.
    expect(ofManagement(months)).toEqual([
      expect.objectContaining({ kind: "shrunk", monthlySaving: money("628.00", "EUR"), paybackMonths: 1 }),
    ]);
    expect(months[8]?.events.at(-1)).toMatchObject({ because: "tenants", after: [], effortHours: 0 });
  });

  it("shrink nothing where others come within the time in which it would have to pay back", () => {
    expect(ofManagement(play(...between(3, 8), ...between(10, 12)))).toEqual([]);
  });
});

describe("whatever tenants grow", () => {
  it("no cluster has fewer nodes or another shape than a month ago, unless an event of that month names it", () => {
    const tenant = fc.record({
      workloads: fc
        .array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 30 })), {
          minLength: 1,
          maxLength: 3,
        })
        .map((all) => all.map(([replicas, tenths]) => pods(replicas, `${tenths}00m`, `${tenths}00Mi`))),
      growthPercentPerYear: fc.integer({ min: 0, max: 400 }),
    });
    const fleets = fc.array(tenant, { minLength: 1, maxLength: 2 });
    const named = (drafts: readonly TenantDraft[]) =>
      fleetOf(
        ...drafts.map((draft) => ({
          ...draft,
          workloads: draft.workloads?.map((one, at) => ({ ...one, name: `w${at}` })) ?? [],
        })),
      );
    fc.assert(
      fc.property(fleets, fc.constantFrom(starterSelfManaged, ultimateCentralized), (drafts, model) => {
        const months = played(named(drafts), model, toyContext({ ...cheapest, "reshape-hours-per-cluster": "1" }));
        for (const [index, { clusters, events }] of months.entries()) {
          const before = months[index - 1]?.clusters ?? [];
          for (const { name, pools } of before) {
            const after = clusters.find((one) => one.name === name)?.pools ?? [];
            const isTold = events.some(({ clusterName }) => clusterName === name);
            if (!isTold) expect(isGrownOnly([{ name, pools }], [{ name, pools: after }])).toBe(true);
          }
        }
      }),
      { numRuns: 12 },
    );
  });
});
